"""Records as columns: Parquet files, and frames of pandas or polars."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .model import JdcError
from .record import Record

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

# So many records of a Parquet file are held at once.
ROWS_HELD = 1_000


def write_parquet(file: Path, records: Iterable[Mapping[str, Any]]) -> None:
    """Write records to a Parquet file; its columns follow from the schema of a record, whatever the values are.

    Raises:
        JdcError: pyarrow is not installed.

    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise JdcError("Parquet needs pyarrow. Install it with: pip install 'jiaodong-corpus[parquet]'") from error
    schema, rows = arrow_schema(), iter(records)
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        while held := [_as_row(record) for record in islice(rows, ROWS_HELD)]:
            writer.write_table(pa.Table.from_pylist(held, schema=schema))


def arrow_schema() -> "pa.Schema":
    """Return the columns of a record as Arrow knows them."""
    import pyarrow as pa

    model = Record.model_json_schema()
    return pa.schema([pa.field(name, _arrow(one, model["$defs"])) for name, one in model["properties"].items()])


def _arrow(one: Mapping[str, Any], defs: Mapping[str, Any]) -> "pa.DataType":
    """Return the Arrow type of a piece of the JSON schema of a record."""
    import pyarrow as pa

    if "$ref" in one:
        return _arrow(defs[one["$ref"].rpartition("/")[2]], defs)
    if "anyOf" in one:
        return _arrow(next(other for other in one["anyOf"] if other.get("type") != "null"), defs)
    kind = one.get("type", "string")
    if kind == "array":
        return pa.list_(_arrow(one.get("items") or one["prefixItems"][0], defs))
    if "properties" in one:
        return pa.struct([pa.field(name, _arrow(held, defs)) for name, held in one["properties"].items()])
    if kind == "object":
        # Not a map, which the library of Hugging Face does not read.
        value = _arrow(one["additionalProperties"], defs)
        return pa.list_(pa.struct([pa.field("name", pa.string()), pa.field("value", value)]))
    return {"integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}.get(kind, pa.string())


def _as_row(record: Mapping[str, Any]) -> dict[str, Any]:
    measures = [{"name": name, "value": value} for name, value in record["quality"]["measures"].items()]
    return {**record, "quality": {**record["quality"], "measures": measures}}


def to_frame(
    records: Iterable[Record | Mapping[str, Any]], library: str | None = None
) -> "pd.DataFrame | pl.DataFrame":
    """Return records as a frame: a row for each, a column for each field; those of ``hans``, ``hant`` and ``source`` stand by
    themselves (``hans_text``, ``source_path``), and ``flags`` are names.

    Args:
        records: records, or lines of a corpus as ``json.loads`` gives them.
        library: ``pandas`` or ``polars``; without it the first of the two that is installed.

    Raises:
        JdcError: neither is installed, or not the one that is asked for.

    """
    rows = [dict(_cells(one.model_dump(mode="json") if isinstance(one, Record) else one)) for one in records]
    names = [library] if library else ["pandas", "polars"]
    if "pandas" in names:
        try:
            import pandas as pd
        except ImportError:
            pass
        else:
            return pd.DataFrame(rows)
    if "polars" in names:
        try:
            import polars as pl
        except ImportError:
            pass
        else:
            return pl.DataFrame(rows, infer_schema_length=None)
    raise JdcError(f"a frame needs {' or '.join(names)}. Install it: pip install {names[0]}")


def _cells(record: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in record.items():
        if name in {"hans", "hant", "source"}:
            yield from ((f"{name}_{inner}", held) for inner, held in value.items())
        elif name == "quality":
            yield "flags", [flag["name"] for flag in value["flags"]]
            yield from ((f"measure_{inner}", held) for inner, held in value["measures"].items())
        elif name == "byline":
            yield name, [person["name"] for person in value]
        elif name == "places":
            yield name, [place["name"] for place in value]
        elif name not in {"findings", "edits", "origin", "script_counts"}:
            yield name, value
