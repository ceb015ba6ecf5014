"""What holds for every page, whatever is on it: the promises of the design, on real pages and on made-up text."""

from collections.abc import Callable
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiaodong_corpus import PageResult, Record, Source, Toolkit, process
from jiaodong_corpus.lexicon import load_lexicon
from jiaodong_corpus.metadata import find_metadata
from jiaodong_corpus.model import NOWHERE, RawPage, Span
from jiaodong_corpus.read import plan, read
from jiaodong_corpus.record import Rendering
from jiaodong_corpus.repair import replay, undo
from jiaodong_corpus.write import audit_lines, to_line

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    [*ROOT.glob("seeds/*.txt"), *ROOT.glob("tests/pages/*/page.txt"), *ROOT.glob("tests/pages_html/*/page.html")]
)

LEXICON = load_lexicon()
# Lines as pages have them. Several to a line make the glued lines that rules cut; marks inside them, the damage.
LINES = [
    "7月1日,青島召開全市推進膠東經濟圈一體化發展工作會議,謀劃了下一步的發展路徑。",
    "成立30多个联盟,签署40多个合作协议,协同推进45项年度重点任务……今年以来,五市携手同行。",
    "本报青岛讯 4月2日,首届全球城市招商引资推介大会在北京举行。",
    "新华社南京6月24日电(记者朱国亮)长三角一体化示范区三周年建设成果23日发布。",
    "“好。很好!”他说,“2021年增长29.6%。”会后,代表们参观了展区(共30个)。",
    "在加快重点领域一体化进程方面,青岛充分发挥牵头城市表率作用,推动胶东五市成立",
    "半岛科创联盟等30多个联盟,签署40多个合作协议。",
    "逐渐消除基本公共服务供应不同,让群众得到实惠。来源:舜网-济南日报",
    "一個活力四射、開放包容的青島都市圈,正駛向更加廣闊的未來。(記者 王賀 李明)",
    "让群众得到实惠,让企业得到便利,让城市更加宜居。【责任编辑:何旭】",
    "首页 > 要闻 > 正文山东胶东经济圈一体化发展新图景徐徐展开",
    "2021-07-02 11:05:42青岛召开全市推进胶东经济圈一体化发展工作会议,会上梳理了积极成果,谋划了下一步。",
    "山東膠東經濟圈一體化發展新圖景徐徐展開",
    "胶东经济圈一体化发展满一年，青岛扛起牵头重任——",
    "發布時間:2021-07-02 11:05:42 文章來源:青島日報",
    "更新时间:2024-08-25 23:23:36",
    "作為黃河流域主要經濟出??冢\ue0dfz東經濟圈與沿黃九省區有著廣泛的合作基礎,將落實好規劃。",
    "列車(chē)駛?cè)胄郯舱尽?/p>",
    "區(qū)域協(xié)調發(fā)展,。青島與煙臺簽署(QFLP)協議?！毒V要》提出,建設(shè)大灣區",
    "鑳朵笢缁忔祹鍦堜竴浣撳寲鍙戝睍鍙栧緱閲嶈",
    "½º¶«¾\xad¼ÃÈ¦Ò»Ìå»¯·¢Õ¹È¡µÃÖØÒª½øÕ¹",
    "2021-12-01 来源:中国起重机械网 人气: 4135",
    "□本报记者 肖芳",
    "青岛财经日报/首页新闻记者 高奕静",
    "责任编辑:林红",
    "济南日报吕传泉摄",
    "核心提示:胶东五市共建共享。",
    "标签:",
    "加速突围,一体化成果初现",
    "首页 要闻 财经 体育 更多",
    "我的位置:首页>文章详情",
    "相关阅读",
    "- 下一篇: 项目落地年”:抓牢青岛发展“生命线”",
    "(免费声明:",
    "本网站所转载的资讯内容,仅代表作者自己的观念,与本网站态度无关。",
    "评论 0人参与,0条评论",
    "Copyright 2023-2024 - www.tftnews.com All Rights Reserved",
    "• <li id=\"yeaqi\"><button id=\"yeaqi\"></button></li>",
    "<p>段落</p><script>var a = 1;</script>&nbsp;",
    "作為黃河流域主要經濟出??冢\ue0dfz東經濟圈與沿黃九省區有著廣泛的合作基礎",
    ",",
    "•",
]  # fmt: skip
MARKS = [
    "\u200b", "\u200b\u200d", "\u00ad", "\ufeff", "\u202e", "\u00a0", "\u3000", "\u2003", "\t", " ", "\x07", "\x00",
    "\x1b", "\x85", "\x1c", "\x0c", "\u2028", "\r", "\ue0df", "\ufffd", "\u0301", "😀", "👩‍👩‍👧", "𠀋", "㐀", "豈", "…", "“",
    "（", "?", "。",
]  # fmt: skip
LINE_ENDS = ["\n", "\n\n", "\r\n", "\r", "\u2028", "\x0b", "\n\u3000\u3000", "\n    ", ""]


