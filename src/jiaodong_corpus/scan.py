"""Look through the markup of a page for shapes on which the fast parser is slow, in one pass over its tags."""

import re
from collections import Counter

# lexbor's cost grows with the square of these: elements in each other, formatting elements left open (each paragraph opens
# them again), options left open, attributes of one tag. Measured: below these sizes a page costs milliseconds.
MAX_DEPTH, MAX_FORMATTING, MAX_OPTIONS, MAX_ATTRIBUTES = 400, 150, 2000, 1000
# A page of so few tags costs little in whatever shape; one of this many, if it leaves few formatting elements open.
FEW_TAGS, MANY_TAGS = 2500, 10_000
# A tag with so many attributes is longer than this.
LONG_TAG = re.compile(r"<[a-zA-Z][^<]{4096,}")
NAME = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]*)")
ATTRIBUTE = re.compile(r"""[\s/]*+[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?""")
FORMATTING = frozenset(
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]
)
# A link closes the link before it, and so does nobr: of these one is left open at most.
PILING = re.compile(rf"<(?=[bceftsuiBCEFTSUI])(?i:{'|'.join(sorted(FORMATTING - {'a', 'nobr'}))})[\s/>]")
# Elements without content, and those that the next of their kind closes: leaving them open nests nothing.
FLAT = frozenset(
    re.findall(
        r"\w+",
        "area base br col embed frame hr img input link meta param source track wbr html head body p li option optgroup "
        "dt dd tr td th tbody thead tfoot colgroup ",
    )
)


def refusal(html: str) -> str | None:
    """Return why the fast parser should not be given this page, or None where it may be.

    >>> refusal("<p>青岛</p>"), refusal("<div>" * 12_000)
    (None, 'elements nested too deep')

    """
    tags = html.count("<")
    if tags > MANY_TAGS or (tags > FEW_TAGS and len(PILING.findall(html)) > MAX_FORMATTING):
        reason = _open_too_long(html)
        if reason:
            return reason
    if any(_attributes(match[0][1:]) > MAX_ATTRIBUTES for match in LONG_TAG.finditer(html)):
        return "too many attributes in a tag"
    return None


def _open_too_long(html: str) -> str | None:
    open_now: Counter[str] = Counter()
    depth = formatting = 0
    for tag in map(str.lower, NAME.findall(html)):
        name = tag.removeprefix("/")
        if tag[0] == "/":
            if open_now[name] > 0:
                open_now[name] -= 1
                depth -= name not in FLAT
                formatting -= name in FORMATTING
            continue
        open_now[name] += 1
        if name not in FLAT:
            depth += 1
            formatting += name in FORMATTING
            if depth > MAX_DEPTH:
                return "elements nested too deep"
            if formatting > MAX_FORMATTING:
                return "formatting elements left open"
    return "options left open" if open_now["option"] > MAX_OPTIONS else None


def _attributes(tag: str) -> int:
    """Count what reads as attributes up to the end of the tag, or of the text that was taken for one."""
    count = place = 0
    while count <= MAX_ATTRIBUTES and (match := ATTRIBUTE.match(tag, place)):
        count += 1
        place = match.end()
    return count
