"""The five seeds, against gold made by reading them, and what issue 2 says of each."""

from pathlib import Path

import pytest

from jiaodong_corpus import Label, PageResult, Record, Toolkit, process
from jiaodong_corpus.evaluate import Gold, load_gold, score
from jiaodong_corpus.read import plan, read

GOLD = load_gold(Path(__file__).parents[1] / "data" / "gold")


@pytest.fixture(scope="module")
def results(seeds: Path, toolkit: Toolkit) -> dict[str, PageResult]:
    return {one.source.name[:3]: process(read(one), toolkit) for one in plan([seeds]).inputs}


def records(results: dict[str, PageResult], name: str) -> tuple[Record, ...]:
    return results[name].records


def lines(record: Record, kind: str = "paragraph") -> list[str]:
    return [record.text[one.start : one.end] for one in record.paragraphs if one.kind == kind]


def texts(result: PageResult, *labels: Label) -> list[str]:
    assert result.labelled is not None
    return [one.block.text for one in result.labelled.blocks if one.label in labels]


def test_there_is_gold_for_every_seed(seeds: Path) -> None:
    assert [gold.page.resolve() for gold in GOLD] == sorted(path.resolve() for path in seeds.glob("*.txt"))
    assert len(GOLD) == 5


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.name)
def test_every_measure_of_a_seed_is_full(gold: Gold, results: dict[str, PageResult]) -> None:
    scores = score(gold, results[gold.name[:3]])
    assert scores.wrong == []
    assert {name: ratio.share for name, ratio in scores.ratios.items() if ratio.right != ratio.of} == {}
    assert {"labels by character", "labels by line", "article boundaries", "paragraphs", "headline"} <= set(
        scores.ratios
    )


def test_there_are_246_lines_and_thirteen_records(seeds: Path, results: dict[str, PageResult]) -> None:
    pages = [path.read_text("utf-8") for path in sorted(seeds.glob("*.txt"))]
    assert sum(bool(line.strip()) for page in pages for line in page.split("\n")) == 246
    found = [record for result in results.values() for record in result.records]
    assert [record.kind for record in found].count("article") == 12
    assert [record.kind for record in found].count("photo") == 1


def test_000_has_no_markup_summary_or_related_list_in_its_body(results: dict[str, PageResult]) -> None:
    [record] = records(results, "000")
    assert "<" not in record.text
    assert "樂活HOT" not in record.text
    assert len(texts(results["000"], Label.RELATED)) == 32
    opening = "7月1日,青島召開全市推進膠東經濟圈一體化發展工作會議。"
    assert record.text.count(opening) == 1
    assert record.auto_summary is not None
    assert record.auto_summary.startswith(opening)
    assert record.auto_summary.endswith("協同推進的積")


def test_000_has_four_subheadings_one_of_which_is_said_again(results: dict[str, PageResult]) -> None:
    [record] = records(results, "000")
    assert lines(record, "subheading") == [
        "完善推進機制,青島擔當龍頭",
        "加速突圍,一體化成果初現",
        "有想象力,更要有行動力",
        "打好海洋、黃河、日韓“三張牌”",
    ]
    assert "有想象力,更要有行動力。" in lines(record)


def test_000_states_time_and_outlet(results: dict[str, PageResult]) -> None:
    [record] = records(results, "000")
    assert record.headline == "山東膠東經濟圈一體化發展新圖景徐徐展開"
    assert (record.published, record.updated, record.outlet) == ("2021-07-02T11:05:42", None, "青島日報")
    assert record.script == "zh-Hant"


def test_001_has_no_breadcrumb_comments_or_credit_in_its_body(results: dict[str, PageResult]) -> None:
    [record] = records(results, "001")
    assert not {"首页>", "评论", "责任编辑", "高奕静"} & {
        word for word in ("首页>", "评论", "责任编辑", "高奕静") if word in record.text
    }
    assert texts(results["001"], Label.NAV) == ["我的位置:首页>文章详情"]
    assert len(texts(results["001"], Label.COMMENTS)) == 6


def test_001_keeps_caption_and_paragraph_apart(results: dict[str, PageResult]) -> None:
    [record] = records(results, "001")
    caption = "会议现场举行多组市际县域合作区签约仪式。"
    assert record.captions == (caption,)
    assert caption not in lines(record)
    assert [line for line in lines(record) if line.startswith(caption)] == [
        caption + "记者梳理发现,不少组合地缘相近,例如胶州、高密市政府签约,支持高密融入上合示范区高质量发展。"
    ]


def test_001_takes_outlet_and_reporter_from_the_credit_line(results: dict[str, PageResult]) -> None:
    [record] = records(results, "001")
    assert record.outlet == "青岛财经日报/首页新闻"
    assert [(one.name, one.role) for one in record.byline] == [("高奕静", "reporter")]
    assert record.editor == "林红"
    assert record.published is None


