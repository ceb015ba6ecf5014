"""Group the blocks of a page into articles, and their blocks into paragraphs."""

import re
from collections.abc import Iterable, Iterator

from .clause_lines import CLAUSE
from .evidence import Language
from .facts import is_finished
from .folio import FOOT, TEXT, only_folio, page_head, without_page_lines
from .interleave import ROWS, untangle
from .lexicon import Lexicon
from .lines import READERS, read_dateline
from .model import ArticleBlocks, Label, LabelledBlock, LabelledPage
from .photos import BRIEF, COPIES, GALLERY, HEAD, photo_items
from .title import LABELLED
from .wrap import WRAPPED

NOTE = "note-on-author"
Doubts = tuple[tuple[str, str], ...]
# Articles that begin with their text.
HEADLESS = frozenset({BRIEF, "text-from-another-page"})
# The note of an editor (编者按) can stand above the headline.
OF_HEAD = HEAD | {Label.SUMMARY}
# The outermost elements (html, body) hold the whole page.
MIN_DEPTH = 2
STARTS = ROWS | {"first-line-of-paragraph", "first-clause-of-paragraph"}
# A paragraph cannot begin with these, so a block that does goes on the one above.
CONTINUATION = re.compile(r"^[,、。;:!?)\]】》”’…的了着们]")
OF_THIS_TEXT = re.compile(r"(?:本文(?:来源|作者)|(?:文章|稿件)来源|版权声明\s*来源)\s*:")
SOURCE_IN_BRACKETS = re.compile(r"^[(【\[](?:来源|稿源|出处|摘自)\s?:\s?[^()]{2,24}[)】\]]$")
TAG_WORD = re.compile(r"[^\s,、;|/#:]{2,}(?![^\s]*:)")
OPEN_BRACKET = re.compile(r"[(《【“‘][^)》】”’]*$")


def split(labelled: LabelledPage, lexicon: Lexicon, language: Language) -> tuple[ArticleBlocks, ...]:
    """Return the articles of a page in the order of their first block; none where no block is body.

    A photo item inside an article is an article of kind ``photo`` of its own.
    """
    photos = photo_items(labelled)
    taken = {index for photo in photos for index in photo}
    starts = _starts(labelled, taken, lexicon)
    groups = [
        [index for index in range(start, stop) if labelled.blocks[index].label.of_article and index not in taken]
        for start, stop in zip(starts, [*starts[1:], len(labelled.blocks)], strict=True)
    ]
    with_text = [group for group in groups if any(_is_text(labelled.blocks[index]) for index in group)]
    lone = _lone_lines(labelled) if len(with_text) == 1 else frozenset()
    articles = [_to_its_end(labelled, group, lone) for group in with_text]
    columns = len(articles) > 1
    if articles:
        articles[0] = without_page_lines(labelled, articles[0], columns)
    if columns:
        folio = only_folio(labelled)
        articles = [[index for index in group if index != folio] for group in articles]
        # Behind the last article stand those who edited the page.
        others = [index for group in articles[:-1] for index in group]
        if not any(labelled.blocks[index].label is Label.EDITOR_CREDIT for index in others):
            while _is_line_of_page(labelled.blocks[articles[-1][-1]]):
                articles[-1].pop()
    given = untangle(labelled, articles, language)
    head = page_head(labelled)

    def article(kind: str, group: list[int], doubts: Doubts = ()) -> ArticleBlocks:
        paragraphs = tuple(_paragraphs(labelled, group, lexicon, given.rests if columns else None))
        return ArticleBlocks(labelled, kind, tuple(group), paragraphs, head, (*_doubts(labelled, group), *doubts))

    found = [article("photo", photo) for photo in photos]
    for number, group in enumerate(given.articles):
        doubts = tuple(("columns_in_turn", evidence) for owner, evidence in given.doubts if owner == number)
        text = any(labelled.blocks[index].label is Label.BODY for index in group)
        found.append(article("article" if text else "photo", group, doubts))
    return tuple(sorted(found, key=lambda one: one.indexes[0]))


