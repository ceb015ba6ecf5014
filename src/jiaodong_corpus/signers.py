"""Cut all lines of a page, and then those that end in names which only the other lines show to be names."""

import re
from collections.abc import Sequence

from .brands import brand_at, find_brands
from .cut import Part, are_names, cut, halve
from .lexicon import Lexicon
from .model import Block, Label
from .names import is_name
from .page_lines import lines_of

ADVERTISED, BEFORE_DASH = "spam-before-text", re.compile(r"^[一-鿿A-Za-z\d]{4,16}\s?-\s(?=\S.{20,}。)")
OF_ESCORTS = re.compile("茶|微信|外围|上门|海选|会所|夜网|夜场|桑拿|论坛|联系方式")
# What cuts off names behind a last sentence that are known as such; so many on a page show what its brackets are for.
KNOWN, MIN_SIGNED = "byline-behind-last-sentence", 2
ALONE = re.compile(r"\((?P<names>[一-鿿]{2,4}(?:[ 、][一-鿿]{1,4}){0,4})\)")
# (秦 岭), (古交镇 杨民), (高原), (法倩倩): other brackets at the end of a text (完, 资料图片, 化名, 散文) are none.
SIGNER = re.compile(
    r"(?<=[。!?”」』…)])\s*\(\s*(?:(?P<place>[一-鿿]{2,5})\s)?(?P<name>[一-鿿](?:\s?[一-鿿]){1,2})\s*\)$"
)
NO_NAMES = frozenset(["节选", "旧作", "原作", "组诗", "新闻", "化名", "下同", "网友", "老师"])
# The question of a reader is signed for another reason.
ASKS = re.compile(r"^[▲△●◆■]?\s*问\s*:")
MIN_TEXT = 20


def cut_blocks(blocks: Sequence[Block], lexicon: Lexicon) -> list[Part]:
    """Return the parts of the blocks of a page in order, each with the label and the rule of its cut, or (None, "")."""
    lines = lines_of(blocks)
    parts: list[Part] = []
    for block in blocks:
        # What is link from end to end holds one thing, and most blocks of an HTML page are.
        whole = block.layout.link_chars * 5 >= len(block.text) * 4
        parts += [(block, None, "")] if whole else cut(block, lexicon, lines)
    return _cut_signers(_cut_brands(_cut_keywords(parts)), lexicon)


def _cut_keywords(parts: list[Part]) -> list[Part]:
    """Cut the words before a dash off the heads of texts, where those of others are known to be advertised (湖州新茶微信 -)."""
    if not any(rule == ADVERTISED and block.folded.endswith("-") for block, _, rule in parts):
        return parts
    found: list[Part] = []
    for block, label, rule in parts:
        words = BEFORE_DASH.match(block.folded) if label is None else None
        words = words if words and OF_ESCORTS.search(words[0]) else None
        halves = halve(block, words.end()) if words else None
        found += [(halves[0], Label.SPAM, ADVERTISED), (halves[1], None, "")] if halves else [(block, label, rule)]
    return found


def _cut_brands(parts: list[Part]) -> list[Part]:
    """Cut the brands of betting off the lines that they are glued to."""
    brands = find_brands(block.folded for block, _, _ in parts)
    if not brands:
        return parts
    found: list[Part] = []
    for block, label, rule in parts:
        place = brand_at(block.folded, brands) if label is None else None
        halves = halve(block, place[0]) if place else None
        if place and place[0] == len(block.folded):
            found.append((block, Label.SPAM, "brand"))
        elif place and halves:
            spam = (halves[not place[1]], Label.SPAM, "brand")
            rest: Part = (halves[place[1]], None, "")
            found += [spam, rest] if place[1] else [rest, spam]
        else:
            found.append((block, label, rule))
    return found


def _cut_signers(parts: list[Part], lexicon: Lexicon) -> list[Part]:
    """Cut off the last brackets of texts, where other texts of the page end in names."""
    texts = [block.folded for block, _, _ in parts]
    alone = (
        place for place in range(1, len(parts)) if _is_alone(texts[place], lexicon) and _is_whole(texts[place - 1])
    )
    if sum(rule == KNOWN for _, _, rule in parts) + sum(1 for _ in alone) < MIN_SIGNED:
        return parts
    found: list[Part] = []
    for (block, label, rule), below in zip(parts, (*texts[1:], ""), strict=True):
        # The last paragraph of a text is signed, and no other.
        last = label is None and _is_whole(block.folded) and not (_is_whole(below) or ASKS.match(block.folded))
        signer = SIGNER.search(block.folded) if last else None
        halves = halve(block, signer.start()) if signer and _may_sign(signer, lexicon) else None
        found += [(halves[0], None, ""), (halves[1], Label.BYLINE, "signer")] if halves else [(block, label, rule)]
    return found


def _may_sign(signer: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a bracket has the form of a name: one that is known, behind a place too; else set apart, or doubled (法倩倩)."""
    name = signer["name"].replace(" ", "")
    if name in NO_NAMES:
        return False
    apart = len(name) == 2 and name != signer["name"]
    doubled = len(name) == 3 and name[1] == name[2]
    known = is_name(name, lexicon) if signer["place"] else name[0] in lexicon.surnames
    return known or (not signer["place"] and (apart or doubled))


def _is_whole(folded: str) -> bool:
    """Whether a block is a paragraph that ends, by its stop or in brackets behind it."""
    return len(folded) >= MIN_TEXT and "。" in folded and folded.endswith(("。", "!", "?", "”", ")"))


def _is_alone(folded: str, lexicon: Lexicon) -> bool:
    alone = ALONE.fullmatch(folded)
    return alone is not None and are_names(alone["names"], lexicon)
