"""Lines that hold two blocks, cut with everything that repairs have done to them."""

import pytest

from jiaodong_corpus import Label, LabelledBlock, Source, Toolkit
from jiaodong_corpus.label import label
from jiaodong_corpus.model import RawPage
from jiaodong_corpus.page import parse
from jiaodong_corpus.repair import replay, undo

# A line, what is cut off, and as what.
GLUED = {
    "逐渐消除基本公共服务供应不同,让群众得到实惠。来源:舜网-济南日报": ("来源:舜网-济南日报", Label.META),
    "一個活力四射、開放包容的青島都市圈,正駛向更加廣闊的未來。(記者 王賀 李明)": ("(記者 王賀 李明)", Label.BYLINE),
    "让群众得到实惠,让企业得到便利,让城市更加宜居。【责任编辑:何旭】": ("【责任编辑:何旭】", Label.EDITOR_CREDIT),
    "首页 > 要闻 > 正文山东胶东经济圈一体化发展新图景徐徐展开": ("首页 > 要闻 > 正文", Label.NAV),
}


def parts(text: str, toolkit: Toolkit) -> list[LabelledBlock]:
    page = parse(RawPage(Source("page", media_type="text/plain"), text.encode()), toolkit)
    return list(label(page, toolkit.lexicon).blocks)


@pytest.mark.parametrize("line", GLUED, ids=lambda line: line[-8:])
def test_a_glued_line_becomes_two_blocks_and_the_cut_off_one_has_its_label(line: str, toolkit: Toolkit) -> None:
    found = parts(line, toolkit)
    assert len(found) == 2
    assert "".join(one.block.text for one in found) == line
    assert GLUED[line] in [(one.block.text, one.label) for one in found]


@pytest.mark.parametrize(
    "line", ["来源:舜网-济南日报", "让群众得到实惠,让企业得到便利,让城市更加宜居。", "首页 > 要闻 > 正文"]
)
def test_a_line_with_one_role_stays_whole(line: str, toolkit: Toolkit) -> None:
    assert [one.block.text for one in parts(line, toolkit)] == [line]


@pytest.mark.parametrize("line", GLUED, ids=lambda line: line[-8:])
@pytest.mark.parametrize("mark", ["\u200b", "\u200b\u200b", "\u00a0", "\u200b\u00a0", "\u00a0\u200b", " \u200b "])
def test_a_cut_block_keeps_its_edits_wherever_the_damage_is(line: str, mark: str, toolkit: Toolkit) -> None:
    for place in range(len(line) + 1):
        damaged = line[:place] + mark + line[place:]
        done = 0
        for part in (one.block for one in parts(damaged, toolkit)):
            assert replay(part.raw, part.edits) == part.text
            assert undo(part.text, part.edits) == part.raw
            assert part.source.of(damaged) == part.raw
            assert not damaged[done : part.source.start].strip()
            done = part.source.end
        assert not damaged[done:].strip()
