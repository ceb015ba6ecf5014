"""What a notebook shows of a page and of a record: the view of the report, small."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, Template

from .model import Label, LabelledBlock

# Labels stand around the wheel of colours in steps that part neighbours in their order (the golden angle, in degrees).
HUES = {label.value: round(137.5 * place) % 360 for place, label in enumerate(Label)}
# So many blocks of a page and characters of a text are shown; the report shows all.
MAX_BLOCKS, MAX_CHARACTERS = 60, 300


@dataclass(frozen=True)
class Card:
    """What is shown of a record: its headline, what is known of it, its flags, and how its text begins in each script."""

    headline: str
    facts: Sequence[str]
    flags: Sequence[str]
    hans: str
    hant: str


def page_as_html(name: str, reason: str | None, cards: Iterable[Card], blocks: Sequence[LabelledBlock]) -> str:
    """Return a page as HTML: its records, and its first blocks with their labels; ``reason`` is why there is no record."""
    return _template().render(
        name=name,
        reason=reason,
        cards=list(cards),
        blocks=blocks[:MAX_BLOCKS],
        left=len(blocks) - MAX_BLOCKS,
        hues=HUES,
    )


def card_as_html(card: Card) -> str:
    """Return a record as HTML."""
    return _template().render(cards=[card], blocks=(), left=0)


def beginning(text: str) -> str:
    """Return how a text begins."""
    return text if len(text) <= MAX_CHARACTERS else text[:MAX_CHARACTERS] + "…"


def _template() -> Template:
    loader = PackageLoader("jiaodong_corpus", "report")
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True).get_template(
        "small.html.jinja"
    )
