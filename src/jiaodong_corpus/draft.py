"""The labels of a page while they are being found."""

import re
from bisect import insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .facts import Facts, bare, bigrams, count, share
from .layout import Recurring
from .lexicon import Lexicon
from .model import Block, Label


@dataclass
class Draft:
    """Blocks with their facts, and the labels found so far.

    ``proses`` tells which blocks have the shape of a paragraph, ``shaped`` are these;
    ``edges`` are labels that hold only outside the articles.
    ``dated`` are lines of metadata that were taken for dates of links. ``titles`` are blocks that have the shape of a paragraph
    but stand where a headline does (a question), ``listed`` are lines that the site of a newspaper names in its list of titles.
    ``inside`` are the blocks of the element that holds the article, None where the page has no elements or none of them stands
    out; ``title`` is the block that repeats its title element, or that a form names as the title,
    ``recurring`` what stands on other pages of the site too.
    """

    blocks: list[Block]
    lexicon: Lexicon
    facts: list[Facts] = field(default_factory=list)
    proses: list[bool] = field(default_factory=list)
    shaped: list[int] = field(default_factory=list)
    labels: list[Label | None] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    edges: dict[int, tuple[Label, str]] = field(default_factory=dict)
    titles: set[int] = field(default_factory=set)
    listed: set[int] = field(default_factory=set)
    dated: set[int] = field(default_factory=set)
    inside: set[int] | None = None
    title: int | None = None
    recurring: Recurring | None = None
    _pairs: dict[int, set[str]] = field(default_factory=dict)
    _bares: list[str] = field(default_factory=list)
    _alike: dict[str, list[int]] = field(default_factory=dict)
    _filed: int = 0

    def add(self, block: Block, label: Label | None = None, rule: str = "") -> None:
        """Append a block."""
        self.blocks.append(block)
        # Of a link only the length matters; counting the rest is a good part of the work on an HTML page.
        whole = 0 < len(block.folded) * 4 <= block.layout.link_chars * 5
        length = len(block.folded)
        facts = Facts(length, length, 0, 0, False, False, False) if whole else count(block.folded)
        self.facts.append(facts)
        prose = facts.prose and 2 * block.layout.link_chars <= length
        if prose:
            self.shaped.append(len(self.proses))
        self.proses.append(prose)
        self.labels.append(label)
        self.rules.append(rule)

    def take_as_prose(self, index: int) -> None:
        """Give a block that was a line by its facts the shape of a paragraph."""
        self.proses[index] = True
        insort(self.shaped, index)

    def put(self, index: int, label: Label, rule: str) -> None:
        """Give a block its label and the name of the rule that gave it."""
        self.labels[index] = label
        self.rules[index] = rule

    def folded(self, index: int) -> str:
        """Return the folded text of a block."""
        return self.blocks[index].folded

    def at_edge(self, index: int) -> Label | None:
        """Return the label that a pattern gives a block where it stands outside the articles."""
        return self.edges.get(index, (None, ""))[0]

    def matching(self, pattern: re.Pattern[str]) -> list[int]:
        """Return the blocks whose folded text a pattern matches from its beginning."""
        match = pattern.match
        return [index for index, block in enumerate(self.blocks) if match(block.folded)]

    def is_prose(self, index: int) -> bool:
        """Whether a block is a paragraph that may be of an article: no label yet, and the shape of prose."""
        return self.labels[index] is None and self.proses[index] and index not in self.titles

    def is_line(self, index: int) -> bool:
        """Whether a block has no label yet and is no paragraph."""
        return self.labels[index] is None and (not self.proses[index] or index in self.titles)

    def is_link(self, index: int) -> bool:
        """Whether a block of HTML is a link and nothing else, but for a few characters (a bullet, a date)."""
        linked = self.blocks[index].layout.link_chars
        return linked > 0 and 5 * linked >= 4 * self.facts[index].length

    def is_text(self, index: int) -> bool:
        """Whether a block is, or may be, a paragraph of an article."""
        return self.labels[index] is Label.BODY or self.is_prose(index)

    def text(self) -> list[int]:
        """Return the blocks that are, or may be, paragraphs of an article."""
        titles, labels = self.titles, zip(self.labels, self.proses, strict=True)
        return [
            index
            for index, (label, prose) in enumerate(labels)
            if label is Label.BODY or (prose and label is None and index not in titles)
        ]

    def prose(self) -> list[int]:
        """Return the blocks for which ``is_prose`` holds."""
        titles, labels = self.titles, zip(self.labels, self.proses, strict=True)
        return [index for index, (label, prose) in enumerate(labels) if prose and label is None and index not in titles]

    def plain_prose(self) -> list[int]:
        """Return the blocks of ``prose`` that no pattern of the edge knows as furniture."""
        return [index for index in self.prose() if index not in self.edges]

    def pairs(self, index: int) -> set[str]:
        """Return the distinct pairs of neighbouring Chinese characters of a block; the set is kept, and not to be changed."""
        found = self._pairs.get(index)
        if found is None:
            found = self._pairs[index] = bigrams(self.blocks[index].folded)
        return found

    def bare(self, index: int) -> str:
        """Return only the letters and digits of a block."""
        if len(self._bares) < len(self.blocks):
            self._bares += [bare(block.folded) for block in self.blocks[len(self._bares) :]]
        return self._bares[index]

    def stands_beside(self, text: str, lines: Sequence[int]) -> bool:
        """Whether a block that is none of ``lines`` has the letters and digits of a text, and no others."""
        return len(self.alike(text)) > sum(self.bare(index) == text for index in lines)

    def times(self, index: int) -> int:
        """Return how many blocks have the letters and digits of a block and no others, itself among them."""
        return len(self.alike(self.bare(index)))

    def alike(self, text: str) -> Sequence[int]:
        """Return the blocks that have the letters and digits of a text and no others."""
        for index in range(self._filed, len(self.blocks)):
            self._alike.setdefault(self.bare(index), []).append(index)
        self._filed = len(self.blocks)
        return self._alike.get(text, ())

    def pairs_of(self, indexes: Iterable[int]) -> set[str]:
        """Return the distinct pairs of neighbouring Chinese characters of some blocks."""
        return set[str]().union(*map(self.pairs, indexes))

    def kinship(self, pairs: set[str], known: set[str]) -> float:
        """Return the share (0..1) of some pairs that are in ``known``, by weight: what speaks of the same shares rare ones."""
        return self.lexicon.pair_weights.share(pairs, known)

    def overlap(self, index: int, known: set[str]) -> float:
        """Return the share (0..1) of the pairs of a block that are in ``known``; 0 where it has none."""
        return share(self.pairs(index), known)


def rows_of(indexes: Iterable[int], apart: int = 1) -> list[list[int]]:
    """Put indexes in ascending order into rows, in each of which the next is at most ``apart`` further.

    >>> rows_of([2, 3, 7, 9], 2)
    [[2, 3], [7, 9]]
    """
    rows: list[list[int]] = []
    for index in indexes:
        if rows and index - rows[-1][-1] <= apart:
            rows[-1].append(index)
        else:
            rows.append([index])
    return rows