def _sprinkle(line: str, mark: str, place: int) -> str:
    return line[:place] + mark + line[place:]


def _glue(parts: list[tuple[str, str]]) -> str:
    return "".join(line + end for line, end in parts)


SPRINKLED = st.builds(_sprinkle, st.sampled_from(LINES), st.sampled_from(MARKS), st.integers(0, 60))
FREE = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXTS = st.lists(
    st.tuples(st.sampled_from(LINES) | SPRINKLED | SPRINKLED | FREE, st.sampled_from(LINE_ENDS)), max_size=16
).map(_glue)


Run = Callable[[bytes, str | None], PageResult]


@pytest.fixture(scope="module")
def run(toolkit: Toolkit) -> Run:
    # A function and not the toolkit, because hypothesis prints the arguments of a test that fails.
    def process_page(content: bytes, media_type: str | None) -> PageResult:
        return process(RawPage(Source("page", media_type=media_type), content), toolkit)

    return process_page


Check = Callable[[PageResult], None]


def the_audit_spells_the_source(result: PageResult) -> None:
    assert result.labelled is not None
    page = result.labelled.page
    spelled = "".join(line["before"] + line["raw"] + line.get("after", "") for line in audit_lines(result))
    assert spelled == (page.source_text if result.labelled.blocks else "")
    assert result.labelled.blocks or not page.source_text.strip()
    assert all(not (line["before"] + line.get("after", "")).strip() for line in audit_lines(result))


def blocks_stand_in_order_and_are_labelled(result: PageResult) -> None:
    assert result.labelled is not None
    page = result.labelled.page
    for blocks in (page.blocks, tuple(one.block for one in result.labelled.blocks)):
        for above, below in pairwise(blocks):
            assert above.source.end <= below.source.start
            assert above.span.end <= below.span.start
            assert not page.text[above.span.end : below.span.start].strip()
    assert page.text == "\n".join(block.text for block in page.blocks)
    for one in result.labelled.blocks:
        assert one.label
        assert one.rule
        assert one.block.raw.strip()


def edits_replay_and_undo(result: PageResult) -> None:
    assert result.labelled is not None
    for block in (*result.labelled.page.blocks, *(one.block for one in result.labelled.blocks)):
        assert replay(block.raw, block.edits) == block.text
        assert undo(block.text, block.edits) == block.raw


def blocks_point_at_their_text(result: PageResult) -> None:
    assert result.labelled is not None
    page = result.labelled.page
    for block in (*page.blocks, *(one.block for one in result.labelled.blocks)):
        assert block.span.of(page.text) == block.text
        assert block.source.of(page.source_text) == block.raw
        assert len(block.folded) == len(block.text)
        assert block.text == block.text.strip() or not block.edits
    for article in result.articles:
        assert list(article.indexes) == sorted(set(article.indexes))
        assert {index for paragraph in article.paragraphs for index in paragraph} <= set(article.indexes)
        for finding in find_metadata(article, LEXICON).findings:
            # What is stated only for programs has no place in the text.
            assert finding.span == NOWHERE or finding.span.of(page.text) == finding.value


