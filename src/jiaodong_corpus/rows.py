"""Rows of words: menus, links in the foot of a page, buttons with their counts."""

import re
from collections import Counter

from .draft import Draft
from .lexicon import Lexicon
from .model import Label

COUNTED_BUTTONS = re.compile(r"^(?=.*\d)(?=.*[一-鿿])(?:\d|评论|分享|收藏|点?赞|在看|转发|举报|喜欢|推荐|[()\s|·])+$")
SECTION = re.compile(r"^[一二三四五六七八九十]{1,3}、")
# A clause and the beginning of the next, or a list, which a column broke: 一体化发展提速,青岛、烟台、威
BROKEN_OFF = re.compile(r"[一-鿿]{6,},[一-鿿]|[一-鿿]{8,}、[一-鿿]")
FOOTER_ENDS = ("版权所有", "简介", "概况")
# What people look for in one place (南京桑拿会所,南京夜网论坛,…): so many terms of such lengths, this share (0..1) of which begin
# with the same two characters. In a menu they are shorter (南京新闻), and the names of offices end otherwise.
TERM_GAP, OFFICE = re.compile(r"[\s,|_]+"), re.compile("(?:[局厅处]|委员会|政府|公开|制度)$")
MIN_TERMS, MEAN_TERM, MAX_TERM, SAME_BEGINNING = 4, 4.5, 14, 0.6
# Words of a menu that a dump glued together are so long at most, and so many at least.
MAX_GLUED, MIN_GLUED = 4, 4


def read_row(draft: Draft, folded: str, words: list[str]) -> tuple[Label, str] | None:
    """Return what a row of buttons, of footer links or of menu words is."""
    if COUNTED_BUTTONS.match(folded):
        return Label.WIDGET, "counted-buttons"
    if _is_row_of_terms(folded):
        return Label.SPAM, "row-of-search-terms"
    if len(words) == 1 and _is_glued_menu(folded, draft.lexicon):
        return Label.NAV, "row-of-menu-words"
    for label, rule, known, enough in (
        (Label.FOOTER, "row-of-footer-links", draft.lexicon.footer, 2),
        (Label.NAV, "row-of-menu-words", draft.lexicon.menu, 3),
    ):
        told = sum(word in known or word.endswith(FOOTER_ENDS) for word in words)
        if SECTION.match(folded) or BROKEN_OFF.search(folded):
            # 五、联系方式 heads a section of a notice.
            break
        whole = len(words) > 1 and all(word in known for word in words)
        if whole or (len(words) >= enough and 2 * told >= len(words)):
            return label, rule
    return None


def _is_row_of_terms(folded: str) -> bool:
    """Whether a line is terms that farms print to be found, most of them with the same beginning."""
    terms = TERM_GAP.split(folded)
    if len(terms) < MIN_TERMS or not all(term.isalpha() and len(term) <= MAX_TERM for term in terms):
        return False
    same = max(Counter(term[:2] for term in terms).values())
    long = sum(map(len, terms)) >= MEAN_TERM * len(terms)
    return long and same >= SAME_BEGINNING * len(terms) and not any(map(OFFICE.search, terms))


def _is_glued_menu(folded: str, lexicon: Lexicon) -> bool:
    """Whether a line is words of a menu and nothing else, with no space between, four or more."""
    place, words = 0, 0
    while place < len(folded):
        length = next((one for one in range(MAX_GLUED, 1, -1) if folded[place : place + one] in lexicon.menu), 0)
        if not length:
            return False
        place, words = place + length, words + 1
    return words >= MIN_GLUED
