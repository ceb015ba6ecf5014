"""Walk the tree that lexbor, the fast parser, makes of a page."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .assemble import BLANK, INLINE, NO_BREAK, UNSEEN, VOID, Assembly, is_hidden, state
from .layout import Stated

MAY_HIDE = "[hidden], [style*='none' i], [style*='hidden' i]"
TEXT, COMMENT = "-text", "-comment"
# What stands open: an element, whether it is a link inside a line, whether it is hidden, and whether it breaks text.
Opened = list[tuple[LexborNode, bool, bool, bool]]


def walk_lexbor(html: str, assembly: Assembly) -> None:
    """Parse a page and hand its elements and text nodes over in their order. It is never recursive: pages are deep."""
    parser = LexborHTMLParser(html)
    hidden = frozenset(node.mem_id for node in parser.css(MAY_HIDE))
    node: LexborNode | None = parser.root
    while node is not None and node.prev is not None:
        node = node.prev
    opened: Opened = []
    while node is not None:
        tag = node.tag
        if tag == TEXT:
            assembly.add(node.text_content or "")
        elif _enter(node, tag or COMMENT, assembly, opened, hidden):
            below = node.first_child
            if below is not None:
                node = below
                continue
            _leave(assembly, opened)
        following = node.next
        while following is None and opened:
            # Kept from the way down: asking a node for its parent makes a new object.
            following = _leave(assembly, opened).next
        node = following
    assembly.flush()


def _enter(node: LexborNode, tag: str, assembly: Assembly, opened: Opened, may_hide: frozenset[int]) -> bool:
    """Hand an element over; tell whether it was opened and its content is to be walked."""
    if tag in INLINE:
        link = tag == "a"
        # The attributes of each element inside a line would cost as much as all the rest.
        hidden = bool(may_hide) and node.mem_id in may_hide and is_hidden(node.attributes)
        if tag == "time":
            assembly.stated += filter(None, [state(tag, node.attributes)])
        if link or hidden:
            assembly.open_inline(link, hidden)
        opened.append((node, link, hidden, False))
        return True
    if tag in NO_BREAK or tag[0] in "-!":
        _note(node, tag, assembly)
        return False
    if tag in VOID:
        assembly.flush()
        return False
    assembly.open_box(tag, node.attributes)
    opened.append((node, False, False, True))
    return True


def _note(node: LexborNode, tag: str, assembly: Assembly) -> None:
    """Take what an element without text for a reader states, and count it."""
    if tag == "img":
        assembly.add_picture(node.attributes.get("alt"))
    elif tag in {"meta", "link"}:
        assembly.stated += filter(None, [state(tag, node.attributes)])
    elif tag == COMMENT:
        assembly.unseen["comment"] += 1
    elif tag in UNSEEN:
        assembly.unseen[tag] += 1
        if tag == "script" and "ld+json" in (node.attributes.get("type") or ""):
            assembly.stated.append(Stated("json-ld", "", node.text(deep=True).strip(BLANK)))


def _leave(assembly: Assembly, opened: Opened) -> LexborNode:
    """Close the element that was opened last, and return it."""
    node, link, hidden, breaks = opened.pop()
    if breaks:
        assembly.close_box()
    elif link or hidden:
        assembly.close_inline(link, hidden)
    return node
