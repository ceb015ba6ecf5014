"""What was found out about lines, kept for the next page: many lines of a site stand on all of its pages."""

from collections.abc import Hashable
from typing import TypeVar

# So many lines are kept: those of some hundred pages, a few megabytes.
MOST = 20_000

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Memory(dict[Key, Value]):
    """A dictionary that forgets all when it is full. It holds only what follows from the key, so nothing depends on it."""

    def __setitem__(self, key: Key, value: Value) -> None:
        if len(self) >= MOST:
            self.clear()
        super().__setitem__(key, value)
