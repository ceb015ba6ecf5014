"""Whether an article stands on a page beside the signs of something else: a list of films, a poll, what a firm offers."""

import re
from itertools import pairwise

from .context import BULLET, NUMBERED
from .draft import Draft
from .gaps import is_dated_meta
from .lexicon import PagePattern
from .model import Label

# A paragraph right below time and source is an article, if it is so long; so few paragraphs can be of a list.
MIN_TEXT, FEW = 120, 2
# What a tour offers, word by word.
OFFERED = re.compile(
    r"^■|^(?:交通|住宿|用餐|餐[食饮]|门票|导[服游]|保险|购物|儿童|人数|赠送(?:项目)?|(?:参考)?酒店|[一-鿿]{2,3}(?:市|酒店))\s?(?:[:\s]|包含)"
)
# What a table is made of is no running text.
OF_TABLE = frozenset({"cell-of-table", "row-of-table", "addressee"})


def is_article_beside(draft: Draft, entry: PagePattern, whole: list[int]) -> bool:
    """Whether some of the whole paragraphs of a page are those of an article: two in a row, or one below time and source."""
    signs = {index for index in range(len(draft.blocks)) if entry.regex.search(draft.folded(index))}
    # Right below a sign stands what it counts or dates.
    free = [index for index in whole if signs.isdisjoint({index, index - 1})]
    if entry.label is Label.AD:
        # What is offered is told point by point.
        points = (NUMBERED, BULLET, OFFERED)
        free = [index for index in free if not any(point.match(draft.folded(index)) for point in points)]
    elif len(free) > FEW:
        return True
    below_head = (one for one in free if one and is_dated_meta(draft, one - 1) and draft.facts[one].length >= MIN_TEXT)
    # Clauses and wrapped lines, not the cells of a table.
    known = [rule for rule, label in zip(draft.rules, draft.labels, strict=True) if label is Label.BODY]
    in_a_row = any(two == one + 1 for one, two in pairwise(free))
    return in_a_row or any(below_head) or sum(rule not in OF_TABLE for rule in known) > FEW
