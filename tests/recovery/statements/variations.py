"""Other ways of writing the same table, which change nothing that a person reads."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from datetime import date

from hypothesis import strategies as st

Rows = list[list[str]]

_DAY = re.compile(r" ?([0-9]{4})[/年] ?([0-9]{1,2})[/月] ?([0-9]{1,2})日?")
_WAYS_OF_A_DAY: Sequence[Callable[[date], str]] = (
    lambda day: f"{day:%Y/%m/%d}",
    lambda day: f"{day.year}/{day.month}/{day.day}",
    lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"{day:%Y%m%d}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day:%Y.%m.%d}",
    lambda day: f"{day:%Y/%m/%d} 09:05:00",
    lambda day: f"{day:%Y-%m-%d}T09:05:00+09:00",
    lambda day: f"Ｒ{day.year - 2018}．{day:%m．%d}",
)


def rows_of(text: str) -> Rows:
    """Return the cells of a *text* that commas part."""
    return list(csv.reader(io.StringIO(text, newline="")))


def with_days(rows: Rows, way: int) -> Rows:
    """Return *rows* with every cell that is a day written in the given *way*."""

    def told(cell: str) -> str:
        found = _DAY.fullmatch(cell)
        return _WAYS_OF_A_DAY[way](date(*map(int, found.groups()))) if found else cell

    return [[told(cell) for cell in row] for row in rows]


@st.composite
def variations(draw: st.DrawFn) -> Callable[[str], bytes]:
    """Return what writes the table in a text in another way."""
    way = draw(st.integers(0, len(_WAYS_OF_A_DAY) - 1))
    delimiter = draw(st.sampled_from(",;\t"))
    quotes_all = draw(st.booleans())
    line_end = draw(st.sampled_from(("\r\n", "\n", "\r")))
    encoding = draw(
        st.sampled_from(("utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-be"))
    )
    blanks, width = draw(st.integers(0, 1)), draw(st.integers(0, 3))
    end = draw(st.sampled_from(("", line_end, 2 * line_end, f"{line_end}\x1a")))

    def written(text: str) -> bytes:
        rows = with_days(rows_of(text), way)
        wide = [[*row, *[""] * width] if row else row for row in rows]
        output = io.StringIO(newline="")
        writer = csv.writer(
            output,
            delimiter=delimiter,
            quoting=csv.QUOTE_ALL if quotes_all else csv.QUOTE_MINIMAL,
            lineterminator=line_end,
        )
        for row in wide:
            writer.writerow(row)
            output.write(line_end * blanks)
        return (output.getvalue().rstrip("\r\n") + end).encode(encoding)

    return written
