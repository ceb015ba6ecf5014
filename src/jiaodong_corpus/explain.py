"""Show what became of a page: every block with its label, its article and the rule that decided."""

import re
from collections.abc import Iterator

import click

from .pipeline import PageResult
from .script import Scripts

HAN = re.compile("[㐀-䶿一-鿿]")
# How many characters to each side show where a phrase stands.
CONTEXT = 8
COLORS = {"headline": "bright_yellow", "body": None, "subheading": "bright_cyan", "caption": "magenta"}


def explain_page(result: PageResult) -> Iterator[str]:
    """Yield the lines that show a page, coloured where the terminal can."""
    if result.labelled is None:
        assert result.rejection is not None
        yield f"{result.source.name}: {result.rejection.stage}: {result.rejection.reason}"
        return
    page = result.labelled.page
    numbers = {index: str(number) for number, one in enumerate(result.articles, 1) for index in one.indexes}
    joined = {index for one in result.articles for paragraph in one.paragraphs for index in paragraph[1:]}
    yield f"{page.source.name}: {page.media_type}, {page.encoding}, {len(result.articles)} articles"
    for index, one in enumerate(result.labelled.blocks):
        article = numbers.get(index, "-") + ("+" if index in joined else "")
        color = COLORS.get(one.label.value, "green") if one.label.of_article else "bright_black"
        head = f"{index:>4} {one.label.value:<13} {article:>3}  {one.rule:<32} "
        yield click.style(head, fg=color, bold=one.label.of_article) + click.style(one.block.text, fg=color)
    if result.rejection:
        yield result.rejection.reason


def explain_script(result: PageResult, scripts: Scripts) -> Iterator[str]:
    """Yield each character of the page's records that plain OpenCC would have written otherwise."""
    for number, record in enumerate(result.records, 1):
        for name in ("headline", "kicker", "subtitle", "outlet", "via", "dateline", "editor", "summary", "text"):
            printed, hans, hant = (getattr(one, name) for one in (record, record.hans, record.hant))
            if printed is None:
                continue
            plain = {"hans": scripts.simplifier.convert(printed), "hant": scripts.traditionalizer.convert(hans)}
            for script, text in (("hans", hans), ("hant", hant)):
                for place, (made, opencc) in enumerate(zip(text, plain[script], strict=True)):
                    if made != opencc and HAN.match(made):
                        around = text[max(0, place - CONTEXT) : place + CONTEXT + 1].replace("\n", " ")
                        yield f"article {number} {name} {place:>5} {script}: OpenCC {opencc} → {made}   …{around}…"


def explain_spun(result: PageResult) -> Iterator[str]:
    """Yield how likely each article is spun, and the phrases that say so with what they likely were."""
    for number, record in enumerate(result.records, 1):
        measures = record.quality.measures
        parts = ", ".join(f"{name[5:]} {value:.2f}" for name, value in measures.items() if name.startswith("spun_"))
        yield f"article {number}: spun {measures['spun']:.2f} ({parts})"
        for one in record.quality.spun:
            around = record.hans.text[max(0, one.start - CONTEXT) : one.end + CONTEXT].replace("\n", " ")
            yield f"  {one.start:>5} {one.found} → {one.likely}   {one.rule}   …{around}…"
