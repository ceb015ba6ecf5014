"""The labels of a page while they are being found."""

from dataclasses import dataclass, field

from .facts import Facts, count, count_link
from .layout import Recurring
from .lexicon import Lexicon
from .model import Block, Label


@dataclass
class Draft:
    """Blocks with their facts, and the labels found so far.

    ``characters`` are the different ones of each block; ``proses`` tells whether a block has the shape of a paragraph, and
    ``shaped`` are those that have;
    ``edges`` are labels that hold only outside the articles. ``dated`` are lines of metadata that were taken for dates of
    links. ``titles`` are blocks that have the shape of a paragraph but stand where a headline does (a question). ``inside``
    are the blocks of the element that holds the article, None where the page has no elements or none of them stands out;
    ``title`` is the block that repeats its title element, ``recurring`` what stands on other pages of the site too.
    """

    blocks: list[Block]
    lexicon: Lexicon
    facts: list[Facts] = field(default_factory=list)
    characters: list[frozenset[str]] = field(default_factory=list)
    proses: list[bool] = field(default_factory=list)
    shaped: list[int] = field(default_factory=list)
    labels: list[Label | None] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    edges: dict[int, tuple[Label, str]] = field(default_factory=dict)
    titles: set[int] = field(default_factory=set)
    dated: set[int] = field(default_factory=set)
    inside: set[int] | None = None
    title: int | None = None
    recurring: Recurring | None = None

    def add(self, block: Block, label: Label | None = None, rule: str = "") -> None:
        """Append a block."""
        self.blocks.append(block)
        folded, linked = block.folded, block.layout.link_chars
        length = len(folded)
        # Of a link only the length matters; counting the rest is a good part of the work on an HTML page.
        whole = 0 < length * 4 <= linked * 5
        facts = count_link(length) if whole else count(folded)
        self.facts.append(facts)
        self.characters.append(frozenset(folded))
        prose = not whole and facts.prose and 2 * linked <= length
        if prose:
            self.shaped.append(len(self.proses))
        self.proses.append(prose)
        self.labels.append(label)
        self.rules.append(rule)

    def put(self, index: int, label: Label, rule: str) -> None:
        """Give a block its label and the name of the rule that gave it."""
        self.labels[index] = label
        self.rules[index] = rule

    def folded(self, index: int) -> str:
        """Return the folded text of a block."""
        return self.blocks[index].folded

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

    def text(self) -> list[int]:
        """Return the blocks that are, or may be, paragraphs of an article."""
        prose = set(self.prose())
        return [index for index, label in enumerate(self.labels) if label is Label.BODY or index in prose]

    def prose(self) -> list[int]:
        """Return the blocks for which ``is_prose`` holds."""
        return [index for index in self.shaped if self.is_prose(index)]
