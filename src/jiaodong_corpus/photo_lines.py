"""Lines of an HTML page right below a picture."""

from .draft import Draft
from .gaps import NUMBER
from .model import Label

BELOW_PICTURE = Label.CAPTION, "line-below-picture"


def is_below_picture(draft: Draft, index: int) -> bool:
    """Whether a line of an HTML page tells what the picture above it shows: it asks nothing, says nothing and has no number.

    On the pages of ``html-dev`` 30 such lines are captions where the picture has a text of its own, too, or stands above the
    first paragraph, and 9 are text; elsewhere most are subheadings.
    """
    folded = draft.folded(index)
    said = folded.endswith(("?", "!", "”")) or NUMBER.match(folded) is not None
    return draft.blocks[index].layout.pictured and not said
