"""Show what became of a page: every block with its label, its article and the rule that decided."""

import re
from collections.abc import Iterable, Iterator, Sequence

import click
from wcwidth import wcswidth

from .article_classifier import Articles, rows_of
from .line_classifier import load_line_classifier
from .line_features import Lines
from .model import Label, LabelledBlock
from .pipeline import PageResult
from .script import Scripts
from .terminal import broken
from .unsure import BY_WORDS
from .visible import visible
from .weights import load_weights

HAN = re.compile("[㐀-䶿一-鿿]")
# How many characters to each side show where a phrase stands.
CONTEXT = 8
# How many reasons show why a line has a label by its words.
REASONS = 4
COLORS = {"headline": "bright_yellow", "body": None, "subheading": "bright_cyan", "caption": "magenta"}


def explain_page(result: PageResult, width: int | None = None) -> Iterator[str]:
    """Yield the lines that show a page, coloured where the terminal can: a line for each block, or lines of ``width`` columns.

    Below a block that has its label by its words stands what spoke most for it, and below the first of a text that is no article
    what spoke most against that, as natural logarithms of odds; what the rules had
    said of such blocks before is not known any more, and their neighbours are seen with the labels that they have now.
    """
    if result.labelled is None:
        assert result.rejection is not None
        yield visible(f"{result.source.name}: {result.rejection.stage}: {result.rejection.reason}")
        return
    page = result.labelled.page
    numbers = {index: str(number) for number, one in enumerate(result.articles, 1) for index in one.indexes}
    joined = {index for one in result.articles for paragraph in one.paragraphs for index in paragraph[1:]}
    reasons = _reasons(result.labelled.blocks) | _reasons_against(result)
    yield visible(f"{page.source.name}: {page.media_type}, {page.encoding}, {len(result.articles)} articles")
    for index, one in enumerate(result.labelled.blocks):
        article = numbers.get(index, "-") + ("+" if index in joined else "")
        color = COLORS.get(one.label.value, "green") if one.label.of_article else "bright_black"
        head, text = f"{index:>4} {one.label.value:<13} {article:>3}  ", visible(one.block.text)
        if width is None:
            first, rest = f"{one.rule:<32} {text}", list[str]()
        else:
            first, *rest = _with_rule(text, f"({one.rule})", width - len(head))
        yield click.style(head, fg=color, bold=one.label.of_article) + click.style(first, fg=color)
        if index in reasons:
            rest += broken(reasons[index], width and width - len(head))
        yield from (click.style(" " * len(head) + line, fg=color) for line in rest)
    if result.rejection:
        yield result.rejection.reason


def _reasons(blocks: Sequence[LabelledBlock]) -> dict[int, str]:
    told = [index for index, one in enumerate(blocks) if one.rule == BY_WORDS]
    if not told:
        return {}
    lines = Lines((one.block.folded for one in blocks), [one.label for one in blocks], [one.rule for one in blocks])
    reasons: dict[int, str] = {}
    classifier = load_line_classifier()
    for index in told:
        most = classifier.reasons(lines, index, blocks[index].label)[:REASONS]
        reasons[index] = _listed(most)
    return reasons


def _reasons_against(result: PageResult) -> dict[int, str]:
    """Return what spoke most against texts that are no articles, by the indexes of their first blocks."""
    reasons: dict[int, str] = {}
    if not result.left_out:
        return reasons
    weights = load_weights("articles.npz")
    found = sorted((*result.articles, *result.left_out), key=lambda one: one.indexes[0])
    page = Articles(rows_of(result.left_out[0].labelled, found))
    left_out = {one.indexes for one in result.left_out}
    for number, one in enumerate(found, 1):
        if one.indexes not in left_out:
            continue
        features = page.features(number)
        against = [(feature, -weight) for feature, weight in weights.reasons(features, Label.BODY)[: -REASONS - 1 : -1]]
        reasons[one.indexes[0]] = _listed(against)
    return reasons


