"""Give every block its role: facts are counted, rules judge a block alone, then its neighbours have their say."""

import re
from collections.abc import Callable
from itertools import pairwise

from . import (
    body,
    boxes,
    captions,
    clauses,
    contents,
    context,
    documents,
    galleries,
    heads,
    inside,
    keywords,
    label_cells,
    listings,
    lookalikes,
    notices,
    outlets,
    outline,
    pagekind,
    piped_tables,
    questions,
    recur,
    rest,
    tables,
    titles_twice,
    wrap,
)
from .bylines import read_byline
from .calendars import judge_calendar_leaves, judge_calendars
from .draft import Draft
from .facts import HAN
from .fieldlines import DAY_AND_SOURCE, read_line
from .gaps import TITLE_ELEMENT
from .gibberish import is_gibberish, is_jammer
from .glued import break_lines
from .layout import Recurring
from .lexicon import Lexicon
from .lines import MAX_LINE, NOTICES, tells_of_notice
from .model import Block, Label, LabelledBlock, LabelledPage, Page
from .names import names_people
from .post_forms import judge_posts
from .rows import read_row
from .signatures import LISTED_READER
from .signers import cut_blocks
from .teaser_rows import judge_teasers_beside_article
from .turns import judge_turns
from .unsure import judge_by_words

# What is longer and has a full stop inside is a paragraph, though it ends as a caption does.
LONG_CAPTION = 100
# So many short words with nothing but space between them are a menu, though none of them be known.
MANY_WORDS, MAX_MENU_WORD = 4, 4
# What begins with the way to the front page is a menu, though its words are longer.
FRONT_PAGE, MAX_BEHIND_IT = "首页", 6
FORM = re.compile(r"/(?:select|option|textarea|button)(?:/|$)")
# So many tags that are so much of a block: the source of a widget. A text with its own tags left in has a tenth.
MANY_TAGS, MOST_TAGS = 3, 0.25
TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
# ■桥头车流畅顺。本报记者 初明 摄: the line is a caption, and ■摄影 记者 初明 its credit.
PICTURE = re.compile(r"^[■□]\s*(?:摄影|图片)\s|。")
AGE, MANY_AGES = re.compile(r"\d\s*(?:分钟|小时|天|周|个月)前|刚刚|(?:昨|今|前)天\s*\d{1,2}:\d{2}"), 3
# The last line of a page that breaks off is so long at least, and a subheading above it no longer.
MIN_BROKEN, MAX_HEADING, MIN_DUMP, ITEMS = 14, 20, 4, "●■•"
# Whoever it is (责任编辑:联采天成).
RESPONSIBLE = re.compile(r"^[\[【(]?(?:责任编辑|责编)\s?[:/|]\s?[^\s。,:]{1,4}[)\]】]?$")
# Letters, digits, and marks that can stand alone and mean something.
WORD, FIGCAPTION = re.compile(r"[^\W_]|[,.;、□■]"), re.compile(r"/figcaption(?:/|$)")
WORD_GAP = re.compile(r"[\s|/·•,、丨›>—\-]+")


def label(page: Page, lexicon: Lexicon, recurring: Recurring | None = None) -> LabelledPage:
    """Return the page with a label, and the rule that gave it, on every block.

    ``recurring`` is what stands on other pages of the site. A block that holds two roles is cut, so the result can have
    more blocks than the page.
    """
    draft = begin(page, lexicon, recurring)
    for judge in PASSES:
        judge(draft)
    return LabelledPage(page, tuple(map(_labelled, draft.blocks, draft.labels, draft.rules)))


def begin(page: Page, lexicon: Lexicon, recurring: Recurring | None = None) -> Draft:
    """Return the blocks of a page, cut where one holds two roles, with no label but those that the cuts tell."""
    draft = Draft([], lexicon, recurring=recurring)
    for part in cut_blocks(break_lines(page.blocks, lexicon), lexicon):
        draft.add(*part)
    return draft


def _labelled(block: Block, given: Label | None, rule: str) -> LabelledBlock:
    if given is None:
        raise AssertionError(f"no rule labelled {block.text[:40]!r}")
    return LabelledBlock(block, given, rule)


def judge_alone(draft: Draft) -> None:
    """Label what a pattern or the grammar of a line tells without its neighbours; note what holds only at the edge.

    The links of an HTML page wait until the article is found: most of them are far from it.
    """
    for index in range(len(draft.blocks)):
        if draft.labels[index] is None and not draft.is_link(index):
            _judge_block(draft, index)
    _judge_broken_end(draft)
    listed = draft.matching(LISTED_READER)
    for one, two in pairwise(listed):
        if two == one + 1:
            draft.labels[one] = draft.labels[two] = None
    judge_posts(draft)
    documents.judge_head_table(draft)
    label_cells.judge_label_cells(draft)
    judge_calendar_leaves(draft)
    documents.judge_page_numbers(draft)
    judge_calendars(draft)
    documents.judge_addresses(draft)
    fields = (index for index, rule in enumerate(draft.rules) if rule == "fields")
    ages = [index for index in fields if AGE.search(draft.folded(index))]
    # One can be that of the article; each comment, or each link of a list, has one of its own.
    for index in ages:
        if draft.at_edge(index - 1) is Label.RELATED or (len(ages) >= MANY_AGES and index != ages[0]):
            draft.put(index, Label.RELATED, "date-of-link")


