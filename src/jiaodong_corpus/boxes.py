"""Where on an HTML page the article stands: the element whose text outweighs its links, and what inside it is not of it."""

import re
from collections import defaultdict
from collections.abc import Iterable

from .draft import Draft
from .facts import share
from .galleries import element_of_gallery, innermost
from .gaps import TITLE_ELEMENT
from .model import Block, Label
from .outside import label_outside
from .title import HEADINGS, judge_title

# What a block adds to the weight of the elements around it: a paragraph its characters, the rest takes away.
LINE, LINK, FURNITURE, MAX_LINKS = -1.0, -6.0, -30.0, 60.0
# Text that the page does not show counts little: menus and dialogs that a click would open. So does a paragraph between
# links, which is a teaser.
HIDDEN, TEASER = 0.2, 0.25
# What readers say below an article can be longer than it; so many characters of it stand above their first words, and so many
# buttons between and below them.
COMMENT, SOME_TEXT, MIN_BUTTONS = 0.1, 80, 3
COMMENT_BUTTONS = re.compile(r"^(?=.*(?:回复|举报|\d))(?:顶|踩|回复|收藏|举报|点?赞|支持|反对|分享|[\[\]()\d\s|])+$")
# Above the title of the page, and below that of another article, its own text does not stand; with every link below it, it is
# less likely.
BEYOND_TITLE, FADE = 0.15, 0.94
# What is likely of something else speaks against the elements around it, and an element that has nearly the weight of the one
# around it is the better choice.
FOREIGN, NEARLY = 0.2, 0.9
# An element of fewer characters of prose than this is no article to be sure of.
MIN_TEXT, LONG_NOTICE = 20.0, 60
# In an element of the same kind beside it, with no heading in it, less will do.
SIBLING = 0.06
# What teasers behind a text share with it, by weight, at most (as in `belongs.py`).
OTHER_TEXT = 0.1
# They hold one paragraph or line, and never an article.
LEAVES = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "pre", "dd", "dt", "figcaption", "blockquote", "tr"])
NEUTRAL = frozenset(
    {Label.META, Label.BYLINE, Label.EDITOR_CREDIT, Label.CAPTION, Label.SUMMARY, Label.TAGS, Label.MARKUP}
)


def judge_boxes(draft: Draft) -> None:
    """Find the element that holds the article, and label the paragraphs elsewhere as foreign."""
    if not any(one.layout.boxes for one in draft.blocks):
        return
    judge_title(draft)
    main = element_of_gallery(draft)
    heaviest = _heaviest(draft, _weights(draft))
    if main is None or _prose_in(draft, heaviest) > _prose_in(draft, main):
        # Beside the pictures of a gallery an article can stand.
        main = heaviest if main is None else _around(draft, main, heaviest)
    captions = [index for index, one in enumerate(draft.blocks) if _told_by_captions(draft, index, one)]
    if sum(len(draft.folded(index)) for index in captions) > _prose_in(draft, main):
        for index in captions:
            draft.labels[index] = None
        main = _heaviest(draft, _weights(draft))
    if main is None:
        return
    draft.inside = {index for index, one in enumerate(draft.blocks) if main in one.layout.boxes}
    _leave_out_foreign(draft)
    _take_in_siblings(draft, main)
    _take_in_below_title(draft)
    label_outside(draft, draft.inside)


def _around(draft: Draft, one: int, other: int | None) -> int | None:
    """Return the innermost element around two, the second one where that is the page itself."""
    around = innermost(
        next(block.layout.boxes for block in draft.blocks if box in block.layout.boxes) for box in (one, other)
    )
    return other if around is None else around


def _take_in_below_title(draft: Draft) -> None:
    """Take into the element what is told right below the title, above it: who asks, where the element holds the answers."""
    assert draft.inside is not None
    first = min(draft.inside, default=0)
    index = draft.title + 1 if draft.title is not None else first
    while index < first and (draft.is_prose(index) or draft.labels[index] is Label.META):
        if (
            draft.is_prose(index)
            and not draft.blocks[index].layout.link_chars
            and not draft.blocks[index].layout.hidden
        ):
            draft.inside.add(index)
        index += 1