def _is_text(block: LabelledBlock) -> bool:
    """Whether a block is a paragraph, or a caption of a gallery that has no other text."""
    return block.label is Label.BODY or block.rule == GALLERY


def _is_line_of_page(block: LabelledBlock) -> bool:
    """Whether a block behind the last article of several says who edited the page, or which page it is."""
    return block.label is Label.EDITOR_CREDIT or (
        block.label is Label.META and FOOT.search(block.block.folded) is not None
    )


def _lone_lines(labelled: LabelledPage) -> frozenset[int]:
    """Return the one line of the page that only counts its readers, and the one that tells where "this text" is from.

    On some platforms they stand below the links.
    """
    lines = [(index, one.block.folded) for index, one in enumerate(labelled.blocks) if one.label is Label.META]
    found = ([index for index, folded in lines if form.match(folded)] for form in (READERS, OF_THIS_TEXT))
    return frozenset(one[0] for one in found if len(one) == 1)


def _to_its_end(labelled: LabelledPage, group: list[int], lone: frozenset[int]) -> list[int]:
    """Leave out what stands behind the first list of links or comments below the text: it is of other articles."""
    last = max(
        index
        for index in group
        if labelled.blocks[index].label in TEXT or labelled.blocks[index].rule in {"headline-behind-body", GALLERY}
    )
    lists = {Label.RELATED, Label.COMMENTS}
    end = next((one for one in range(last + 1, group[-1]) if labelled.blocks[one].label in lists), None)
    return [
        index
        for index in group
        if end is None
        or index < end
        or index in lone
        or _signs_element(labelled, group, index)
        or _names_its_words(labelled, group, index)
    ]


def _names_its_words(labelled: LabelledPage, group: list[int], index: int) -> bool:
    """Whether at least half of the keywords on a line stand in the text of a group."""
    block = labelled.blocks[index]
    if block.label is not Label.TAGS:
        return False
    text = "\n".join(labelled.blocks[one].block.folded for one in group if labelled.blocks[one].label is Label.BODY)
    words = TAG_WORD.findall(block.block.folded)
    return 2 * sum(word in text for word in words) >= len(words)


def _signs_element(labelled: LabelledPage, group: list[int], index: int) -> bool:
    """Whether source or credit stands in the element of HTML that holds the text, though links stand between."""
    blocks = labelled.blocks
    text = [blocks[one].block.layout.boxes for one in group if _is_text(blocks[one])]
    # What holds the first and the last block holds those between.
    shared = tuple(one for one, other in zip(text[0], text[-1], strict=False) if one == other)
    signed = blocks[index].label in {Label.META, Label.BYLINE, Label.EDITOR_CREDIT}
    if blocks[index].rule == LABELLED:
        return True
    return signed and len(shared) > MIN_DEPTH and blocks[index].block.layout.boxes[: len(shared)] == shared


def _doubts(labelled: LabelledPage, group: list[int]) -> Doubts:
    """Return where another reading of the head competes: flag name and evidence."""
    doubts: list[tuple[str, str]] = []
    blocks = [labelled.blocks[index] for index in group]
    for one in blocks:
        if one.rule == "headline-behind-body":
            doubts.append(("headline_behind_body", one.block.text))
        if one.rule == "headline-by-length":
            rivals = [
                other.block.text for other in blocks if other.rule in {"line-above-headline", "line-below-headline"}
            ]
            doubts += [("headline_conflict", f"{one.block.text} or {text}") for text in rivals[:1]]
    return tuple(doubts)


