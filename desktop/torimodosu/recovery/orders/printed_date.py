"""Dates as mails print them, in Japanese and European languages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from torimodosu.recovery.orders.lines import Line, following

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar janvier gennaio enero jan",
            "february februar février febbraio febrero feb",
            "march märz mars marzo mar mär",
            "april avril aprile abril apr",
            "may mai maggio mayo",
            "june juni juin giugno junio jun",
            "july juli juillet luglio julio jul",
            "august août agosto aug",
            "september septembre settembre septiembre sep sept",
            "october oktober octobre ottobre octubre oct okt",
            "november novembre noviembre nov",
            "december dezember décembre dicembre diciembre dec dez",
        ),
        start=1,
    )
    for name in names.split()
}
_NUMERIC = re.compile(r"(?<!\d)(\d{4})[/年.-] ?(\d{1,2})[/月.-] ?(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})\.? (?:de )?([A-Za-zäéû]{3,10})\.?,? (?:de )?(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(
    r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)"
)
_TIME = re.compile(
    r"(?<!\d)(\d{1,2})[:時](\d{2})(?:[:分](\d{2})秒?)?(?: ?([AaPp][Mm]))?"
)
_LABEL = re.compile(
    r"[・●◆■【\[ ]{0,3}(?:"
    r"ご?注文日時?|受注日時?|ご?購入日時?|日時|注文確定日"
    r"|order date|order placed|placed on|ordered on|ordered|date ordered"
    r"|aufgegeben am|bestellt am|bestelldatum|bestellung aufgegeben am"
    r"|effettuato (?:il|in data)|passée le|effectuée le"
    r"|realizado el|pedido realizado el"
    r")(?P<rest>[】\]: ].*)?",
    re.IGNORECASE,
)
_LONGEST = 100


def date_in(text: str) -> date | None:
    """Return the first date in folded *text*, or None."""
    text = text[:_LONGEST]
    if found := _NUMERIC.search(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.search(text):
        return _date(int(found[3]), _MONTHS.get(found[2].casefold()), int(found[1]))
    if found := _MONTH_FIRST.search(text):
        return _date(int(found[3]), _MONTHS.get(found[1].casefold()), int(found[2]))
    return None


def time_in(text: str) -> time | None:
    """Return the time of day in folded *text*, or None."""
    found = _TIME.search(text[:_LONGEST])
    if found is None:
        return None
    hour = int(found[1])
    half = (found[4] or "").casefold()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return time(hour, int(found[2]), int(found[3] or 0))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class OrderDate:
    """The day of an order, its time if printed, and the line where they end."""

    day: date
    time: time | None
    end: int


def order_date_at(lines: Sequence[Line], index: int) -> OrderDate | None:
    """Return the date of the order that the line at *index* announces, or None.

    It stands behind its label, or in the next written line.
    """
    found = _LABEL.fullmatch(lines[index].text[:_LONGEST])
    if found is None:
        return None
    text, end = (found["rest"] or "").strip(" :】]"), index
    below = following(lines, index)
    if not text and below is not None:
        text, end = lines[below].text, below
    day = date_in(text)
    return OrderDate(day, time_in(text), end) if day else None


def _date(year: int, month: int | None, day: int) -> date | None:
    if month is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
