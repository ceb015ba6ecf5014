"""What each label and each rule says: the patterns of the lexicon, and the table of the rules that are code."""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from importlib import resources

from .lexicon import CutPattern, Entry, LabelPattern, Lexicon, PagePattern
from .model import Label

LABELS = {
    Label.HEADLINE: "The headline.",
    Label.KICKER: "The line above the headline (引题).",
    Label.SUBTITLE: "The line below the headline (副题).",
    Label.BYLINE: "Who wrote it, with their roles.",
    Label.META: "Time, source, editor, views: any line that is all fields.",
    Label.SUMMARY: "A standfirst, or an automatic summary.",
    Label.SUBHEADING: "A heading inside the text; a line of the text.",
    Label.BODY: "A paragraph of the text, or a part of one.",
    Label.CAPTION: "The words to a picture, with its credit.",
    Label.EDITOR_CREDIT: "Who edited it, below the text.",
    Label.TAGS: "Keywords of the article.",
    Label.NAV: "Menus, paths, the head of the site.",
    Label.RELATED: "Links to other articles, and their teasers.",
    Label.PAGER: "Previous and next, numbers of pages.",
    Label.COMMENTS: "Comments, and what invites them.",
    Label.DISCLAIMER: "Whose opinion it is, and who may copy it.",
    Label.FOOTER: "The foot of the site: licences, addresses, links.",
    Label.WIDGET: "Buttons, letter size, sharing, codes to scan.",
    Label.AD: "Advertisements, offers of a paywall.",
    Label.SPAM: "Words for search engines.",
    Label.MARKUP: "Tags and marks without a word.",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, what it decides (``label``, ``cut``, ``field``, ``page``, ``dateline``, ``repair``, ``metadata``,
    ``spun``), what it says, the label it gives where that is one, and an example where it is a pattern."""

    name: str
    kind: str
    why: str
    label: str = ""
    example: str = ""


def rules(lexicon: Lexicon) -> Iterator[Rule]:
    """Yield all rules: those of the table, then the patterns."""
    text = resources.files(__package__).joinpath("lexicon", "rules.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, kind, why = line.split("\t")
            yield Rule(name, kind, why)
    for entry in lexicon.entries:
        label = entry.label.value if isinstance(entry, LabelPattern | CutPattern | PagePattern) else ""
        yield Rule(entry.name, _kind(entry), entry.why, label, entry.hits[0])


def find_rules(name: str, lexicon: Lexicon) -> list[Rule]:
    """Return the rules of a name, as records and the audit have it."""
    return [rule for rule in rules(lexicon) if fnmatchcase(name, rule.name)]


def as_markdown(lexicon: Lexicon) -> Iterator[str]:
    """Yield the lines of ``docs/labels_and_rules.md``."""
    yield "# Labels and rules"
    yield ""
    yield "Made by `jdc rule --markdown` from the lexicon. The audit and `jdc explain` name the rule that decided each block."
    yield ""
    yield "| label | of the article | what it is |"
    yield "|---|---|---|"
    yield from (f"| `{label.value}` | {'yes' if label.of_article else 'no'} | {LABELS[label]} |" for label in Label)
    held = list(rules(lexicon))
    for kind in dict.fromkeys(rule.kind for rule in held):
        yield ""
        yield f"## {kind}"
        yield ""
        yield "| rule | label | what it says | example |"
        yield "|---|---|---|---|"
        for rule in (one for one in held if one.kind == kind):
            yield f"| `{rule.name}` | {rule.label} | {_cell(rule.why)} | {_cell(rule.example)} |"


def _cell(text: str) -> str:
    shown = text if len(text) <= 60 or " " in text[:20] else text[:60] + "…"
    return shown.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("\n", " ")


def _kind(entry: Entry) -> str:
    return type(entry).__name__.removesuffix("Pattern").lower()
