"""The text of chat platforms, one clause a line."""

import re
from collections import Counter
from itertools import pairwise

from .broken_sentences import MIN_BROKEN, judge_broken_sentences
from .clause_lines import CLAUSE, HEADING_NUMBER, MAX_CLAUSE, SENTENCE_WORDS, clauses_below_head, is_clause
from .context import has_text_above
from .draft import Draft
from .gaps import HEAD_LABELS
from .model import Label

# Text with one clause a line: many short lines in a row, with blank lines between its paragraphs or none at all.
MIN_CLAUSES, MAX_MEAN, OF_SENTENCES, FINISHED = 10, 18, 0.045, 3
# So many lines closer to each other than the rest make a paragraph.
MIN_CLOSE = 3
PAUSES, NEARLY_ALL = (",", "。", "!", "?", ";", ":", "、", "…"), 0.9
# Where so many of their characters are such words, so many of the lines will do, and a notice of the site says nothing.
MANY_WORDS, MOST = 0.06, 0.75
# So many lines with such a share of these words are clauses, whatever stands above them; so few end in a pause where none is tied.
LONG_RUN, ALL_WORDS, FEW_ENDED = 20, 0.1, 0.2
# A headline is so many times as long as the longest clause, and no shorter.
LONGER, MIN_SUBHEADING = 1.25, 4
# A page with a longer paragraph (120 without a stop) is no text of clauses.
LONG_PARAGRAPH, LONG_SENTENCES = 120, 60
# On the page of a chat platform nothing else stands there.
OF_CHAT = re.compile(r"点击[上下]方蓝[字色]|点个?[“\"]?在看|预览时标签不可点|微信扫一扫\s*关注该公众号|关注该公众号")
# The line of author, account, time and place on a chat platform, and what stands behind a text there.
POSTED = re.compile(r"^原创\s|发表于\s*[一-鿿]{2,4}$|\d{1,2}:\d{2}\s+[一-鿿]{2,3}$")
# So many lines of so many characters, with this share of words that only sentences have, are clauses.
MIN_OPENING, CLAUSE_CHARS, OWN_SENTENCES, OF_CHAT_CHARS = 4, (4, 26), 0.08, 2
OF_ACCOUNT = re.compile(r"来源\s*:\s*[^\s|]{0,20}(?:微信|公众号)|微信(?:公众)?号")
# So many lines between two paragraphs, so short on average, with this share of such words, are clauses.
MIN_BETWEEN, MEAN_BETWEEN, WORDS_BETWEEN = 6, 13, 0.05
DAY_FIRST = re.compile(r"(?:日前|近[日期]|昨[天日]|今[天日年]|\d{1,2}月\d{1,2}日)")
PICTURE_BETWEEN = frozenset({None, Label.CAPTION, Label.MARKUP})
ENDS = frozenset(
    {Label.BYLINE, Label.EDITOR_CREDIT, Label.DISCLAIMER, Label.TAGS, Label.RELATED, Label.COMMENTS, Label.FOOTER}
)


def judge_clauses(draft: Draft) -> None:
    """Label as body the text of chat platforms, one clause a line; blank lines part its paragraphs."""
    if Label.BODY in draft.labels:
        return
    lines = [index for index in range(len(draft.blocks)) if is_clause(draft, index)]
    long = [
        index
        for index in draft.prose()
        if draft.facts[index].length > (LONG_SENTENCES if draft.facts[index].full_stop else LONG_PARAGRAPH)
    ]
    if long or len(lines) < MIN_CLAUSES:
        judge_broken_sentences(draft)
    below = clauses_below_head(draft)
    if below:
        _label_clauses(draft, _below_headline(draft, below), below)
        return
    if len(lines) < MIN_CLAUSES:
        return
    body = _wordiest_run(draft, lines)
    # Pauses end most clauses and no titles; where none do, hardly a line of the page is anything else.
    paused = 2 * _ended(draft, body) >= len(body)
    share = _share_of_words(draft, body)
    most = len(body) >= (NEARLY_ALL if share < MANY_WORDS else MOST) * len(lines)
    told = any(draft.is_prose(index) and draft.facts[index].full_stop for index in range(body[0]))
    wordy = len(body) >= LONG_RUN and share >= ALL_WORDS
    alone = most and ((wordy and not told) or not has_text_above(draft, body[0]))
    if (paused or alone) and share >= OF_SENTENCES and not _outweighed(draft, body, lines, long, share):
        _label_clauses(draft, _below_headline(draft, body), lines)
        return
    posted = _lines_of_post(draft)
    if _share_of_words(draft, posted) >= OF_SENTENCES:
        _label_clauses(draft, posted, posted)


