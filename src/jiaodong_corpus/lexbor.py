"""Walk the tree that lexbor, the fast parser, makes of a page."""

from collections.abc import Callable
from functools import partial

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .assemble import BLANK, INLINE, JAMMER, NO_BREAK, UNSEEN, VOID, Assembly, is_hidden, state
from .layout import Stated

MAY_HIDE = f"[hidden], [style*='none' i], .{JAMMER}"
TEXT, COMMENT = "-text", "-comment"
SINGLE, TELLING = VOID | NO_BREAK, frozenset({"a", "time"})
# What closes an element that stands open; None for one that changes nothing.
Close = Callable[[], None] | None


def walk_lexbor(html: str, assembly: Assembly) -> None:
    """Parse a page and hand its elements and text nodes over in their order. It is never recursive: pages are deep."""
    parser = LexborHTMLParser(html)
    hidden = frozenset(node.mem_id for node in parser.css(MAY_HIDE))
    node: LexborNode | None = parser.root
    while node is not None and node.prev is not None:
        node = node.prev
    opened: list[tuple[LexborNode, Close]] = []
    pieces, close_box = assembly.pieces, assembly.close_box
    while node is not None:
        tag = node.tag
        below = close = None
        if tag == TEXT:
            text = node.text_content or ""
            # Most are white space between elements, which is not worth a call.
            if pieces or not text.isspace():
                assembly.add(text)
        elif tag in INLINE:
            # Most of these change nothing, and their attributes would cost as much as all the rest.
            if tag in TELLING or (hidden and node.mem_id in hidden):
                close = _open_inline(node, tag, assembly, hidden)
            below = node.first_child
        elif tag in SINGLE or not tag or tag[0] in "-!":
            _note(node, tag or COMMENT, assembly)
        else:
            assembly.open_box(tag, node.attributes)
            close, below = close_box, node.first_child
        if below is not None:
            opened.append((node, close))
            node = below
            continue
        if close is not None:
            close()
        following = node.next
        while following is None and opened:
            # Kept from the way down: asking a node for its parent makes a new object.
            node, close = opened.pop()
            if close is not None:
                close()
            following = node.next
        node = following
    assembly.flush()


def _open_inline(node: LexborNode, tag: str | None, assembly: Assembly, may_hide: frozenset[int]) -> Close:
    """Open an element inside a line; return what closes it."""
    link = tag == "a"
    hidden = bool(may_hide) and node.mem_id in may_hide and is_hidden(node.attributes)
    if tag == "time":
        assembly.stated += filter(None, [state("time", node.attributes)])
    if link or hidden:
        assembly.open_inline(link, hidden)
        return partial(assembly.close_inline, link, hidden)
    return None


def _note(node: LexborNode, tag: str, assembly: Assembly) -> None:
    """Take an element whose content is not walked: what it states, and count it."""
    if tag == COMMENT:
        assembly.unseen["comment"] += 1
    elif tag == "img":
        assembly.add_picture(node.attributes.get("alt"))
    elif tag in VOID:
        assembly.flush()
    elif tag in {"meta", "link"}:
        assembly.stated += filter(None, [state(tag, node.attributes)])
    elif tag in UNSEEN:
        assembly.unseen[tag] += 1
        if tag == "script" and "ld+json" in (node.attributes.get("type") or ""):
            assembly.stated.append(Stated("json-ld", "", node.text(deep=True).strip(BLANK)))
