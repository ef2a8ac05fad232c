"""What the commands write: JSON lines, or a readable table."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from torimodosu.cli.legible import legible, on_one_line, width
from torimodosu.cli.streams import StandardOutput, TerminalProgress

Row = Mapping[str, object]

# A SHA-256 fits; behind the last column there is room.
WIDEST_CELL = 64
WIDEST_LAST_CELL = 160


class Output:
    """Writes the rows of one command, then its summary.

    The table for people shows the *columns* that a command names; JSON has all.
    """

    def __init__(
        self, *, as_json: bool, stream: StandardOutput, progress: TerminalProgress
    ) -> None:
        self.progress = progress
        self._as_json = as_json
        self._stream = stream
        self._rows: list[Row] = []

    def row(self, row: Row, **told: str) -> None:
        """Write *row* at once as JSON, or keep it for the table.

        In the table *told* takes the place of fields that have a form for programs.
        """
        if self._as_json:
            self._line(row)
        else:
            self._rows.append({**row, **told})

    def summary(
        self,
        summary: Row,
        *,
        columns: Sequence[str],
        for_programs: Collection[str] = (),
    ) -> None:
        """Write the table of all rows where JSON is not wanted, then *summary*.

        What is named in *for_programs* stands in JSON alone.
        """
        if self._as_json:
            self._line({"summary": summary})
            return
        self.table(columns)
        if self._rows:
            self._write("\n")
        told = {name: summary[name] for name in summary if name not in for_programs}
        for name, value in told.items():
            for line in _told(name, value):
                self._write(line + "\n")

    def part_summary(self, summary: Row) -> None:
        """Write the summary of one of several files as JSON; the last tells all."""
        if self._as_json:
            self._line({"summary": summary})

    def value(self, row: Row, name: str) -> None:
        """Write *row* as JSON, or what stands in it as *name*, and nothing else."""
        if self._as_json:
            self._line(row)
        else:
            self._write(f"{row[name]}\n")

    def flush(self) -> None:
        """Let whoever reads see what was written so far."""
        self._stream.flush()

    def table(self, columns: Sequence[str]) -> None:
        """Write the kept rows of a command without a summary."""
        if not self._as_json:
            self._write(as_table(self._rows, columns))

    def _line(self, value: Row) -> None:
        text = json.dumps(value, ensure_ascii=False, default=plain)
        self._write(on_one_line(text) + "\n")

    def _write(self, text: str) -> None:
        self.progress.clear()
        self._stream.write(text)


def plain(value: object) -> str:
    """Return *value* as the command line's contract writes it.

    Amounts are decimal strings without an exponent, moments ISO 8601 with an offset.

    Raises:
        TypeError: If the contract has no form for *value*.

    """
    match value:
        case Decimal():
            return format(value, "f")
        case datetime() | date():
            return value.isoformat()
        case _:
            message = f"{type(value).__name__} has no form in JSON"
            raise TypeError(message)


def as_table(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """Return the *columns* of *rows*, as wide as a terminal shows them."""
    if not rows:
        return ""
    lines = [columns, *(_cells(row, columns) for row in rows)]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    return "".join(
        "  ".join(map(_padded, line, widths)).rstrip() + "\n" for line in lines
    )


def _told(name: str, value: object) -> Sequence[str]:
    """Return the lines that tell one entry of a summary; nothing of a list is cut."""
    match value:
        case list() if name == "not_covered":
            return [_missed(missed) for missed in value]
        case list():
            return [f"{name}: {_whole(item)}" for item in value]
        case _:
            return [f"{name}: {_text(value)}"]


def _whole(item: object) -> str:
    return legible(item) if isinstance(item, str) else _text(item)


def _missed(missed: Mapping[str, str]) -> str:
    return f"not_covered: {legible(missed['what'])}: {missed['advice']}"


def _cells(row: Row, columns: Sequence[str]) -> Sequence[str]:
    *most, last = columns
    cells = [_cut(_text(row.get(name)), WIDEST_CELL) for name in most]
    return [*cells, _cut(_text(row.get(last)), WIDEST_LAST_CELL)]


def _cut(text: str, widest: int) -> str:
    return text if len(text) <= widest else text[: widest - 1] + "…"


def _text(value: object) -> str:
    match value:
        case None:
            return "-"
        case bool():
            return "yes" if value else "no"
        case Decimal() | date():
            return plain(value)
        case list() | tuple():
            return ", ".join(map(_text, value))
        case dict():
            return " ".join(f"{name}={_text(inner)}" for name, inner in value.items())
        case _:
            return legible(" ".join(str(value).split()))


def _padded(text: str, cells: int) -> str:
    return text + " " * (cells - width(text))
