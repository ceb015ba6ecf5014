"""The templates of sites: the lines that recur from page to page of a site are its furniture."""

import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from .layout import Recurring
from .model import JdcError, Page

VERSION = 1
# A site is learned from so many pages, and a line is of its template from so many, or from this share of them.
MIN_PAGES, MIN_COUNT, MIN_SHARE = 3, 2, 0.02
# Two pages that share this much of their paragraphs hold one article, which recurs and is no template.
LONG, REPRINT = 30, 0.5


@dataclass(frozen=True)
class Templates:
    """By the host of a site, the folded lines that recur on its pages and on how many."""

    sites: Mapping[str, Mapping[str, int]] = field(default_factory=dict, repr=False)

    def of(self, page: Page) -> Recurring | None:
        """Return what recurs on the site of a page, None where the site is not known."""
        site = site_of(page)
        return Recurring(site, self.sites[site]) if site in self.sites else None


def site_of(page: Page) -> str:
    """Return the host of a page: of its address if that is known, else of the one that it states."""
    return host_of((page.source.url, *(one.value for one in page.stated if one.key in {"canonical", "og:url"})))


def host_of(addresses: Iterable[str | None]) -> str:
    """Return the host of the first address that is one; empty where none is."""
    for address in addresses:
        if address:
            try:
                return (urlsplit(address if "//" in address else f"//{address}").hostname or "").lower()
            except ValueError:
                continue
    return ""


def learn(pages: Iterable[Page]) -> Templates:
    """Return the templates of the sites with enough pages. The order of the pages does not matter."""
    by_site: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for page in pages:
        if site := site_of(page):
            by_site[site].append(frozenset(one.folded for one in page.blocks if not one.layout.path.endswith("/title")))
    sites: dict[str, dict[str, int]] = {}
    for site in sorted(by_site):
        distinct = _without_reprints(sorted(by_site[site], key=sorted))
        if len(distinct) >= MIN_PAGES:
            enough = max(MIN_COUNT, MIN_SHARE * len(distinct))
            counts = Counter(line for lines in distinct for line in lines)
            sites[site] = {line: count for line, count in sorted(counts.items()) if count >= enough}
    return Templates(sites)


def _without_reprints(pages: list[frozenset[str]]) -> list[frozenset[str]]:
    """Leave out the pages whose paragraphs mostly stand on one before them, and there on few others."""
    common = Counter(line for lines in pages for line in lines if len(line) >= LONG)
    first: dict[str, int] = {}
    kept: list[frozenset[str]] = []
    for lines in pages:
        own = [line for line in lines if len(line) >= LONG and common[line] <= max(2, len(pages) // 2)]
        shared = Counter(first[line] for line in own if line in first)
        if own and shared and shared.most_common(1)[0][1] >= REPRINT * len(own):
            continue
        for line in own:
            first.setdefault(line, len(kept))
        kept.append(lines)
    return kept


def save(templates: Templates, path: str | os.PathLike[str]) -> None:
    """Write templates to a file.

    Raises:
        JdcError: the file may not be written.

    """
    held = {"version": VERSION, "sites": {site: dict(lines) for site, lines in templates.sites.items()}}
    try:
        Path(path).write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise JdcError(f"{path}: {error.strerror}. Name another file.") from error


def load(path: str | os.PathLike[str]) -> Templates:
    """Read templates from a file.

    Raises:
        JdcError: it cannot be read, or is not one that ``save`` wrote.

    """
    try:
        held = json.loads(Path(path).read_text("utf-8"))
        if held["version"] != VERSION:
            raise ValueError
        return Templates(
            {site: {line: int(count) for line, count in lines.items()} for site, lines in held["sites"].items()}
        )
    except OSError as error:
        raise JdcError(f"{path}: {error.strerror}. Name a file that jdc learn wrote.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise JdcError(f"{path}: holds no templates. Name a file that jdc learn wrote.") from error
