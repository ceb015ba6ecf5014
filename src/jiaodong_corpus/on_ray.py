"""Run shards on a Ray cluster: one task for some shards, and nothing of Ray anywhere else."""

from collections.abc import Iterator
from pathlib import Path

import ray
from ray.exceptions import RayError

from .model import JdcError
from .shards import MAX_DEATHS, Shard
from .spec import Spec, load_spec, run_claimed

# A task loads the tools, which takes about as long as half a shard.
SHARDS_OF_TASK = 8
# How many machines may be lost under one task.
MAX_LOSSES = 5


def run_shards_on_ray(spec: Spec, address: str | None = None, jobs: int | None = None) -> Iterator[Shard]:
    """Run the shards of a spec on the cluster at ``address``, or on ``jobs`` processes of this machine; yield each when done.

    All machines see the folder of the spec and the pages under the same paths.

    Raises:
        JdcError: there is no cluster, or a task failed for another reason than its pages.

    """
    try:
        # Without an address Ray would take any cluster that it finds on this machine.
        ray.init(address or "local", num_cpus=None if address else jobs, log_to_driver=False, include_dashboard=False)
        work = ray.remote(_run)
        pending = []
        for start in range(0, len(spec.shards), SHARDS_OF_TASK):
            numbers = range(start, min(start + SHARDS_OF_TASK, len(spec.shards)))
            # Each page may end the process so often before it is left out; Ray alone would try for ever, or too few times.
            pages = sum(len(spec.shards[number].pages) for number in numbers)
            pending.append(work.options(max_retries=MAX_LOSSES + MAX_DEATHS * pages).remote(spec.file, numbers))
        while pending:
            done, pending = ray.wait(pending)
            for one in done:
                yield from (spec.shards[number] for number in ray.get(one))
    except (RayError, ConnectionError, OSError) as error:
        raise JdcError(f"Ray: {error}. What is done is kept; mend it and run again.") from error
    finally:
        ray.shutdown()


def _run(file: Path, numbers: range) -> range:
    spec = load_spec(file)
    toolkit = spec.load_toolkit()
    for number in numbers:
        run_claimed(spec, spec.shards[number], toolkit)
    return numbers
