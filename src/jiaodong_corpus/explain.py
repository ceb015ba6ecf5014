"""Show what became of a page: every block with its label, its article and the rule that decided."""

from collections.abc import Iterator

import click

from .pipeline import PageResult

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
