"""The lines that stand in the element of the text of an HTML page, and the table behind it."""

import re
from itertools import takewhile

from .boxes import holder_of, text_element
from .draft import Draft
from .model import Label
from .photo_lines import BELOW_PICTURE, is_below_picture

OF_PAGE = frozenset({Label.NAV, Label.FOOTER, Label.COMMENTS, Label.DISCLAIMER})
# A table has so many cells, with so many characters in each; those of a survey are longer.
MIN_CELLS, MAX_MEAN = 4, 10
# 相关新闻 with the title of the link on the same line, of which it is most.
LINKED = re.compile(r"^(?:相关(?:新闻|报道|阅读|文章|链接)|延伸阅读|推荐阅读|更多新闻)")


def judge_links_amid_text(draft: Draft) -> None:
    """Label the lines between the paragraphs of an HTML page that name a list of links and hold one."""
    text = draft.text()
    if draft.inside is None or not text:
        return
    for index in sorted(draft.inside):
        linked = 2 * draft.blocks[index].layout.link_chars > draft.facts[index].length
        if linked and text[0] < index < text[-1] and draft.is_line(index) and LINKED.match(draft.folded(index)):
            draft.put(index, Label.RELATED, "inline-link")


def judge_lines_inside(draft: Draft) -> None:
    """Label as body the lines that stand in one element with the paragraphs of the article, behind the first of them."""
    body = [index for index, label in enumerate(draft.labels) if label is Label.BODY or draft.is_prose(index)]
    if draft.inside is None or not body:
        return
    element = text_element(draft, body)
    held = [index for index in sorted(draft.inside) if holder_of(draft.blocks[index]) == element]
    # An element that holds the furniture of the page, too, says nothing of what stands behind the text.
    end = body[-1] if any(draft.labels[index] in OF_PAGE for index in held) else len(draft.blocks)
    for index in held:
        one = draft.blocks[index]
        own = index not in draft.edges and 2 * one.layout.link_chars <= len(one.text)
        if own and body[0] < index <= end and draft.is_line(index):
            # Lines in a row are a list, though a picture stands above the first.
            alone = index + 1 not in draft.inside or not draft.is_line(index + 1) or is_below_picture(draft, index + 1)
            told = alone and is_below_picture(draft, index)
            rule = BELOW_PICTURE if told else (Label.BODY, "line-in-text-element")
            draft.put(index, *rule)
    _judge_table_behind(draft, element, body[-1])


def _judge_table_behind(draft: Draft, element: int, last: int) -> None:
    """Label the cells of a table that stands in the element of the text, right behind its last line: none of them is a link."""
    first = last + 1
    while first < len(draft.blocks) and draft.labels[first] is Label.BODY:
        first += 1
    cells = list(takewhile(lambda index: _is_cell(draft, index, element), range(first, len(draft.blocks))))
    short = sum(draft.facts[index].length for index in cells) <= MAX_MEAN * len(cells)
    for index in cells if short and len(cells) >= MIN_CELLS else ():
        draft.put(index, Label.BODY, "cell-of-table")


def _is_cell(draft: Draft, index: int, element: int) -> bool:
    layout = draft.blocks[index].layout
    inside = element in layout.boxes and element != holder_of(draft.blocks[index])
    return inside and layout.path.endswith(("/td", "/th")) and draft.is_line(index) and not layout.link_chars
