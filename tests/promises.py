"""What is promised of every page, whatever is on it: the promises of the design as functions that assert them."""

import unicodedata
from collections.abc import Callable
from itertools import accumulate, pairwise

import click

from jiaodong_corpus import PageResult, Record
from jiaodong_corpus.explain import diff_page, explain_page
from jiaodong_corpus.lexicon import load_lexicon
from jiaodong_corpus.metadata import find_metadata
from jiaodong_corpus.model import NOWHERE, Span
from jiaodong_corpus.record import Rendering
from jiaodong_corpus.repair import replay, undo
from jiaodong_corpus.visible import UNSEEN
from jiaodong_corpus.write import audit_lines, lines_of, to_line

LEXICON = load_lexicon()
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
                assert found.rule.startswith(("meta-", "link-", "json-ld-", "time-", "script-"))
                continue
            printed = Span(*found.source).of(result.labelled.page.source_text)
            repaired = [one for one in result.labelled.page.blocks if one.edits and one.source.start < found.source[1]]
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


def what_is_shown_is_harmless(result: PageResult) -> None:
    """What a terminal shows of a page holds nothing that it would obey, and each line of output is one for every reader."""
    for show in (explain_page, diff_page):
        shown = click.unstyle("".join(show(result, 80)))
        assert not {unicodedata.category(one) for one in shown} & UNSEEN
    for line in (*lines_of(result).articles, *lines_of(result).audit):
        text = line.decode()
        assert text.splitlines(keepends=True) == [text]
