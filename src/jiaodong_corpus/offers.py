"""What is for sale: lines that say so, and products below the head of their list."""

import re

from .draft import Draft
from .model import Label

# The head of the list behind the products.
OF_NEWS = re.compile(r"(?:排行榜?|资讯|新闻|动态|文章|专题)$")
OFFER = (Label.AD, "sales-line")
# The head of some lines with something for sale is no longer (characters).
MAX_HEAD = 10


def extend_products(draft: Draft, head: int) -> None:
    """Label the lines below the head of a list of products, up to what is no line or the head of another list."""
    for index in range(head + 1, len(draft.blocks)):
        other = draft.edges.get(index, OFFER) != OFFER or draft.folded(index) in draft.lexicon.footer
        if not draft.is_line(index) or other or OF_NEWS.search(draft.folded(index)):
            break
        draft.put(index, Label.AD, "below-products-head")


def judge_offers(draft: Draft) -> None:
    """What stands right above two lines with something for sale is their head; between 广告 and an advertisement stands one."""
    for index in range(1, len(draft.blocks) - 1):
        if draft.is_line(index) and draft.rules[index - 1] == "ad-word":
            # A blank line parts it from the title of the next article.
            apart = draft.blocks[index + 1].layout.gap > draft.blocks[index].layout.gap
            titled = apart and draft.is_line(index + 1) and draft.labels[index + 2 : index + 3] == [Label.META]
            if titled or draft.labels[index + 1] is Label.AD:
                draft.put(index, Label.AD, "below-ad-word")
    offers = {index for index, found in draft.edges.items() if found == OFFER}
    for index in sorted(offers - {0}):
        if index + 1 in offers and index - 1 not in offers and draft.facts[index - 1].length <= MAX_HEAD:
            draft.edges.setdefault(index - 1, OFFER)
