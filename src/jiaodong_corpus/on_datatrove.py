"""A block for those who already run datatrove: documents that are pages go in, articles come out."""

from collections.abc import Iterable, Iterator
from contextlib import nullcontext

from datatrove.data import Document
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.writers.disk_base import DiskWriter

from .model import RawPage, Source
from .pipeline import process
from .spec import Asked


class CleanPages(PipelineStep):  # type: ignore[misc,unused-ignore]
    """Clean documents whose text is a page, HTML or a dump, into one document for each article.

    The text of an article is as printed, its id that of the record, and ``metadata["jdc"]`` the whole record beside what
    the page came with. The address is taken from ``metadata["url"]``. A page without a record goes to
    ``exclusion_writer``, with the reason as ``metadata["jdc_rejection"]``; without a writer it is only counted.

    datatrove has no audit and loses the rest of a file where a process dies: ``jdc clean`` reads its JSON lines, too.
    """

    type = "🧹 - CLEANER"
    name = "jdc"

    def __init__(self, asked: Asked, exclusion_writer: DiskWriter | None = None) -> None:
        super().__init__()
        self.asked = asked
        self.exclusion_writer = exclusion_writer

    def run(self, data: Iterable[Document] | None, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Yield the articles of the pages in ``data``."""
        # Loaded here, in the process that does the work: a block is sent there first.
        toolkit = self.asked.load()
        with self.exclusion_writer or nullcontext():
            for page in data or ():
                source = Source(page.id, page.metadata.get("url"))
                with self.track_time():
                    result = process(RawPage(source, page.text.encode("utf-8", "surrogatepass")), toolkit)
                for record in result.records:
                    self.stat_update("articles")
                    yield Document(
                        record.text, record.id, page.media, page.metadata | {"jdc": record.model_dump(mode="json")}
                    )
                if result.rejection is not None:
                    self.stat_update(f"rejected_{result.rejection.kind}")
                    if self.exclusion_writer:
                        page.metadata["jdc_rejection"] = result.rejection.reason
                        self.exclusion_writer.write(page, rank)
