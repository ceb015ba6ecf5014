"""Run shards on several processes, so that one that dies takes no other with it."""

import gc
import multiprocessing
import os
import signal
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path

from .model import JdcError, RawPage, Source
from .pipeline import process
from .shards import Shard, note_death, run_shard
from .toolkit import Toolkit

# A process that dies so often before its first page will always.
MAX_TRIES = 5
# The first page, and the first damage, load what the next ones have; one shard is as quick without it.
SOUND = "两市签署合作协议\n2023-03-15 来源:半岛日报\n\n3月15日,青岛、烟台两市签署合作协议,共建胶东经济圈。\n"
DAMAGED = "兩市簽署協議\n\n3月15日,兩市加快建設(shè)半島城市群,列車駛?cè)胄郯舱尽?/p>\n"
MANY_SHARDS = 2
# Exit codes from here on are an error of the system with its number.
SYSTEM_ERROR = 64

# The processes at work, each with its shard, by the end that it is spoken to through.
Running = dict[Connection, tuple[ForkProcess, Shard]]


def run_shards(
    shards: Sequence[Shard], folder: Path, toolkit: Toolkit, jobs: int, page_timeout: float = 0
) -> Iterator[Shard]:
    """Run shards on ``jobs`` processes and yield each when it is committed to ``folder``, in the order in which they end.

    The dictionaries are loaded once: the processes are forks of this one. Where there are no forks, or
    standard input is read, this process does it all.

    Raises:
        JdcError: the disk is full or may not be written, or processes die before they come to a page.

    """
    forks = "fork" in multiprocessing.get_all_start_methods()
    # A new process has no standard input.
    if not forks or any(page.path is None for shard in shards for page, _ in shard.pages):
        for shard in shards:
            run_shard(shard, folder, toolkit)
            yield shard
        return
    _warm_up(toolkit, len(shards))
    waiting, tries = deque(shards), Counter[str]()
    running: Running = {}
    # What is loaded by now is never collected, so that the processes go on sharing its memory.
    gc.freeze()
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                with _interrupts_wait():
                    worker, connection = _start(running, folder, toolkit, page_timeout)
                    _go_on(running, worker, connection, waiting)
            for connection in [one for one in wait([*running]) if isinstance(one, Connection)]:
                worker, shard = running.pop(connection)
                if _is_done(connection):
                    _go_on(running, worker, connection, waiting)
                    yield shard
                    continue
                worker.join()
                tries[shard.name] += not _may_go_on(worker.exitcode or 0, shard, folder)
                if tries[shard.name] >= MAX_TRIES:
                    raise JdcError("processes end before they clean a page. Give fewer --jobs, or more memory.")
                waiting.appendleft(shard)
    finally:
        # After an interrupt or a failure nobody wants the rest.
        for worker, _ in running.values():
            worker.terminate()
        for worker, _ in running.values():
            worker.join()
        gc.unfreeze()


def _go_on(running: Running, worker: ForkProcess, connection: Connection, waiting: deque[Shard]) -> None:
    """Give a process the next shard, or let it end: what the pages before brought into its memory saves a third of the work."""
    if waiting:
        running[connection] = worker, waiting[0]
        _give(connection, waiting.popleft())
    else:
        connection.close()
        worker.join()


def _give(connection: Connection, shard: Shard) -> None:
    # That a process is gone is told where its answer is waited for.
    with suppress(BrokenPipeError):
        connection.send(shard)


def _is_done(connection: Connection) -> bool:
    """Whether a process has committed its shard; False where it has died."""
    try:
        connection.recv()
    except (EOFError, ConnectionResetError):
        connection.close()
        return False
    return True


@contextmanager
def _interrupts_wait() -> Iterator[None]:
    """Let an interrupt wait until the block is done.

    In the midst of a fork Python drops it, or it strikes the new process before that ignores it.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _warm_up(toolkit: Toolkit, count: int) -> None:
    """Clean a page for nothing: what that loads and compiles, all processes have then."""
    if count >= MANY_SHARDS:
        toolkit.lexicon.compile()
        for text in (SOUND, DAMAGED):
            process(RawPage(Source("-"), text.encode()), toolkit)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _may_go_on(code: int, shard: Shard, folder: Path) -> bool:
    """Note the page whose process ended with ``code``; return whether there was one."""
    if code > SYSTEM_ERROR:
        raise JdcError(
            f"{folder.parent}: {os.strerror(code - SYSTEM_ERROR)}. Make room or give write access, and run again."
        )
    if code > 0:
        raise JdcError("a process failed as shown above. This is a fault of the program; please report it.")
    return note_death(shard, folder)


def _start(
    running: Iterable[Connection], folder: Path, toolkit: Toolkit, page_timeout: float
) -> tuple[ForkProcess, Connection]:
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    others = [*running, ours]
    worker = context.Process(target=_work, args=(theirs, others, folder, toolkit, page_timeout), daemon=True)
    worker.start()
    theirs.close()
    return worker, ours


def _work(given: Connection, others: Iterable[Connection], folder: Path, toolkit: Toolkit, page_timeout: float) -> None:
    """Run the shards that are given, until no more are, or the parent is gone."""
    # An interrupt reaches all processes; the first one answers it, and ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = os.getppid()
    # These ends are the parent's: as long as a sister holds one, its death is not told.
    for one in others:
        one.close()
    try:
        while True:
            try:
                shard = given.recv()
            except EOFError:
                return
            run_shard(shard, folder, toolkit, page_timeout, parent)
            given.send(None)
    except OSError as error:
        os._exit(SYSTEM_ERROR + (error.errno or 0))
