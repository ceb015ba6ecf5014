"""What stands outside the element of an HTML page that holds the article: its links, and the paragraphs of something else."""

import re

from .draft import Draft
from .model import Label
from .title import NEAR_TITLE, SHORTEST_TITLE

# Links to the articles before and after, and of the foot of a site.
NEIGHBOUR = re.compile(r"^\W{0,3}[上下前后]一?[篇页条则]\s*(?:[:>]|$)")
# 【记者简佑庭/彰化报导】, (中央社台北2日电), 本报讯
OPENING = re.compile(r"[【〔(\[][^】〕)\]]{2,24}(?:报[道导]|[讯电])[】〕)\]]|本报[^。,]{0,12}[讯电]")
HEADING = re.compile(r"/h[12]$")
OF_FOOT = re.compile(
    r"版权所有|ICP备|公网安备|Copyright|©|许可证|举报(?:电话|邮箱|中心)|法律顾问|网站地图|All [Rr]ights", re.IGNORECASE
)


def label_outside(draft: Draft, inside: set[int]) -> None:
    """Label the paragraphs outside the element, the lines that stand among its blocks, and the links in its text."""
    first, last = min(inside), max(inside)
    # Links right above the text can be its source or its author.
    head = min(first, first if draft.title is None else draft.title) - NEAR_TITLE
    begun = commented = False
    for index in range(len(draft.blocks)):
        begun = begun or (index in inside and draft.is_prose(index))
        if draft.labels[index] is not None:
            # Below the head of the comments stand comments, up to the head of a list or the foot of the page.
            commented = index > last and (
                draft.labels[index] is Label.COMMENTS
                or (commented and draft.labels[index] not in {Label.RELATED, Label.FOOTER, Label.DISCLAIMER})
            )
            continue
        if index in inside:
            if begun and draft.is_link(index) and draft.facts[index].length >= SHORTEST_TITLE:
                draft.put(index, Label.RELATED, "line-of-link")
        elif draft.is_link(index) and index != draft.title and not head <= index <= last:
            draft.put(index, *((Label.NAV, "link-above-article") if index < head else _link_below(draft, index)))
        elif index < first and draft.title is None and HEADING.search(draft.blocks[index].layout.path):
            # A page without a title has it in a heading, be it a question.
            draft.titles.add(index)
        elif not begun and _opens_article(draft, index, first):
            draft.put(index, Label.BODY, "opening-beside-element")
        elif draft.is_prose(index) or first < index < last:
            foreign = (Label.COMMENTS, "below-comments-head") if commented else (Label.RELATED, "outside-main-element")
            draft.put(index, *draft.edges.get(index, foreign))


def _opens_article(draft: Draft, index: int, first: int) -> bool:
    """Whether a paragraph above the element that holds the article, below its title and time, opens with a dateline or a byline."""
    if draft.title is None or not draft.title < index < first or not draft.is_prose(index):
        return False
    between = draft.labels[draft.title + 1 : index]
    return Label.META in between and OPENING.match(draft.folded(index)) is not None


def _link_below(draft: Draft, index: int) -> tuple[Label, str]:
    """Tell what a link below the article leads to: its neighbours, who runs the site, or other articles."""
    folded = draft.folded(index)
    if NEIGHBOUR.match(folded):
        return Label.PAGER, "link-to-neighbour"
    foot = folded in draft.lexicon.footer or OF_FOOT.search(folded) is not None
    return (Label.FOOTER, "link-in-foot") if foot else (Label.RELATED, "link-below-article")
