"""A label alone on its line, and on the line below it the value: a table of metadata dumped cell by cell."""

import re

from .draft import Draft
from .model import Label
from .names import OUTLET, is_name

LABEL_ALONE = re.compile(r"^(?:发布时间|发布日期|时间|日期|(?:浏览|阅读|点击|访问)(?:次数|量|数)?)\s*:$")
NAME_BELOW = re.compile(r"^(?:(?P<outlet>来源|稿源|信息来源)|作者|(?P<editor>责任编辑|责编|编辑))\s*:$")


def judge_labels_above_values(draft: Draft) -> None:
    """A label alone on its line, above a time or a number, is of the metadata, and so is the number."""
    for index in draft.matching(LABEL_ALONE):
        value = index + 1
        if value >= len(draft.blocks) or draft.labels[index] not in {None, Label.WIDGET}:
            continue
        number = draft.folded(value).isdigit() and draft.labels[value] in {None, Label.WIDGET, Label.PAGER}
        if number or (draft.labels[value] is Label.META and draft.folded(value)[0].isdigit()):
            draft.put(index, Label.META, "label-above-value")
            if number:
                draft.put(value, Label.META, "label-above-value")


def judge_names_below_labels(draft: Draft) -> None:
    """Below a label alone on its line stands who published, wrote or edited."""
    for index, block in enumerate(draft.blocks[:-1]):
        label = NAME_BELOW.match(block.folded)
        value = index + 1
        if label is None or not draft.is_line(value):
            continue
        folded = draft.folded(value)
        if not (OUTLET.match(folded) if label["outlet"] else is_name(folded, draft.lexicon)):
            continue
        kind = Label.EDITOR_CREDIT if label["editor"] else Label.META
        draft.put(index, kind, "label-above-value")
        draft.put(value, kind, "value-below-its-label")
