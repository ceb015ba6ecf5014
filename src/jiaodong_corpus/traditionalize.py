"""Simplified text in Traditional characters (Taiwan standard forms), equally long.

OpenCC converts phrases by their longest match and so takes 新征 of 新征程 for a phrase. Here each word is converted by itself,
and what stands around decides only of characters with several Traditional forms: by a lexicon, by OpenCC's phrases where
these are whole words, and by the names of persons. So most words cost one look into a table.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from .characters import Contexts, Finder

# No phrase that matters is longer, and no name.
MAX_PHRASE, MAX_NAME = 6, 3
# Single characters for which a phrase of several words is worth a look. Frequent ones that hardly any phrase changes are not
# among them (了 后 于).
IN_PHRASES = frozenset("干面钟发斗只准松卷系复制占舍采吊表台游杯须周冲回喂姜扎坛云范余历签谷几挨出当杆辟吁欲弦咽捻里卤")
# Words whose neighbour is somebody's name.
BEFORE_NAME = re.compile(
    "(?:记者|通讯员|书记|市长|省长|县长|区长|镇长|乡长|村长|州长|主任|局长|处长|厅长|部长|科长|所长|站长|校长|院长|会长|行长|董事长|总经理|经理|总裁|总监|教授"
    "|主席|代表|委员|专家|律师|工程师|演员|导演|作者|编辑|主编|责编|校对|摄影|队长|组长|村民|居民|市民|医生|老师|同学|负责人|委员长|总理|秘书长|名叫|叫做"
    "|常委|组员|学者|研究员|司机|驾驶员|乘务员|列车员|职工|员工|工人|农民|教师|博士|院士|店主|老板|选手|运动员|教练|队员|船长|机长|护士|志愿者|民警|法官|检察官"
    "|书法家|画家|作家|企业家|投资者|创始人|理事长|秘书|参谋|司令|政委|大使|发言人|主持人|名家|歌手|导师|老人|大爷|大妈|师傅|支书|社长|科学家|设计师|工匠|劳模|模范|烈士|英雄|嫌疑人|被告人)$"
)
AFTER_NAME = re.compile("[说摄、）)]|表示|介绍|告诉|指出|强调|认为|坦言|透露|先生|女士|同志|报道|主持|出席|致辞")
# Surnames that are words of their own, too, and stand apart where the given name is a word (局长|余|建国).
LONE = frozenset("于余涂游")
# The dictionary has many words that are one of these and what stood behind it once (于长江); with a title they are names.
IN_DICTIONARY = frozenset("于余岳")
# What stands behind somebody in a list of those who came, and behind one who did something.
LISTED = re.compile("[、，。）]|等|参加|出席|主持|陪同|和|与|带领|率|一行|在|对|向|就")
GIVEN = re.compile("[一-鿿]{1,2}$")
# In the middle of a word that the dictionary has not, it writes a sound or a place (纱里奈, 比里村), and not what is inside.
TRANSCRIBES = "里"
# What a verb or a remainder has behind it, and no name (游六城).
COUNTED = re.compile("[0-9〇一二两三四五六七八九十百千万几数]")
# In the middle of a word these say little: 江里走, 高台子.
WEAK = frozenset("里台")
# A preposition and a time, not a surname and a given name.
TIME = re.compile("[0-9〇一二三四五六七八九十今昨近当上下本前后日年月周期]")
# Words are few and come again; a table of all that were seen may not grow without end.
MAX_KNOWN = 200_000


class _Word(NamedTuple):
    """What is known of a word whose surroundings count: what looks for contexts of its characters, and at which of them,
    whether phrases of several words may, and whether it may be a name."""

    sites: tuple[tuple[int, Finder], ...]
    in_phrases: bool
    name_like: bool


class _Words(dict[str, str]):
    """Each word by itself in Traditional; ``open`` holds those that their surroundings may change."""

    def __init__(self, traditionalizer: "Traditionalizer") -> None:
        super().__init__()
        self.open: dict[str, _Word] = {}
        self._made_by = traditionalizer

    def forget(self) -> None:
        """Forget all words; never while a text is made, which needs what is known of its own."""
        self.clear()
        self.open.clear()

    def __missing__(self, word: str) -> str:
        hant, facts = self._made_by.study(word)
        self[word] = hant
        if any(facts):
            self.open[word] = facts
        return hant


@dataclass(frozen=True)
class Traditionalizer:
    """Converts Simplified text whose words are known.

    ``convert`` is OpenCC's s2tw; ``plain`` turns its rarer forms into those that print has. ``alone`` holds characters that
    are words and what they become where nothing else is known, ``usual`` the same of characters in any word; ``contexts``
    say what characters become by what stands around them. ``surnames`` are the characters that names begin with; those of
    ``kept_surnames`` and ``kept_given`` stay as they are, as the first character of a name and behind it. ``is_word`` says
    whether a string stands in the segmenter's dictionary.
    """

    convert: Callable[[str], str]
    plain: Mapping[int, str]
    alone: Mapping[str, str]
    usual: Mapping[str, str]
    contexts: Contexts
    surnames: frozenset[str]
    kept_surnames: frozenset[str]
    kept_given: frozenset[str]
    is_word: Callable[[str], bool]

    @cached_property
    def _words(self) -> _Words:
        return _Words(self)

    @cached_property
    def _phrases(self) -> dict[str, str]:
        return {}

    def to_hant(self, hans: str, words: Sequence[str]) -> str:
        """Return ``hans``, which ``words`` spell, in Traditional characters, equally long."""
        table = self._words
        if len(table) > MAX_KNOWN:
            table.forget()
        parts = list(map(table.__getitem__, words))
        known = table.open
        opened = [index for index, word in enumerate(words) if word in known]
        if opened:
            edges = list(accumulate(map(len, words), initial=0))
            # Who is named once is the same person further on, where nothing beside says so.
            named = {words[index] for index in opened if known[words[index]].name_like and self._is_name(words, index)}
            for index in opened:
                parts[index] = self._in_context(hans, words, index, edges, named)
        hant = "".join(parts)
        if len(hant) != len(hans):
            raise AssertionError(f"script conversion changed the length of {hans[:20]!r}")
        return hant

    def name_to_hant(self, hans: str) -> str:
        """Return the name of a person in Traditional characters, those that names have being kept."""
        if not hans:
            # A list of names may have an empty place.
            return ""
        if hans[0] in self.surnames and len(hans) <= MAX_NAME:
            return self._in_name(hans)
        return self._words[hans]

    def study(self, word: str) -> tuple[str, _Word]:
        """Return a word in Traditional by itself, and what must be known of it where it stands in a text."""
        chars = list(self.convert(word).translate(self.plain))
        for place, char in enumerate(word):
            finder = self.contexts.of(char)
            inside = (finder and finder.find(word, place)) or self.usual.get(char)
            chars[place] = inside or (self.alone.get(char) if len(word) == 1 else None) or chars[place]
            if char in TRANSCRIBES and 0 < place < len(word) - 1 and not self.is_word(word):
                chars[place] = char
        around = ((place, self.contexts.around(word, place)) for place in range(len(word)))
        sites = tuple((place, finder) for place, finder in around if finder is not None)
        kept = word[0] in self.kept_surnames or not self.kept_given.isdisjoint(word[1:])
        name_like = kept and word[0] in self.surnames and len(word) <= MAX_NAME and not COUNTED.match(word, 1)
        if len(word) == 1 or self.is_word(word):
            name_like = word in LONE or (name_like and len(word) == MAX_NAME and word[0] in IN_DICTIONARY)
        return "".join(chars), _Word(sites, word in IN_PHRASES, name_like)

    def _in_context(self, hans: str, words: Sequence[str], index: int, edges: Sequence[int], named: set[str]) -> str:
        word = words[index]
        facts = self._words.open[word]
        if word in named and (len(word) > 1 or self._is_name(words, index)):
            return self._in_name(word)
        chars = list(self._in_phrase(words, index) if facts.in_phrases else self._words[word])
        for site, finder in facts.sites:
            chars[site] = finder.find(hans, edges[index] + site, edges) or chars[site]
        return "".join(chars)

    def _in_phrase(self, words: Sequence[str], index: int) -> str:
        """Return the word, a single character, as a phrase of it and its neighbours has it."""
        before = words[index - 1] if index and words[index - 1].isalpha() else ""
        after = words[index + 1] if index + 1 < len(words) and words[index + 1].isalpha() else ""
        key = f"{before}\0{words[index]}\0{after}"
        found = self._phrases.get(key)
        if found is None:
            if len(self._phrases) >= MAX_KNOWN:
                self._phrases.clear()
            found = self._phrases[key] = self._find_phrase(before, words[index], after)
        return found

    def _find_phrase(self, before: str, word: str, after: str) -> str:
        for left, right in ((before, after), (before, ""), ("", after)):
            span, place = left + word + right, len(left)
            if not 1 < len(span) <= MAX_PHRASE:
                continue
            char = self.convert(span)[place]
            if char != self._words[word] and not self._is_cut(span, place, char):
                return char
        return self._words[word]

    def _is_cut(self, span: str, place: int, char: str) -> bool:
        """Whether a part of ``span`` makes the character ``char``: then its phrase ends inside a word."""
        for start in range(place + 1):
            for end in range(place + 1, len(span) + 1):
                if end - start < len(span) and self.convert(span[start:end])[place - start] == char:
                    return True
        return False

    def _is_name(self, words: Sequence[str], index: int) -> bool:
        """Whether a word that begins as a name does is one, by the dictionary and by its neighbours."""
        word, after, further = (*words[index : index + 3], "", "")[:3]
        beside = BEFORE_NAME.search("".join(words[max(0, index - 2) : index]).rstrip()) is not None
        if len(word) == 1:
            # A verb behind both would say nothing: 记者于现场看到.
            goes_on = not further.strip() or LISTED.match(further) or AFTER_NAME.match(further)
            listed = beside or words[index - 1 : index] == ["、"]
            return bool(listed and goes_on) and GIVEN.match(after) is not None and not TIME.search(after)
        # What the segmenter takes for a word of two characters can be any two that stood together.
        sure = (
            len(word) == MAX_NAME
            and not self.is_word(word)
            and (word[0] in self.kept_surnames or WEAK.isdisjoint(word))
        )
        return sure or beside or (AFTER_NAME.match(after) is not None and not self.is_word(word))

    def _in_name(self, name: str) -> str:
        rest = "".join(char if char in self.kept_given else self._words[char] for char in name[1:])
        return (name[0] if name[0] in self.kept_surnames else self._words[name[0]]) + rest
