"""Walk the tree that lexbor, the fast parser, makes of a page."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .assemble import BLANK, INLINE, NO_BREAK, UNSEEN, VOID, Assembly, is_hidden, state
from .layout import Stated

MAY_HIDE = "[hidden], [style*='none' i], [style*='hidden' i]"
TEXT, COMMENT = "-text", "-comment"


def walk_lexbor(html: str, assembly: Assembly) -> None:
    """Parse a page and hand its elements and text nodes over in their order. It is never recursive: pages are deep."""
    parser = LexborHTMLParser(html)
    hidden = frozenset(node.mem_id for node in parser.css(MAY_HIDE))
    first = parser.root
    while first is not None and first.prev is not None:
        first = first.prev
    node: LexborNode | None = first
    # What stands open: for an element inside a line whether it is a link and hidden, for one that breaks text None.
    opened: list[tuple[bool, bool] | None] = []
    while node is not None:
        down = _enter(node, assembly, opened, hidden)
        below = node.first_child if down else None
        if below is not None:
            node = below
            continue
        if down:
            _leave(assembly, opened)
        while node is not None and node.next is None:
            node = node.parent if opened else None
            if node is not None:
                _leave(assembly, opened)
        node = node.next if node is not None else None
    assembly.flush()


def _enter(
    node: LexborNode, assembly: Assembly, opened: list[tuple[bool, bool] | None], may_hide: frozenset[int]
) -> bool:
    """Hand a node over; tell whether it was opened and its content is to be walked."""
    tag = node.tag
    if tag == TEXT:
        assembly.add(node.text_content or "")
        return False
    if tag in INLINE:
        link = tag == "a"
        # The attributes of each element inside a line would cost as much as all the rest.
        hidden = bool(may_hide) and node.mem_id in may_hide and is_hidden(node.attributes)
        if tag == "time":
            assembly.stated += filter(None, [state(tag, node.attributes)])
        assembly.open_inline(link, hidden)
        opened.append((link, hidden))
        return True
    if tag in NO_BREAK or tag == COMMENT or tag is None or tag[0] in "-!":
        _note(node, tag or COMMENT, assembly)
        return False
    if tag in VOID:
        assembly.flush()
        return False
    assembly.open_box(tag, node.attributes)
    opened.append(None)
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


def _leave(assembly: Assembly, opened: list[tuple[bool, bool] | None]) -> None:
    inline = opened.pop()
    if inline is None:
        assembly.close_box()
    else:
        assembly.close_inline(*inline)
