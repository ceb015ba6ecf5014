"""Runs of paragraphs: what stands between two of them can part them."""

import re
from dataclasses import dataclass

from .draft import Draft
from .model import Label

# What parts two runs of prose: behind or before these an article is as a rule over.
WALLS = frozenset({Label.EDITOR_CREDIT, Label.PAGER, Label.COMMENTS, Label.FOOTER, Label.RELATED, Label.DISCLAIMER})
# Marks of the printed page and single links, which stand in the middle of a text.
IN_TEXT = ("jump-", "folio", "inline-link", "link-amid-text", "see-page")
# So many short lines in a row are a menu or a list of links; inside an article they can be a list of figures.
MANY_LINES, LONG_LIST = 6, 14
# A line of a list of figures, which an article has in its middle, and how posts of apps mark the points of one.
FIGURE = re.compile(r"^[^:。]{2,12}:\s*\d[\d.,]*\D{0,12}")
POINT = re.compile("^(?:\\d\ufe0f?\u20e3|[✅☑✔❗❌⚠⭐📍📌📢📞🔹🔸🔺🚄🚌🚇🎫💡👉➡▶]\ufe0f?)")
# A list of links is a wall; one or two links stand in the middle of many articles.
FEW_LINKS = 2


@dataclass(frozen=True, slots=True)
class Run:
    """Paragraphs with no wall between; ``wall`` stands above the first, if any, ``inserted`` behind a lone comma by a program."""

    indexes: tuple[int, ...]
    wall: Label | None
    inserted: bool

    def text(self, draft: Draft) -> str:
        """Return the folded text of the run."""
        return "\n".join(map(draft.folded, self.indexes))


def find_runs(draft: Draft) -> list[Run]:
    """Return the runs of paragraphs of a page that are not of its edges, in order."""
    runs: list[Run] = []
    current: list[int] = []
    wall: Label | None = None
    run_wall: Label | None = None
    lines = links = titles = 0
    parted = inserted = run_inserted = False
    text = set(draft.text())
    for index in range(len(draft.blocks)):
        if index in text and index not in draft.edges:
            if current and parted:
                runs.append(Run(tuple(current), run_wall, run_inserted))
                current = []
            if not current:
                run_wall, run_inserted = wall, inserted
            current.append(index)
            wall, lines, links, titles, parted, inserted = None, 0, 0, 0, False, False
        elif draft.labels[index] is None and not draft.is_prose(index):
            lines += FIGURE.match(draft.folded(index)) is None and POINT.match(draft.folded(index)) is None
            parted = parted or lines >= MANY_LINES
            # No article has so many lines in a row, but for figures: this is as good as the head of a list.
            titles += not any(char.isdigit() for char in draft.folded(index))
            wall = wall or (Label.NAV if titles >= LONG_LIST else None)
        elif draft.rules[index] == "end-of-list":
            wall, links, parted = None, 0, False
        elif (
            draft.rules[index] == "page-numbers" and current[-1:] == [index - 1] and not draft.facts[index - 1].finished
        ):
            # A document turns its page amid a sentence.
            continue
        elif draft.labels[index] in WALLS and not draft.rules[index].startswith(IN_TEXT):
            links += draft.labels[index] is Label.RELATED
            if draft.labels[index] is Label.COMMENTS:
                wall = Label.COMMENTS
            elif draft.rules[index] == "related-head":
                # What stands below the head of a list is no comment, though comments stand above it.
                inserted = wall is None and draft.rules[index - 1] == "empty-ad-slot"
                wall = Label.RELATED if wall is Label.COMMENTS else wall or Label.RELATED
            elif draft.labels[index] is not Label.RELATED or links > FEW_LINKS:
                wall = wall or draft.labels[index]
            parted = True
    if current:
        runs.append(Run(tuple(current), run_wall, run_inserted))
    return runs
