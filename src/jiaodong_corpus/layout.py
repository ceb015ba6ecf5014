"""How a block stood on its page, and what a page states beside its text: facts from the markup."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Layout(NamedTuple):
    """How a block stood on its page: counts, no judgement.

    ``indent`` is the number of white-space characters before it on its line, ``gap`` the number of empty lines above
    it. For HTML, ``path`` is the element path, ``link_chars`` the characters inside ``<a>``, and ``attribute`` names
    the attribute that the text was found in (``alt``), if it was not a text node. ``boxes`` numbers the elements that
    break text around it, from the root, and ``names`` holds their class and id words; ``hidden`` tells whether the page
    does not show it, and ``pictured`` whether a picture stands between it and the block above.
    """

    indent: int = 0
    gap: int = 0
    path: str = ""
    link_chars: int = 0
    attribute: str | None = None
    boxes: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    hidden: bool = False
    pictured: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page states for programs and not for readers: a ``meta`` or ``time`` element, a link, JSON-LD, what a script or
    a comment holds."""

    kind: str
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Recurring:
    """The folded lines that recur on the pages of a site, and on how many."""

    site: str
    lines: Mapping[str, int]