def _listed(reasons: Iterable[tuple[str, float]]) -> str:
    return visible(", ".join(f"{reason} {weight:+.1f}" for reason, weight in reasons))


def _with_rule(text: str, rule: str, width: int) -> Iterator[str]:
    """Yield a text in lines of ``width`` columns, and behind it the name of the rule, in one piece."""
    *lines, last = broken(text, width)
    yield from lines
    if max(0, wcswidth(last)) + 1 + len(rule) <= width:
        yield f"{last} {rule}"
    else:
        yield last
        yield from broken(rule, width)


def diff_page(result: PageResult, width: int | None = None) -> Iterator[str]:
    """Yield the lines of a page as received against what its records hold, in the manner of ``diff``.

    ``-`` marks what was removed, with its label, or what was repaired; ``+`` marks a line as repaired, ``=`` what
    became a field, and a space what stands in the text of a record.
    """
    if result.labelled is None:
        yield from explain_page(result)
        return
    heads = {one.indexes[0]: number for number, one in enumerate(result.articles, 1) if one.indexes}
    for index, one in enumerate(result.labelled.blocks):
        if index in heads:
            record = result.records[heads[index] - 1]
            yield click.style(visible(f"@@ article {heads[index]}: {record.headline or '(no headline)'} @@"), fg="cyan")
        if not one.label.of_article:
            yield from _marked("-", f"{one.block.raw} [{one.label.value}]", width)
            continue
        in_text = one.label in (Label.BODY, Label.SUBHEADING)
        if one.block.raw != one.block.text:
            yield from _marked("-", one.block.raw, width)
        mark = "+" if one.block.raw != one.block.text else " " if in_text else "="
        yield from _marked(mark, one.block.text if in_text else f"{one.block.text} [{one.label.value}]", width)


def _marked(mark: str, text: str, width: int | None) -> Iterator[str]:
    for line in broken(visible(text), width and width - 2):
        yield click.style(f"{mark} {line}", fg={"-": "red", "+": "green", "=": "bright_black"}.get(mark))


def explain_script(result: PageResult, scripts: Scripts) -> Iterator[str]:
    """Yield each character of the page's records that plain OpenCC would have got wrong; either of two good forms is not."""
    for number, record in enumerate(result.records, 1):
        for name in (
            "headline",
            "kicker",
            "subtitle",
            "outlet",
            "via",
            "dateline",
            "editor",
            "summary",
            "tags",
            "captions",
            "text",
        ):
            printed, hans, hant = (_joined(getattr(one, name)) for one in (record, record.hans, record.hant))
            plain = {"hans": scripts.simplifier.convert(printed), "hant": scripts.traditionalizer.convert(hans)}
            for script, text in (("hans", hans), ("hant", hant)):
                for place, (made, opencc) in enumerate(zip(text, plain[script], strict=True)):
                    if made != opencc and HAN.match(made) and (script == "hans" or not scripts.is_usage(made, opencc)):
                        around = text[max(0, place - CONTEXT) : place + CONTEXT + 1].replace("\n", " ")
                        shown = f"article {number} {name} {place:>5} {script}: OpenCC {opencc} → {made}   …{around}…"
                        yield visible(shown)


def _joined(value: str | tuple[str, ...] | None) -> str:
    return value if isinstance(value, str) else "\n".join(value or ())


def explain_spun(result: PageResult) -> Iterator[str]:
    """Yield how likely each article is spun, and the phrases that say so with what they likely were."""
    for number, record in enumerate(result.records, 1):
        measures = record.quality.measures
        parts = ", ".join(f"{name[5:]} {value:.2f}" for name, value in measures.items() if name.startswith("spun_"))
        yield f"article {number}: spun {measures['spun']:.2f} ({parts})"
        for one in record.quality.spun:
            around = record.hans.text[max(0, one.start - CONTEXT) : one.end + CONTEXT].replace("\n", " ")
            yield visible(f"  {one.start:>5} {one.found} → {one.likely}   {one.rule}   …{around}…")