def test_002_is_eight_articles_and_a_photo_item(results: dict[str, PageResult]) -> None:
    found = records(results, "002")
    assert [record.headline for record in found] == [
        "继续推动胶东经济圈握指成拳",
        "青岛自贸片区荣获十大最具投资价值园区",
        "青岛市重点工程 争先创优劳动竞赛启动",
        "全省首次涉未成年人行政公益诉讼听证会举办",
        "青岛海天MALL首店 品牌超过15家",
        "城阳区加入政务服务“跨省通办”联盟",
        "青岛成立工业互联网专家协作联盟",
        None,
        "百场盛会助推会展名城建设",
    ]
    assert [record.kind for record in found] == ["article"] * 7 + ["photo", "article"]
    assert all(record.source.articles == 9 for record in found)
    assert [record.source.article for record in found] == list(range(1, 10))


def test_002_has_its_kickers_and_bylines_each_with_its_own_article(results: dict[str, PageResult]) -> None:
    found = records(results, "002")
    assert {number: record.kicker for number, record in enumerate(found, 1) if record.kicker} == {
        1: "胶东经济圈一体化发展满一年，青岛扛起牵头重任——",
        7: "建立青深产学研合作常态机制,发展“人才飞地”模式",
        9: "青岛今年将举办103项重磅会展活动——",
    }
    names = [[one.name for one in record.byline] for record in found]
    assert names == [
        ["肖芳"], ["白晓"], ["薄克国"], ["肖芳"], ["薄克国", "陈晓莉"], ["肖芳", "苟小妹"], ["薄克国"], ["薄克国"], ["白晓"],
    ]  # fmt: skip


def test_002_joins_eight_paragraphs_one_across_the_photo_item(results: dict[str, PageResult]) -> None:
    broken = [indexes for article in results["002"].articles for indexes in article.paragraphs if len(indexes) > 1]
    assert len(broken) == 8
    assert [len(indexes) for indexes in broken] == [2] * 8
    assert [two - one for one, two in broken].count(3) == 1
    photo = records(results, "002")[7]
    assert photo.text == "清明假期,青岛中山公园樱花绽放,吸引游客争相拍照打卡,享受美好时光。"
    assert photo.text not in records(results, "002")[6].text


def test_003_takes_its_head_from_behind_the_body(results: dict[str, PageResult]) -> None:
    [record] = records(results, "003")
    assert record.headline == "共谋大发展 山东省会经济圈一体化发展成效显著"
    assert (record.published, record.via, record.views) == ("2021-12-01", "中国起重机械网", 4135)
    assert record.outlet == "济南日报"
    assert record.tags == ("山东省会经济圈一体化",)
    assert "date_of_copy" in {flag.name for flag in record.quality.flags}


def test_003_loses_only_the_source_from_its_last_paragraph(results: dict[str, PageResult]) -> None:
    [record] = records(results, "003")
    assert lines(record)[-1].startswith("在公共服务便当同享方面")
    assert lines(record)[-1].endswith("逐渐消除基本公共服务供应不同。")
    assert texts(results["003"], Label.META)[0] == "来源:舜网-济南日报"


def test_003_has_three_subheadings_and_no_furniture(results: dict[str, PageResult]) -> None:
    [record] = records(results, "003")
    assert lines(record, "subheading") == [
        "完善一体化展开“四梁八柱”编制指导性文件举办联席会议",
        "推进一体化对接沟通协作聚力交通、工业、文明一体化",
        "紧扣国家战略策划一体化展开深化生态、服务、县域共治同享共赢",
    ]
    assert len(texts(results["003"], Label.DISCLAIMER)) == 6
    assert len(texts(results["003"], Label.PAGER)) == 2
    assert not [
        text for text in texts(results["003"], Label.DISCLAIMER, Label.PAGER, Label.TAGS) if text in record.text
    ]


def test_004_has_captions_and_no_furniture_in_its_body(results: dict[str, PageResult]) -> None:
    [record] = records(results, "004")
    assert record.captions == tuple(f"日照市産業強市生态立市(日照闊步新征程){number}" for number in range(1, 5))
    assert not set(lines(record)) & {",", "查看全部", "日照市産業強市生态立市", "> 生活", *record.captions}
    assert texts(results["004"], Label.AD) == [","]
    assert texts(results["004"], Label.HEADLINE) == ["日照市産業強市生态立市"]
    assert "Copyright" not in record.text


def test_004_states_an_update_and_no_publication(results: dict[str, PageResult]) -> None:
    [record] = records(results, "004")
    assert (record.published, record.updated) == (None, "2024-08-25T23:23:36")
    assert (record.outlet, record.via) == ("大衆網·海報新聞", None)
    assert record.hant.headline == "日照市產業強市生態立市"
    assert record.hans.headline == "日照市产业强市生态立市"