def _below_headline(draft: Draft, body: list[int]) -> list[int]:
    """Leave out the headline of a page that has no line above its clauses: one of the first two, longer than any clause."""
    above = any(draft.labels[index] in {None, Label.META, Label.BYLINE, Label.HEADLINE} for index in range(body[0]))
    by_length = sorted(body, key=lambda index: draft.facts[index].length)
    longest, next_longest = by_length[-1], draft.facts[by_length[-2]].length
    # The name of a section can stand first.
    first = body[1] if draft.facts[body[0]].length < MIN_SUBHEADING else body[0]
    headed = longest == first and draft.facts[longest].length >= LONGER * next_longest
    headed = headed and not draft.facts[longest].comma
    return body[body.index(longest) + 1 :] if headed and not above else body


def judge_opening_clauses(draft: Draft, below: list[int]) -> None:
    """Label the clauses, one a line, that a chat platform puts between time and source and the first paragraph."""
    named = [index for index in below if draft.labels[index] in HEAD_LABELS]
    lines = [index for index in below if named and index > named[-1] and draft.labels[index] is None]
    chat = is_from_account(draft) or any(OF_CHAT.search(one.folded) for one in draft.blocks)
    # 一个!
    least = OF_CHAT_CHARS if chat else CLAUSE_CHARS[0]
    clauses = [
        index for index in lines if draft.is_line(index) and least <= len(draft.folded(index)) <= CLAUSE_CHARS[1]
    ]
    text = "".join(map(draft.folded, clauses))
    if lines and not PICTURE_BETWEEN.issuperset(draft.labels[lines[0] : lines[-1]]):
        return
    # A clause that says when is one of a text, though few of the others have such words.
    own = 0.0 if chat else OWN_SENTENCES / 2 if clauses and DAY_FIRST.match(draft.folded(clauses[0])) else OWN_SENTENCES
    if len(clauses) == len(lines) >= MIN_OPENING and len(SENTENCE_WORDS.findall(text)) >= own * len(text):
        for index in lines:
            draft.put(index, Label.BODY, "clause-above-first-paragraph")


def is_from_account(draft: Draft) -> bool:
    """Whether the metadata of a page says that its article is from an account of a chat platform."""
    metadata = (index for index, label in enumerate(draft.labels) if label is Label.META)
    return any(OF_ACCOUNT.search(draft.folded(index)) for index in metadata)


def judge_clauses_between(draft: Draft) -> None:
    """Label the clauses, one a line, between two paragraphs from a chat platform: many short lines with the words that titles of
    links do without. Elsewhere such lines are poems.
    """
    if not is_from_account(draft):
        return
    for above, below in pairwise(draft.prose()):
        lines = list(range(above + 1, below))
        length = sum(draft.facts[index].length for index in lines)
        if len(lines) < MIN_BETWEEN or length > MEAN_BETWEEN * len(lines):
            continue
        if all(is_clause(draft, index) for index in lines) and _share_of_words(draft, lines) >= WORDS_BETWEEN:
            for index in lines:
                draft.put(index, Label.BODY, "clause-between-paragraphs")


