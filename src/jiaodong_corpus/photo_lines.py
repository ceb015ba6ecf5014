"""Lines of an HTML page right below a picture."""

import re

from .draft import Draft
from .gaps import NUMBER
from .model import Label

HEADING = re.compile(r"/h[1-6]$")
BELOW_PICTURE = Label.CAPTION, "line-below-picture"


def is_below_picture(draft: Draft, index: int) -> bool:
    """Whether a line of an HTML page tells what the picture above it shows: it asks nothing, says nothing and has no number.

    On the pages of ``html-dev`` 30 such lines are captions where the picture has a text of its own, too, or stands above the
    first paragraph, and 9 are text; elsewhere most are subheadings.
    """
    folded = draft.folded(index)
    layout = draft.blocks[index].layout
    said = folded.endswith(("?", "!", "”")) or ":" in folded or NUMBER.match(folded) is not None
    return layout.pictured and not said and HEADING.search(layout.path) is None