def _told_by_captions(draft: Draft, index: int, block: Block) -> bool:
    """Whether a block is a caption as long as a paragraph: on a page of pictures the captions are the text."""
    told = draft.labels[index] is Label.CAPTION and block.layout.attribute is None
    return told and draft.facts[index].prose and 2 * block.layout.link_chars <= draft.facts[index].length


def _prose_in(draft: Draft, main: int | None) -> int:
    return sum(
        draft.facts[index].length
        for index, one in enumerate(draft.blocks)
        if main in one.layout.boxes and draft.is_prose(index)
    )


def _weights(draft: Draft) -> list[float]:
    title = draft.title
    plain = [_weight(draft, index) for index in range(len(draft.blocks))]
    weights: list[float] = []
    comments = _find_comments(draft)
    fade = 1.0
    for index, weight in enumerate(plain):
        below_title = title is not None and index > title
        if below_title and weight <= LINK:
            fade *= FADE
        if below_title and draft.blocks[index].layout.path.endswith("/h1"):
            fade *= BEYOND_TITLE
        if weight <= 0:
            weights.append(weight)
            continue
        near = fade if below_title or title is None else BEYOND_TITLE
        shown = HIDDEN if draft.blocks[index].layout.hidden else 1.0
        spoken = COMMENT if comments is not None and index > comments else 1.0
        share = near * shown * spoken * (TEASER if _between_links(plain, index) else 1.0)
        weights.append(weight * (share - FOREIGN * (1 - share)))
    return weights


def _find_comments(draft: Draft) -> int | None:
    """Return where the comments begin: behind some text below the title, with buttons to answer or to like further down."""
    told = 0
    for index in range(0 if draft.title is None else draft.title, len(draft.blocks)):
        told += draft.facts[index].length if draft.is_prose(index) and not draft.blocks[index].layout.hidden else 0
        if draft.labels[index] is Label.COMMENTS and told >= SOME_TEXT:
            buttons = sum(
                draft.labels[below] is Label.COMMENTS or COMMENT_BUTTONS.match(draft.folded(below)) is not None
                for below in range(index + 1, len(draft.blocks))
            )
            return index if buttons >= MIN_BUTTONS else None
    return None


def _between_links(weights: list[float], index: int) -> bool:
    above = next((weights[one] for one in range(index - 1, -1, -1) if weights[one] != 0), 0.0)
    below = next((weights[one] for one in range(index + 1, len(weights)) if weights[one] != 0), LINK)
    return above < LINK and below <= LINK


def _weight(draft: Draft, index: int) -> float:
    block, facts, label = draft.blocks[index], draft.facts[index], draft.labels[index]
    if block.layout.attribute or block.layout.path.endswith(TITLE_ELEMENT):
        return 0.0
    if 2 * block.layout.link_chars > facts.length:
        return -min(block.layout.link_chars, MAX_LINKS) + LINK
    # The controls of a player stand above the text of its article.
    if label in NEUTRAL or draft.rules[index] == "video-player":
        return 0.0
    if label is not None or (index in draft.edges and not (facts.prose and facts.length >= LONG_NOTICE)):
        return FURNITURE
    if index in draft.edges:
        # It can be what an article on the matter says.
        return LINE
    return float(facts.length - block.layout.link_chars) if facts.prose else LINE


