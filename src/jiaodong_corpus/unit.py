"""What a parser of dumps or of HTML hands over to be repaired and laid out."""

from typing import NamedTuple

from .layout import Layout
from .model import Span


class Unit(NamedTuple):
    """A stretch of ``source_text`` that becomes one block."""

    source: Span
    raw: str
    layout: Layout = Layout()