def an_article_has_no_furniture_and_shares_no_block(result: PageResult) -> None:
    assert result.labelled is not None
    held = [index for article in result.articles for index in article.indexes]
    assert len(held) == len(set(held))
    assert all(result.labelled.blocks[index].label.of_article for index in held)


def findings_point_at_their_source(result: PageResult) -> None:
    assert result.labelled is not None
    for record in result.records:
        for found in record.findings:
            if found.source is None:
                assert found.rule.startswith(("meta-", "json-ld-", "time-"))
                continue
            printed = Span(*found.source).of(result.labelled.page.source_text)
            repaired = [one for one in result.labelled.page.blocks if one.edits and one.source.start <= found.source[0]]
            # A value that stands on two lines has what parts them there.
            assert "".join(printed.split()) == "".join(found.value.split()) or any(
                found.source[0] < one.source.end for one in repaired
            )


def paragraphs_and_sentences_cover_the_text(result: PageResult) -> None:
    for article, record in zip(result.articles, result.records, strict=True):
        lines = [record.text[one.start : one.end] for one in record.paragraphs]
        assert lines == record.text.split("\n")
        blocks = article.labelled.blocks
        if article.kind == "article":
            assert lines == ["".join(blocks[one].block.text for one in indexes) for indexes in article.paragraphs]
        sentences = [record.text[start:end] for start, end in record.sentences]
        assert "".join(sentences) == "".join(lines)
        assert all(sentence and "\n" not in sentence for sentence in sentences)
        assert all(end <= start for (_, end), (start, _) in pairwise(record.sentences))


def origin_maps_the_text_to_its_source(result: PageResult) -> None:
    assert result.labelled is not None
    source = result.labelled.page.source_text
    for record in result.records:
        replaced = {
            pair
            for edit in record.edits
            if len(edit.before) == len(edit.after)
            for pair in zip(edit.before, edit.after, strict=True)
        }
        covered: list[int] = []
        for start, end, source_start, source_end in record.origin:
            assert start < end
            assert source_start <= source_end <= len(source)
            covered += range(start, end)
            if end - start == source_end - source_start:
                for printed, received in zip(record.text[start:end], source[source_start:source_end], strict=True):
                    assert printed == received or (received, printed) in replaced
        assert covered == [place for place, char in enumerate(record.text) if char != "\n"]
        assert all(one[3] <= other[2] for one, other in pairwise(record.origin))


def renderings_are_equally_long_and_tokens_spell_them(result: PageResult) -> None:
    for record in result.records:
        for name in Rendering.model_fields:
            printed = _strings([one.name for one in record.byline] if name == "byline" else getattr(record, name))
            for rendering in (record.hans, record.hant):
                assert list(map(len, _strings(getattr(rendering, name)))) == list(map(len, printed))
        assert "".join(record.tokens) == record.hans.text
        assert all(record.tokens)
        edges = set(accumulate(map(len, record.tokens), initial=0))
        assert {edge for one in record.sentences for edge in one} <= edges
        assert {edge for one in record.paragraphs for edge in (one.start, one.end)} <= edges


def _strings(value: object) -> list[str]:
    return (
        [value] if isinstance(value, str) else [str(one) for one in value] if isinstance(value, (list, tuple)) else []
    )


def records_round_trip_through_json(result: PageResult) -> None:
    for record in result.records:
        line = to_line(record.model_dump(mode="json"))
        again = Record.model_validate_json(line)
        assert again == record
        assert to_line(again.model_dump(mode="json")) == line
    ids = [record.id for record in result.records]
    assert len(ids) == len(set(ids))


CHECKS: tuple[Check, ...] = (
    the_audit_spells_the_source,
    blocks_stand_in_order_and_are_labelled,
    edits_replay_and_undo,
    blocks_point_at_their_text,
    an_article_has_no_furniture_and_shares_no_block,
    findings_point_at_their_source,
    paragraphs_and_sentences_cover_the_text,
    origin_maps_the_text_to_its_source,
    renderings_are_equally_long_and_tokens_spell_them,
    records_round_trip_through_json,
)


def _name(value: object) -> str:
    return value.__name__ if callable(value) and hasattr(value, "__name__") else ""