def _judge_broken_end(draft: Draft) -> None:
    """A dump that was cut short ends amid a sentence: its last line, right below a paragraph or a subheading, is a paragraph."""
    last = len(draft.blocks) - 1
    heading = last > 1 and draft.is_line(last - 1) and draft.facts[last - 1].length <= MAX_HEADING
    above = last - 2 if heading else last - 1
    if last < MIN_DUMP or not draft.is_line(last) or not draft.is_prose(above) or draft.edges.keys() & {above, last}:
        return
    facts, folded = draft.facts[last], draft.folded(last)
    # 《…法》《…法》 is what a document rests on; an item has the mark of the one above.
    paused = "," in folded or "》《" in folded or ("——" in folded and folded[-1].isdigit())
    paused = paused or folded[0] == draft.folded(above)[0] in ITEMS
    # The last line of a page of a newspaper is one of its many.
    alone = draft.labels.count(Label.BYLINE) <= 1 and not draft.blocks[last].layout.path
    if facts.length >= MIN_BROKEN and paused and not facts.stops and alone:
        draft.take_as_prose(last)


def judge_links(draft: Draft) -> None:
    """Judge the links that stand near the article, or all where none was found."""
    for index in range(len(draft.blocks)):
        if draft.labels[index] is None and draft.is_link(index):
            _judge_block(draft, index)


def _judge_block(draft: Draft, index: int) -> None:
    block = draft.blocks[index]
    by_element = _judge_element(block)
    if by_element:
        return draft.put(index, *by_element)
    veiled = block.layout.hidden and not HAN.search(block.folded)
    if veiled or not WORD.search(block.folded):
        return draft.put(index, Label.MARKUP, "hidden-characters" if veiled else "no-word")
    # A credit behind a mark is a byline, in whatever words (■本报记者 初明 摄).
    if block.folded[0] in "■□" and not PICTURE.search(block.folded) and read_byline(block.folded, draft.lexicon):
        return draft.put(index, Label.BYLINE, "byline")
    for entry in draft.lexicon.label_sieve.matching(block.folded):
        if entry.scope == "anywhere":
            if entry.label is Label.CAPTION and draft.facts[index].full_stop and len(block.folded) > LONG_CAPTION:
                continue
            if entry.name == "editor-credit" and not (
                RESPONSIBLE.match(block.folded) or names_people(block.folded, draft.lexicon)
            ):
                continue
            return draft.put(index, entry.label, entry.name)
        if entry.label not in NOTICES or not tells_of_notice(block.folded, draft.lexicon):
            draft.edges.setdefault(index, (entry.label, entry.name))
    tags = sum(map(len, TAG.findall(block.folded))) if block.folded.count("<") >= MANY_TAGS else 0
    if tags and MOST_TAGS * len(block.folded) <= tags:
        return draft.put(index, Label.MARKUP, "mostly-tags")
    return _judge_line(draft, index)


def _judge_element(block: Block) -> tuple[Label, str] | None:
    """Return what a block is whatever its words say: its element tells, or they say nothing."""
    if block.layout.path.endswith(TITLE_ELEMENT):
        return Label.NAV, "title-element"
    if FORM.search(block.layout.path):
        return Label.WIDGET, "form-element"
    if FIGCAPTION.search(block.layout.path):
        return Label.CAPTION, "figcaption"
    if block.layout.attribute:
        return Label.CAPTION, f"text-of-{block.layout.attribute}"
    if is_jammer(block.folded):
        return Label.MARKUP, "jammer-of-forum"
    return (Label.SPAM, "gibberish") if is_gibberish(block.folded) else None


def _judge_line(draft: Draft, index: int) -> None:
    folded = draft.blocks[index].folded
    stops = draft.facts[index].stops and not DAY_AND_SOURCE.match(folded)
    if stops or draft.facts[index].length > MAX_LINE:
        return
    words = [word for word in WORD_GAP.split(folded) if word]
    longest = MAX_BEHIND_IT if words[:1] == [FRONT_PAGE] else MAX_MENU_WORD
    found = read_row(draft, folded, words) or read_line(folded, draft.lexicon)
    if found:
        draft.put(index, *found)
    elif len(words) >= MANY_WORDS and max(map(len, words)) <= longest and " " in folded:
        if "," in folded and min(map(len, words)) == 1:
            # A piece of a sentence with gaps in it.
            return
        if not (folded[0] in "□■" and read_byline(folded, draft.lexicon, bare=True)):
            draft.edges.setdefault(index, (Label.NAV, "row-of-short-words"))


# In this order: what a block says of itself is firmest; repeats and lists must be known before the articles' own text is
# looked for; and where that begins and ends must be known before a short line can be told to be headline, subheading or menu.
PASSES: tuple[Callable[[Draft], None], ...] = (
    judge_alone,
    wrap.judge_behind_jumps,
    wrap.judge_broken_before_marks,
    wrap.judge_linked_names,
    recur.judge_recurring,
    boxes.judge_boxes,
    judge_links,
    galleries.judge_galleries,
    captions.judge_captions,
    titles_twice.judge_titles_twice,
    context.judge_repeats,
    keywords.judge_words_twice,
    outline.judge_outline,
    listings.judge_listings,
    documents.judge_sections,
    documents.judge_contacts,
    documents.judge_signatures,
    tables.judge_tables,
    piped_tables.judge_piped_tables,
    lookalikes.judge_inserted,
    wrap.judge_wrapped,
    clauses.judge_clauses,
    clauses.judge_clauses_between,
    lookalikes.judge_datelines,
    judge_turns,
    questions.judge_titles_above_time,
    outlets.judge_outlets,
    pagekind.judge_page_kind,
    judge_teasers_beside_article,
    contents.judge_row_of_titles,
    tables.judge_agenda,
    body.judge_body,
    context.judge_edges,
    inside.judge_links_amid_text,
    heads.judge_heads,
    inside.judge_lines_inside,
    rest.judge_rest,
    notices.judge_notices,
    galleries.judge_pictures_among,
    galleries.close_gallery,
    judge_by_words,
)
