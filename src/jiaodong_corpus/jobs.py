"""Clean many pages on several processes, with the results of one: the same lines in the same order."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkContext, ForkProcess

from .model import JdcError
from .pipeline import read_and_process_all
from .read import Input
from .toolkit import Toolkit
from .write import PageLines, lines_of

# Pages go out in chunks of so many bytes or pages: large enough to cost little, small enough to end together.
CHUNK_BYTES, CHUNK_PAGES = 400_000, 64
# Below this a run is over before a second process has begun.
SMALL_RUN = 2_000_000
# So many chunks for each process may be done or in work before the first of them is written.
AHEAD = 4

Chunk = tuple[Input, ...]


def clean_pages(inputs: Sequence[Input], toolkit: Toolkit, jobs: int | None = None) -> Iterator[PageLines]:
    """Yield what is to be written of each page, in order, made on ``jobs`` processes.

    Without ``jobs`` there are as many as cores, and one for a small run. The dictionaries are loaded once: the processes are
    forks of this one. Standard input is read by one process, and so is everything where there are no forks.

    Raises:
        JdcError: a process ended before its work was done.

    """
    forks = "fork" in multiprocessing.get_all_start_methods() and all(page.path for page in inputs)
    if jobs is None:
        jobs = cores() if forks and sum(map(_size, inputs)) >= SMALL_RUN else 1
    chunks = list(_chunks(inputs))
    # The first chunk is done here: what it compiles and loads, all processes have then.
    alone = 1 if forks and jobs > 1 else len(chunks)
    for chunk in chunks[:alone]:
        yield from _clean_chunk(chunk, toolkit)
    if chunks[alone:]:
        yield from _share(chunks[alone:], toolkit, min(jobs, len(chunks) - alone))


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _chunks(inputs: Sequence[Input]) -> Iterator[Chunk]:
    chunk: list[Input] = []
    size = 0
    for page in inputs:
        chunk.append(page)
        size += _size(page)
        if size >= CHUNK_BYTES or len(chunk) >= CHUNK_PAGES:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)


def _size(page: Input) -> int:
    try:
        return page.path.stat().st_size if page.path else 0
    except OSError:
        return 0


def _clean_chunk(chunk: Chunk, toolkit: Toolkit) -> Iterator[PageLines]:
    return (lines_of(result) for page in chunk for result in read_and_process_all(page, toolkit))


def _share(chunks: Sequence[Chunk], toolkit: Toolkit, jobs: int) -> Iterator[PageLines]:
    context = multiprocessing.get_context("fork")
    # What is loaded by now is never collected, so that the processes go on sharing its memory.
    gc.freeze()
    workers: dict[Connection, ForkProcess] = {}
    try:
        for _ in range(jobs):
            connection, process = _start(context, chunks, toolkit)
            workers[connection] = process
        yield from _collect(list(workers), len(chunks))
    finally:
        # After an interrupt or a failure nobody wants the rest.
        for process in workers.values():
            process.terminate()
        for connection, process in workers.items():
            connection.close()
            process.join()
        gc.unfreeze()


def _start(context: ForkContext, chunks: Sequence[Chunk], toolkit: Toolkit) -> tuple[Connection, ForkProcess]:
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, chunks, toolkit), daemon=True)
    process.start()
    theirs.close()
    return ours, process


def _work(connection: Connection, chunks: Sequence[Chunk], toolkit: Toolkit) -> None:
    # An interrupt reaches all processes; the first one answers it, and ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            number = connection.recv()
        except EOFError:
            return
        connection.send((number, list(_clean_chunk(chunks[number], toolkit))))


def _collect(idle: list[Connection], count: int) -> Iterator[PageLines]:
    busy: list[Connection] = []
    done: dict[int, list[PageLines]] = {}
    given = written = 0
    ahead = AHEAD * len(idle)
    while written < count:
        try:
            while idle and given < min(count, written + ahead):
                busy.append(idle.pop())
                busy[-1].send(given)
                given += 1
            ready = wait(busy)
            for connection in [one for one in busy if one in ready]:
                number, lines = connection.recv()
                done[number] = lines
                busy.remove(connection)
                idle.append(connection)
        except (EOFError, OSError) as error:
            raise JdcError("a process ended before its work was done. Give fewer --jobs, or more memory.") from error
        while written in done:
            yield from done.pop(written)
            written += 1