def _label_clauses(draft: Draft, body: list[int], lines: list[int]) -> None:
    gaps = Counter(draft.blocks[index].layout.gap for index in lines)
    # One or two lines that a page happens to set closer say nothing of the rest.
    tight = min(gap for gap, count in gaps.items() if count >= min(MIN_CLOSE, max(gaps.values())))
    gaps = Counter({gap: count for gap, count in gaps.items() if gap >= tight})
    # Lines that no blank line and no pause ties together stand each for itself, as those of a poem do.
    apart = len(gaps) == 1 and _ended(draft, body) < FEW_ENDED * len(body)
    for index in body:
        parts = apart or draft.blocks[index].layout.gap > tight or index == body[0]
        # Without blank lines a full stop is all that parts the paragraphs.
        parts = parts or (len(gaps) == 1 and draft.folded(index - 1).endswith(("。", "!", "?")))
        lone = parts and len(gaps) > 1 and (index == body[-1] or draft.blocks[index + 1].layout.gap > tight)
        facts = draft.facts[index]
        open_ended = facts.length < MAX_CLAUSE and not (facts.finished or facts.comma)
        if HEADING_NUMBER.match(draft.folded(index)) or (lone and open_ended):
            draft.put(index, Label.SUBHEADING, "heading-between-clauses")
        else:
            draft.put(index, Label.BODY, "first-clause-of-paragraph" if parts else CLAUSE)
    for one, two in pairwise(body):
        if draft.labels[one] is Label.SUBHEADING and draft.folded(one).isdigit() and not draft.facts[two].finished:
            draft.put(two, Label.SUBHEADING, "heading-below-its-number")
        elif draft.labels[one] is Label.SUBHEADING and draft.rules[two] == CLAUSE:
            draft.put(two, Label.BODY, "first-clause-of-paragraph")


def _lines_of_post(draft: Draft) -> list[int]:
    """Return the lines that are no paragraphs between the head and the end of an article on a chat platform.

    Its head says where it was posted; it ends at the first credit, notice or list of links behind a paragraph.
    """
    heads = (index for index, label in enumerate(draft.labels) if label is Label.META)
    head = next((index for index in heads if POSTED.search(draft.folded(index))), None)
    prose = draft.prose()
    if head is None or not prose or prose[-1] < head:
        return []
    ends = (index for index in range(head + 1, len(draft.blocks)) if draft.labels[index] in ENDS)
    end = next(ends, len(draft.blocks))
    return [index for index in range(head + 1, end) if is_clause(draft, index) and draft.is_line(index)]


def _outweighed(draft: Draft, body: list[int], lines: list[int], long: list[int], words: float) -> bool:
    """Whether the long paragraphs of a page say that its short lines are no text: a list of titles has a disclaimer, too."""
    others = sum(draft.facts[index].length for index in long if index not in draft.edges)
    if not others:
        # So many words of sentences no list of titles has.
        return bool(long) and sum(draft.facts[index].comma for index in lines) <= MIN_BROKEN and words < MANY_WORDS
    # Short paragraphs end in a full stop, and most clauses do not.
    stops = sum(draft.facts[index].full_stop for index in body)
    return 2 * others > sum(draft.facts[index].length for index in body) or FINISHED * stops > len(body)


def _share_of_words(draft: Draft, lines: list[int]) -> float:
    """Return the share (0..1) of the characters of clauses that are the words which headings do without; 0 of other lines.

    Lists of titles have half as many.
    """
    clauses = [draft.folded(index) for index in lines if not HEADING_NUMBER.match(draft.folded(index))]
    text = "".join(clauses)
    if len(lines) < MIN_CLAUSES or not clauses or len(text) > MAX_MEAN * len(clauses):
        return 0.0
    return len(SENTENCE_WORDS.findall(text)) / len(text)


def _ended(draft: Draft, lines: list[int]) -> int:
    return sum(draft.folded(index).rstrip('”"').endswith(PAUSES) for index in lines)


def _wordiest_run(draft: Draft, lines: list[int]) -> list[int]:
    """Return the stretch of clauses, with only widgets and captions between, that has the most words of sentences: no menu."""
    runs: list[list[int]] = [[]]
    for index in lines:
        if runs[-1] and any(
            draft.labels[between] not in {Label.WIDGET, Label.CAPTION, Label.MARKUP} and not _quoted(draft, between)
            for between in range(runs[-1][-1] + 1, index)
        ):
            runs.append([])
        runs[-1].append(index)
    best = max(runs, key=lambda run: (len(SENTENCE_WORDS.findall("".join(map(draft.folded, run)))), len(run)))
    clauses = set(lines)
    return [index for index in range(best[0], best[-1] + 1) if index in clauses or _quoted(draft, index)]


def _quoted(draft: Draft, index: int) -> bool:
    return draft.is_prose(index) and draft.facts[index].length <= 2 * MAX_CLAUSE