@pytest.fixture(scope="module")
def results(toolkit: Toolkit) -> dict[Path, PageResult]:
    return {page: process(read(plan([page]).inputs[0]), toolkit) for page in PAGES}


def test_there_are_pages_of_both_kinds() -> None:
    assert {page.suffix for page in PAGES} == {".txt", ".html"}
    assert len(PAGES) > 6


@pytest.mark.parametrize("check", CHECKS, ids=_name)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem if page.stem != "page" else page.parent.name)
def test_on_real_pages(page: Path, check: Check, results: dict[Path, PageResult]) -> None:
    check(results[page])


@pytest.mark.parametrize("page", [one for one in PAGES if one.suffix == ".txt"], ids=lambda page: page.parent.name)
def test_the_source_text_of_a_dump_is_what_the_file_holds(page: Path, results: dict[Path, PageResult]) -> None:
    labelled = results[page].labelled
    assert labelled is not None
    assert labelled.page.source_text == page.read_bytes().decode("utf-8")


# One test for all checks, since making the text costs more than looking at it; the traceback names the check.
@settings(max_examples=3 * settings().max_examples)
@given(text=TEXTS)
def test_every_promise_holds_on_made_up_text(text: str, run: Run) -> None:
    result = run(text.encode(), "text/plain")
    if result.labelled is None:
        # The one reason not to read a text is that it is full of control characters.
        assert sum(char < "\x20" or char == "\x7f" for char in text) > 0.01 * len(text)
        assert result.rejection is not None
        assert (result.rejection.kind, result.rejection.stage) == ("error", "decode")
        return
    assert result.labelled.page.source_text == text
    for check in CHECKS:
        check(result)


TAGS = ["<p>", "<b>", "<br>", "</div>", "<td>", "<a href=x>", "<pre>"]


@settings(max_examples=2 * settings().max_examples)
@given(parts=st.lists(st.tuples(TEXTS, st.sampled_from(TAGS)), max_size=5))
def test_every_promise_holds_on_made_up_html(parts: list[tuple[str, str]], run: Run) -> None:
    html = "".join(tag + text.replace("\x00", "") for text, tag in parts)
    result = run(html.encode(), "text/html")
    if result.labelled is None:
        assert result.rejection is not None
        assert result.rejection.stage == "decode"
        return
    for check in CHECKS:
        check(result)


@pytest.mark.parametrize("edge", ["\ufeff\u3000\u3000", "\u200b ", " \u200b ", "\x07\u00a0", "\u00a0\u200b"])
def test_a_block_begins_and_ends_with_what_a_reader_sees(edge: str, run: Run) -> None:
    # A byte order mark before the indent of the first line is common: the headline must not begin with the indent.
    result = run(f"{edge}青岛与烟台携手{edge[::-1]}\n\n{LINES[0] * 9}".encode(), "text/plain")
    assert [record.headline for record in result.records] == ["青岛与烟台携手"]
    blocks_point_at_their_text(result)


@given(text=TEXTS)
def test_the_same_text_gives_the_same_twice(text: str, run: Run) -> None:
    one, other = (run(text.encode(), "text/plain") for _ in range(2))
    assert one == other


def _damage(text: str, encoding: str, places: list[tuple[int, int]]) -> bytes:
    content = bytearray(text.encode(encoding, "ignore"))
    for place, byte in places:
        if content:
            content[place % len(content)] = byte
    return bytes(content)


DAMAGED = st.builds(
    _damage,
    TEXTS,
    st.sampled_from(["utf-8", "gb18030", "big5hkscs", "utf-16", "utf-16-le", "utf-32"]),
    st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), max_size=8),
)


@pytest.mark.parametrize("media_type", [None, "text/plain", "text/html"])
@given(content=st.binary(max_size=300) | DAMAGED)
def test_no_bytes_break_the_pipeline(content: bytes, media_type: str | None, run: Run) -> None:
    result = run(content, media_type)
    # Bytes that are not text are the page's fault, found while decoding; every other error is one of the program.
    rejection = result.rejection
    assert rejection is None or rejection.kind == "no_article" or rejection.stage == "decode", rejection
    assert (rejection is None) == bool(result.records)
