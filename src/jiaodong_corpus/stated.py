"""What an HTML page states for programs about its article: meta elements, JSON-LD, times, scripts and comments, as findings.

They have no place in the text; what the page prints goes before them.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from .layout import Stated
from .model import NOWHERE, Finding
from .names import OUTLET
from .times import iso_time

# The keys of meta elements, surest first.
PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "bytedance:published_time", "pubdate", "publishdate",
    "publish-date", "publish_time", "og:release_date", "weibo:article:create_at", "weibo: article:create_at", "dc.date", "date",
)  # fmt: skip
UPDATED = (
    "article:modified_time",
    "datemodified",
    "bytedance:updated_time",
    "og:updated_time",
    "weibo: article:update_at",
)
AUTHOR = ("article:author", "og:article:author", "author", "byl", "twitter:creator")
OUTLETS = ("source", "mediaid", "article:source", "contentsource")
TITLES = ("og:title", "twitter:title")
ADDRESSES = ("canonical", "og:url")
META = (
    ("url", ADDRESSES),
    ("published", PUBLISHED),
    ("updated", UPDATED),
    ("byline", AUTHOR),
    ("outlet", OUTLETS),
    ("headline", TITLES),
)
JSON_LD = {
    "datePublished": "published", "pubDate": "published", "dateModified": "updated", "upDate": "updated", "author": "byline",
    "headline": "headline",
}  # fmt: skip
COMMENT = {"date": "published", "author": "byline", "title": "headline"}
ADDRESS = re.compile(r"https?://[\w-]+(?:\.[\w-]+)+(?::\d+)?/\S{1,500}$")
# Who put the page on the site, by the name of an account.
ACCOUNT = re.compile(r"\w*(?:admin|editor|webmaster|root)\w*|[a-z0-9]+_[a-z0-9_]+|[a-z]*\d+", re.ASCII | re.IGNORECASE)
MAX_JSON, MAX_VALUE = 200_000, 120
MAX_PEOPLE = 8


def read_stated(stated: Iterable[Stated]) -> list[Finding]:
    """Return what is stated as findings, the surest of each field first; an author that is a medium is left out."""
    found = [*_meta(stated), *_json_ld(stated), *_comments(stated), *_times(stated)]
    return [one for one in found if _plausible(one)]


def _plausible(one: Finding) -> bool:
    if one.field in {"published", "updated"}:
        # What a system puts where nobody gave a time lies before there were pages.
        return (iso_time(one.value) or "") >= "1994"
    if one.field == "byline":
        account = ACCOUNT.fullmatch(one.value) is not None
        return (
            2 <= len(one.value) <= 24 and not account and not OUTLET.match(one.value) and not set("/@") & set(one.value)
        )
    if one.field == "url":
        return ADDRESS.match(one.value) is not None
    return 1 < len(one.value) <= MAX_VALUE


def _meta(stated: Iterable[Stated]) -> Iterator[Finding]:
    values = {one.key: one for one in reversed([*stated]) if one.kind in {"meta", "link"}}
    for field, keys in META:
        for key in keys:
            if key in values:
                yield Finding(field, values[key].value, NOWHERE, f"{values[key].kind}-{key}")


def _comments(stated: Iterable[Stated]) -> Iterator[Finding]:
    """What a comment of the system that made the page says."""
    for one in stated:
        if one.kind == "comment":
            yield Finding(COMMENT[one.key], one.value, NOWHERE, f"comment-{one.key}")


def _times(stated: Iterable[Stated]) -> Iterator[Finding]:
    for one in stated:
        if one.kind in {"time", "script"}:
            rule = "time-element" if one.kind == "time" else f"script-{one.key}"
            yield Finding("updated" if "modified" in one.key else "published", one.value, NOWHERE, rule)


def _json_ld(stated: Iterable[Stated]) -> Iterator[Finding]:
    for one in stated:
        if one.kind != "json-ld" or len(one.value) > MAX_JSON:
            continue
        try:
            held = json.loads(one.value, strict=False)
        except (ValueError, RecursionError):
            continue
        for entry in _entries(held):
            for key, field in JSON_LD.items():
                for value in _strings(entry.get(key)):
                    yield Finding(field, value, NOWHERE, f"json-ld-{key}")


def _entries(held: object) -> Iterator[dict[str, Any]]:
    for one in held if isinstance(held, list) else [held]:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            yield from (entry for entry in (graph if isinstance(graph, list) else []) if isinstance(entry, dict))


def _strings(value: object) -> list[str]:
    """Return the strings that a value holds: itself, the name of a person, or those of several."""
    found: list[str] = []
    for one in (value if isinstance(value, list) else [value])[:MAX_PEOPLE]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and name.strip():
            found.append(name.strip())
    return found
