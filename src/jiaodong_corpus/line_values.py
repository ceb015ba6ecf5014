"""The fields that are whole lines of an article: its titles, standfirsts, captions and tags."""

import re
from collections.abc import Iterator

from .label_cells import TITLE_ROW
from .lexicon import Lexicon
from .lines import KEYWORDS_HEAD, MADE_BY_PROGRAM, STANDFIRST
from .model import ArticleBlocks, Block, Finding, Label, Span
from .titles import GOES_ON

LABEL_AND_COLON = re.compile(
    r"^(?:[【\[][一-鿿]{2,6}[】\]]\s*:?|[#【\[]?(?:[一-鿿A-Za-z]{2,6}\s*[】\]]?\s*[:]|(?:关键[词字]|标签)(?=\s)))\s*"
)
# The head over the tags of a chat platform.
COLLECTION, TAG_MARKS = re.compile(r"^收录于\S{2}$"), re.compile(r"[\s,、;|/#]+")
# What an aggregator puts behind a title (*ST is a share).
STARS = re.compile(r"\s*\*{3,}$")
# Behind the title of the article a title element names the channel and the site.
SITE_NAME = re.compile(r"\s*[_|｜丨]|\s*--|\s+[-–—]\s")


def find_titles(article: ArticleBlocks, _: Lexicon) -> Iterator[Finding]:
    """Yield headline, kicker and subtitle, each on however many lines it stands."""
    blocks = article.labelled.blocks
    for label in (Label.HEADLINE, Label.KICKER, Label.SUBTITLE):
        for index in [one for one in article.indexes if blocks[one].label is label][:1]:
            end = next((one for one in range(index + 1, len(blocks)) if blocks[one].rule != GOES_ON), len(blocks))
            printed = "\n".join(one.block.text for one in blocks[index:end])
            # Without the label before it, the bullet of its item and the mark that parted it from the site's name.
            text = STARS.sub("", printed.strip("•·_| ")) or printed
            text = text[row.start("title") :] if (row := TITLE_ROW.match(text)) else text
            before, behind = (len(one) for one in printed.split(text, 1))
            place = Span(blocks[index].block.span.start + before, blocks[end - 1].block.span.end - behind)
            yield Finding(label.value, text, place, label.value)
    if article.kind == "article" and not any(one.label is Label.HEADLINE for one in blocks):
        titles = (one.block for one in blocks if one.rule == "title-element")
        for block in list(titles)[:1]:
            # A title that is the name of the site alone says nothing of the article.
            if end := len(SITE_NAME.split(block.text)[0]):
                yield part_of("headline", block, (0, end), "title-element")


def find_summaries(article: ArticleBlocks, _: Lexicon) -> Iterator[Finding]:
    """Yield what somebody wrote to lead to the text, and what a program made of its opening."""
    for labelled in map(article.labelled.blocks.__getitem__, article.indexes):
        if labelled.label is not Label.SUMMARY or labelled.rule == "standfirst-head":
            continue
        named = labelled.rule in {"standfirst", "labelled-copy-of-opening"}
        name = STANDFIRST.match(labelled.block.folded) if named else None
        made = labelled.rule.endswith("copy-of-opening") or MADE_BY_PROGRAM.match(labelled.block.folded)
        field = "auto_summary" if made else "summary"
        yield part_of(field, labelled.block, (name.end() if name else 0, len(labelled.block.text)), labelled.rule)


def find_captions(article: ArticleBlocks, _: Lexicon) -> Iterator[Finding]:
    """Yield the captions, but for bare names of files."""
    for labelled in map(article.labelled.blocks.__getitem__, article.indexes):
        if labelled.label is Label.CAPTION and labelled.rule != "image-file":
            yield Finding("captions", labelled.block.text, labelled.block.span, labelled.rule)


def find_tags(article: ArticleBlocks, _: Lexicon) -> Iterator[Finding]:
    """Yield the keywords one by one."""
    for block in article.having(Label.TAGS):
        if COLLECTION.match(block.folded) or KEYWORDS_HEAD.match(block.folded):
            continue
        name = LABEL_AND_COLON.match(block.folded)
        place = name.end() if name else 0
        for mark in (*TAG_MARKS.finditer(block.folded, place), None):
            stop = mark.start() if mark else len(block.text)
            if stop > place:
                yield part_of("tags", block, (place, stop), "tags")
            place = mark.end() if mark else stop


def part_of(name: str, block: Block, place: tuple[int, int], rule: str, role: str | None = None) -> Finding:
    """Return the characters of a block from ``place[0]`` to ``place[1]`` as a value, without the space around it."""
    printed = block.text[place[0] : place[1]]
    value = printed.strip()
    start = block.span.start + place[0] + len(printed) - len(printed.lstrip())
    return Finding(name, value, Span(start, start + len(value)), rule, role)
