"""What the commands write: JSON lines or a readable table, and progress."""

import json
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TextIO

from torimodosu.recovery.mail.search import Covered, NotCovered

Row = Mapping[str, object]

WIDEST_CELL = 48
PERCENT = 100


class Output:
    """Writes the rows of one command, then its summary."""

    def __init__(self, *, as_json: bool, stream: TextIO) -> None:
        self._as_json = as_json
        self._stream = stream
        self._rows: list[Row] = []

    def row(self, row: Row) -> None:
        """Write *row* at once as JSON, or keep it for the table."""
        if self._as_json:
            self._line(row)
        else:
            self._rows.append(row)

    def summary(self, summary: Row) -> None:
        """Write the table of all rows where JSON is not wanted, then *summary*."""
        if self._as_json:
            self._line({"summary": summary})
            return
        self._stream.write(as_table(self._rows))
        for name, value in summary.items():
            self._stream.write(f"{name}: {_cell(value)}\n")

    def table(self) -> None:
        """Write the kept rows of a command without a summary."""
        if not self._as_json:
            self._stream.write(as_table(self._rows))

    def _line(self, value: Row) -> None:
        text = json.dumps(value, ensure_ascii=False, default=plain)
        # A lone surrogate of a broken header has no UTF-8 form.
        self._stream.write(text.encode("utf-8", "replace").decode("utf-8") + "\n")


class TerminalProgress:
    """Progress on standard error, only where a person is looking."""

    def __init__(self) -> None:
        self._shown = -1

    def report(self, done: int, total: int) -> None:
        """Show the percentage when it has changed."""
        percent = PERCENT * done // total if total else PERCENT
        if percent != self._shown and sys.stderr.isatty():
            self._shown = percent
            end = "\n" if percent >= PERCENT else ""
            sys.stderr.write(f"\r{percent:3d} %{end}")
            sys.stderr.flush()


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


def coverage(
    covered: Sequence[Covered], not_covered: Sequence[NotCovered]
) -> dict[str, object]:
    """Return the two lists that every summary of many things ends with."""
    return {
        "covered": [source.source for source in covered],
        "not_covered": [
            {"what": _place(missed), "why": missed.trouble.value}
            for missed in not_covered
        ],
    }


def _place(missed: NotCovered) -> str:
    if missed.offset is None:
        return missed.source
    return f"{missed.source} (byte {missed.offset})"


def as_table(rows: Sequence[Row]) -> str:
    """Return *rows* in columns as wide as a terminal shows them."""
    if not rows:
        return ""
    names = list(dict.fromkeys(name for row in rows for name in row))
    lines = [names, *([_cell(row.get(name)) for name in names] for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    return "".join(
        "  ".join(map(_padded, line, widths)).rstrip() + "\n" for line in lines
    )


def _cell(value: object) -> str:
    match value:
        case None:
            text = "-"
        case str():
            text = value
        case Decimal() | date():
            text = plain(value)
        case list() | tuple():
            text = ", ".join(map(_cell, value))
        case dict():
            text = " ".join(f"{name}={_cell(inner)}" for name, inner in value.items())
        case _:
            text = str(value)
    text = " ".join(text.split())
    return text if len(text) <= WIDEST_CELL else text[: WIDEST_CELL - 1] + "…"


def _width(text: str) -> int:
    # A terminal gives wide and full-width characters two cells (Unicode UAX 11).
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
