"""The places of Shandong that a text names: cities and counties with their codes, circles, zones and waters."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from itertools import accumulate
from pathlib import Path

from .engine import Word
from .model import JdcError
from .words import check_word, read_table

LEVELS = ("province", "prefecture", "county", "circle", "zone", "feature")
CODE = re.compile(r"[1-8]\d{5}")
# So much of the text around a form is looked at.
REACH = 24
ANY = "*"
BODY = re.compile(r"(.{2,}?)(?:[省市县区]委|[省市县区]?(?:人民)?政府)")
BODY_ENDS = "委府"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer; circles, zones and features have no code."""

    name: str
    code: str | None
    level: str


@dataclass(frozen=True, slots=True)
class Context:
    """What, before or behind a form, tells that it is not the place."""

    form: str
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None

    def excludes(self, hans: str, start: int, end: int) -> bool:
        """Tell whether the text at ``start:end`` is something else than the place."""
        if self.before and self.before.search(hans[max(0, start - REACH) : start]):
            return True
        return bool(self.behind and self.behind.match(hans, end))


@dataclass(frozen=True)
class Gazetteer:
    """Places by every form of their names, and what is known of the doubtful ones.

    A form in ``doubtful`` can be something else: it is a place beside other places, or where the text shows the place
    elsewhere. One in ``common`` is an everyday word, too, and a place only beside others.
    """

    forms: Mapping[str, tuple[Place, ...]]
    doubtful: frozenset[str]
    common: frozenset[str]
    contexts: Mapping[str, tuple[Context, ...]]
    words: tuple[Word, ...]

    @cached_property
    def unsure(self) -> frozenset[str]:
        """The forms that can be something else than the place."""
        return self.doubtful | self.common

    @cached_property
    def shared(self) -> dict[str, tuple[str, ...]]:
        """The names that several places have, by the code of each of their cities."""
        shared: dict[str, tuple[str, ...]] = {}
        for places in self.forms.values():
            if len(places) > 1:
                for code in {place.code[:4] for place in places if place.code}:
                    shared[code] = (*shared.get(code, ()), places[0].name)
        return shared


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place that a text names, and where."""

    name: str
    code: str | None
    level: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place as a token of the text; ``sure`` where the form can be nothing else."""

    index: int
    start: int
    end: int
    form: str
    sure: bool


def load_gazetteer(own: Path | None = None) -> Gazetteer:
    """Load the places and the contexts of their forms, and the places of a table of the user's own, of any province.

    Raises:
        JdcError: a line of the table is no place.

    """
    forms: dict[str, tuple[Place, ...]] = {}
    doubtful: set[str] = set()
    common: set[str] = set()
    words: dict[str, Word] = {}
    for row in read_table("places.tsv", 6, own):
        name, others, code, level, frequency, _ = row.columns
        if level not in LEVELS or (code != "-" and not CODE.fullmatch(code)):
            levels = ", ".join(LEVELS)
            raise JdcError(f"{row.place}: {code} {level}: write a code of six digits or -, and one of {levels}.")
        place = Place(name, None if code == "-" else code, level)
        for form in (name, *(others.split() if others != "-" else ())):
            bare = form.rstrip("?")
            forms[bare] = (*forms.get(bare, ()), place)
            if form.endswith("?"):
                (common if form.endswith("??") else doubtful).add(bare)
            if frequency != "-":
                words[bare] = check_word(row.place, bare, frequency, "ns")
    return Gazetteer(forms, frozenset(doubtful), frozenset(common), _load_contexts(), tuple(words.values()))


def _load_contexts() -> dict[str, tuple[Context, ...]]:
    text = resources.files(__package__).joinpath("lexicon", "words", "place_contexts.toml").read_text("utf-8")
    contexts: dict[str, tuple[Context, ...]] = {}
    for one in tomllib.loads(text)["context"]:
        before, behind = (re.compile(one[key]) if key in one else None for key in ("before", "behind"))
        contexts[one["form"]] = (*contexts.get(one["form"], ()), Context(one["form"], before, behind))
    return contexts


def find_places(hans: str, tokens: Sequence[str], gazetteer: Gazetteer) -> tuple[FoundPlace, ...]:
    """Return the places that ``hans`` names, in order of their first mention.

    ``tokens`` spell ``hans``: a place is a whole token, never a piece of one (高密 in 高密度).
    """
    mentions = list(_mentions(hans, tokens, gazetteer))
    kept = {one.index for one in mentions if one.sure}
    # To and fro, so that one of a list vouches for the next.
    for one in (*mentions, *reversed(mentions)):
        if _beside_place(tokens, one.index, kept):
            kept.add(one.index)
    shown = {place for one in mentions if one.index in kept for place in gazetteer.forms[one.form]}
    spans: dict[Place, list[tuple[int, int]]] = {}
    last: dict[str, str] = {}
    for one in mentions:
        places = gazetteer.forms[one.form]
        if one.index in kept or (one.form in gazetteer.doubtful and shown & set(places)):
            place = places[0] if len(places) == 1 else _tell_apart(places, last, shown)
            spans.setdefault(place, []).append((one.start, one.end))
            if place.level == "prefecture" and place.code:
                last |= dict.fromkeys(gazetteer.shared.get(place.code[:4], ()), place.code[:4])
    return tuple(FoundPlace(one.name, one.code, one.level, tuple(ranges)) for one, ranges in spans.items())


def _tell_apart(places: tuple[Place, ...], last: Mapping[str, str], shown: set[Place]) -> Place:
    """Return which of several places of one name is meant: that of the city named last, or else of the only one named.

    Where the text does not tell, the place has no code.
    """
    name = places[0].name
    cities = {city.code[:4] for city in shown if city.level == "prefecture" and city.code}
    meant = [place for place in places if place.code and place.code[:4] == last.get(name)]
    meant = meant or [place for place in places if place.code and place.code[:4] in cities]
    return meant[0] if len(meant) == 1 else Place(name, None, places[0].level)


def _mentions(hans: str, tokens: Sequence[str], gazetteer: Gazetteer) -> Iterator[Mention]:
    everywhere = gazetteer.contexts.get(ANY, ())
    forms = gazetteer.forms
    named = [index for index, token in enumerate(tokens) if token in forms or token[-1] in BODY_ENDS]
    starts = list(accumulate(map(len, tokens), initial=0)) if named else []
    for index in named:
        start, form = starts[index], tokens[index]
        # A few committees and governments are words of the dictionary, with their place in front (济南市委).
        if form not in forms and (body := BODY.fullmatch(form)):
            form = body[1]
        if form in forms:
            contexts: Iterable[Context] = (*gazetteer.contexts.get(form, ()), *everywhere)
            if not any(context.excludes(hans, start, start + len(form)) for context in contexts):
                yield Mention(index, start, start + len(form), form, form not in gazetteer.unsure)


def _beside_place(tokens: Sequence[str], index: int, sure: set[int]) -> bool:
    """Tell whether a doubtful form stands in a list of places or behind the city that it belongs to."""
    if index - 1 in sure or (
        index + 1 < len(tokens) and tokens[index + 1].startswith(("市政府", "市委", "县政府", "县委", "区政府", "区委"))
    ):
        return True
    return any(
        0 < index + step < len(tokens) and tokens[index + step] in "、和与及" and index + 2 * step in sure
        for step in (-1, 1)
    )
