"""Scraped Chinese regional-integration news pages in, validated bilingual article records out.

>>> import jiaodong_corpus as jdc
>>> result = jdc.clean("青岛与烟台携手\\n\\n6月1日,青岛、烟台两市签署合作协议,共建胶东经济圈。\\n")
>>> article = result.articles[0]
>>> article.headline, article.hant.text
('青岛与烟台携手', '6月1日，青島、煙臺兩市簽署合作協議，共建膠東經濟圈。')
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import CleanResult, clean, clean_all
    from .columns import to_frame
    from .model import Block, JdcError, Label, LabelledBlock, RawPage, Rejection, Source, Span
    from .pipeline import PageResult, process
    from .record import Record
    from .toolkit import Toolkit, load_toolkit

__all__ = [
    "Block", "CleanResult", "JdcError", "Label", "LabelledBlock", "PageResult", "RawPage", "Record", "Rejection", "Source", "Span",
    "Toolkit", "clean", "clean_all", "load_toolkit", "process", "to_frame",
]  # fmt: skip
__version__ = "0.1.0"
# Where each name is defined: the modules are loaded when it is first asked for, so that `jdc --help` waits for none.
HOMES = {
    "api": ("CleanResult", "clean", "clean_all"),
    "columns": ("to_frame",),
    "model": ("Block", "JdcError", "Label", "LabelledBlock", "RawPage", "Rejection", "Source", "Span"),
    "pipeline": ("PageResult", "process"),
    "record": ("Record",),
    "toolkit": ("Toolkit", "load_toolkit"),
}


def __getattr__(name: str) -> object:
    for home, names in HOMES.items():
        if name in names:
            return getattr(import_module(f".{home}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