def _heaviest(draft: Draft, weights: list[float]) -> int | None:
    """Return the innermost element of the greatest weight, or the one around it where it holds but one paragraph."""
    places: dict[int, int] = {}
    for index, weight in enumerate(weights):
        if weight > 0:
            places |= dict.fromkeys(draft.blocks[index].layout.boxes, index)
    sums = dict.fromkeys(places, 0.0)
    for index, weight in enumerate(weights):
        if weight:
            for box in draft.blocks[index].layout.boxes:
                # Inside an element without prose there is none either.
                if box not in sums:
                    break
                sums[box] += weight
    if not places or max(map(sums.__getitem__, places)) < MIN_TEXT:
        return None
    layouts = {box: draft.blocks[index].layout for box, index in places.items()}
    heaviest = max(places, key=lambda box: (sums[box], layouts[box].boxes.index(box)))
    inner = [box for box in places if heaviest in layouts[box].boxes[: layouts[box].boxes.index(box) + 1]]
    inner = [box for box in inner if sums[box] >= NEARLY * sums[heaviest]]
    best = max(inner, key=lambda box: layouts[box].boxes.index(box))
    around = layouts[best].boxes[: layouts[best].boxes.index(best) + 1]
    tags = layouts[best].path.split("/")
    return next((box for box, tag in reversed([*zip(around, tags, strict=False)]) if tag not in LEAVES), best)


def holder_of(block: Block) -> int:
    """Return the element that a block stands in as one of its paragraphs or lines."""
    tags = block.layout.path.split("/")
    place = min(len(tags), len(block.layout.boxes)) - 1
    while place > 0 and tags[place] in LEAVES:
        place -= 1
    return block.layout.boxes[place]


def text_element(draft: Draft, indexes: Iterable[int]) -> int:
    """Return the element that holds most of some paragraphs directly."""
    lengths: defaultdict[int, int] = defaultdict(int)
    for index in indexes:
        lengths[holder_of(draft.blocks[index])] += draft.facts[index].length
    return max(lengths, key=lambda one: lengths[one])


def _leave_out_foreign(draft: Draft) -> None:
    """Take out of the element what stands in others inside it, behind its text, and shares few words with it."""
    assert draft.inside is not None
    prose = [index for index in sorted(draft.inside) if draft.is_prose(index)]
    if not prose:
        return
    element = text_element(draft, prose)
    own = [index for index in prose if holder_of(draft.blocks[index]) == element]
    known = draft.pairs_of(own)
    names = draft.blocks[own[0]].layout.names
    # Each paragraph can have an element of its own.
    last = max(index for index in prose if index in own or draft.blocks[index].layout.names == names)
    linked = {
        box for index in draft.inside if draft.blocks[index].layout.link_chars for box in _near(draft.blocks[index])
    }
    others = [
        index
        for index in prose
        if index > last
        and draft.blocks[index].layout.names != names
        and not linked.isdisjoint(_near(draft.blocks[index]))
    ]
    # Asked of all together: one of many points can share next to nothing with the text.
    if draft.kinship(draft.pairs_of(others), known) < OTHER_TEXT:
        draft.inside.difference_update(others)


def _take_in_siblings(draft: Draft, main: int) -> None:
    """Take into the element the ones beside it that are of its kind and go on with its text: a list of links parted it."""
    assert draft.inside is not None
    one = next(draft.blocks[index].layout for index in sorted(draft.inside) if main in draft.blocks[index].layout.boxes)
    depth = one.boxes.index(main)
    above, tag, name = one.boxes[:depth], one.path.split("/")[depth], one.names[depth]
    # `html` and `body` have none beside them, and elements without a name are all alike.
    if not name:
        return
    siblings: defaultdict[int, list[int]] = defaultdict(list)
    for index, block in enumerate(draft.blocks):
        here = block.layout
        if index in draft.inside or len(here.boxes) <= depth or here.boxes[:depth] != above:
            continue
        if here.boxes[depth] != main and here.names[depth] == name and here.path.split("/")[depth] == tag:
            siblings[here.boxes[depth]].append(index)
    known = draft.pairs_of(index for index in draft.inside if draft.is_prose(index))
    for indexes in siblings.values():
        prose = [index for index in indexes if draft.is_prose(index)]
        titled = any(draft.blocks[index].layout.path.endswith(HEADINGS) for index in indexes)
        if prose and not titled and share(draft.pairs_of(prose), known) >= SIBLING:
            draft.inside.update(indexes)


def _near(block: Block) -> tuple[int, ...]:
    """Return the elements right around a block, in which links beside it stand."""
    return block.layout.boxes[-3:]
