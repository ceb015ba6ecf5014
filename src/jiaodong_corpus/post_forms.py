"""The form in which boards of Taiwan have news posted: numbered labels, each above what it names."""

import re

from .draft import Draft
from .model import Label

LABEL = re.compile(r"^\d[.、]\s?(媒体来源|记者署名|完整新闻标题|完整新闻内文|完整新闻连结|备注)[^:]{0,60}:$")
MIN_LABELS = 4
# What stands below a label that is followed by one line; what is said in the last part is the poster's.
BELOW = {
    "媒体来源": (Label.META, "outlet-beside-time"),
    "记者署名": (Label.BYLINE, "byline"),
    "完整新闻连结": (Label.META, "address-of-post"),
    "备注": (Label.COMMENTS, "note-of-poster"),
}
TITLE = "完整新闻标题"


def judge_post_form(draft: Draft) -> None:
    """Label what the labels of the form say; what stands below that of the title is the headline of the page."""
    found = [(index, match[1]) for index, block in enumerate(draft.blocks) if (match := LABEL.match(block.folded))]
    if len(found) < MIN_LABELS:
        return
    ends = [index for index, _ in found[1:]] + [len(draft.blocks)]
    for (index, name), end in zip(found, ends, strict=True):
        draft.put(index, Label.META, "label-of-post")
        for below in range(index + 1, end):
            if name in BELOW:
                draft.put(below, *BELOW[name])
        if name == TITLE and end > index + 1:
            draft.title = index + 1