def _starts(labelled: LabelledPage, taken: set[int], lexicon: Lexicon) -> list[int]:
    """Return where each article begins: at its first headline, with the kicker and byline that stand above it."""
    starts = [0]
    blocks = labelled.blocks
    for index, block in enumerate(blocks):
        if block.rule in HEADLESS:
            starts.append(index)
            continue
        if block.label is not Label.HEADLINE or block.rule in COPIES or index in taken:
            continue
        if not any(blocks[above].label in TEXT for above in range(starts[-1], index)):
            continue
        start = index
        above = index - 1
        while above > starts[-1] and (blocks[above].label in OF_HEAD or not blocks[above].label.of_article):
            if blocks[above].label is Label.BYLINE and not _byline_of_next(
                labelled, range(starts[-1], above), index, taken, lexicon
            ):
                break
            if blocks[above].rule == NOTE or "-behind-" in blocks[above].rule or _closes(labelled, above):
                # It stood on the line of the text above, closes that, or says what its author is.
                break
            if blocks[above].label in OF_HEAD:
                start = above
            above -= 1
        starts.append(start)
    return starts


def _closes(labelled: LabelledPage, index: int) -> bool:
    """Whether a line right below a text says in brackets where that is from."""
    block = labelled.blocks[index]
    below = index > 0 and labelled.blocks[index - 1].label is Label.BODY
    return below and block.label is Label.META and SOURCE_IN_BRACKETS.match(block.block.folded) is not None


def _byline_of_next(labelled: LabelledPage, previous: range, headline: int, taken: set[int], lexicon: Lexicon) -> bool:
    """Tell whether a byline between two articles is of the one below: the one above has its own, that one has none."""
    blocks = labelled.blocks

    def signed(indexes: Iterable[int]) -> bool:
        return any(_signs(blocks[index], lexicon) and index not in taken for index in indexes)

    last = max((index for index in previous if blocks[index].label is Label.BYLINE), default=previous.start)
    if blocks[last].label is Label.BYLINE and blocks[last + 1].label is Label.SUBHEADING:
        # A letter is signed, and so is its answer below a subheading.
        return False
    below = range(headline + 1, len(blocks))
    stop = next((index + 1 for index in below if blocks[index].label is Label.BODY), len(blocks))
    return signed(previous) and not signed(range(headline, stop))


def _signs(block: LabelledBlock, lexicon: Lexicon) -> bool:
    """Whether a block says who wrote: a byline, or a paragraph with names in its dateline."""
    if block.label is not Label.BODY:
        return block.label is Label.BYLINE
    opening = read_dateline(block.block.folded, lexicon)
    return opening is not None and opening.names is not None


def _paragraphs(
    labelled: LabelledPage, group: list[int], lexicon: Lexicon, rests: frozenset[int] | None
) -> Iterator[tuple[int, ...]]:
    """Yield the blocks of each paragraph. ``rests`` go on one that was broken off above other articles; where it is None,
    no columns break paragraphs."""
    paragraphs: list[list[int]] = []
    for index in group:
        block = labelled.blocks[index]
        if block.label not in TEXT:
            continue
        last = labelled.blocks[paragraphs[-1][-1]] if paragraphs else None
        if last is not None and last.label is Label.BODY and (
            index in (rests or ()) or _joins(last, block, lexicon, rests is not None)
        ):  # fmt: skip
            paragraphs[-1].append(index)
        else:
            paragraphs.append([index])
    return map(tuple, paragraphs)


def _joins(above: LabelledBlock, below: LabelledBlock, lexicon: Lexicon, columns: bool) -> bool:
    if below.label is not Label.BODY or below.rule in STARTS:
        return False
    if below.rule in {WRAPPED, CLAUSE}:
        return True
    return above.rule not in ROWS and goes_on(above.block.folded, below.block.folded, lexicon, columns)


def goes_on(above: str, below: str, lexicon: Lexicon, columns: bool) -> bool:
    """Tell whether the folded block ``below`` goes on the paragraph of the block ``above`` it.

    ``columns`` says that the page is of a newspaper, whose columns break paragraphs; elsewhere a paragraph without its
    full stop has lost it, unless the next one cannot begin a sentence.
    """
    if is_finished(above):
        return False
    if CONTINUATION.match(below) or OPEN_BRACKET.search(above):
        return True
    return columns and not below.startswith((*lexicon.openers, "“", "‘", "《", "□", "■"))
