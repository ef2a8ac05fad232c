"""The Date field (RFC 5322, 3.3 and 4.3), as senders write it."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from torimodosu.recovery.mail.problem import Problem

_COMMENT = re.compile(r"\([^()]*+\)")
_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_TIME = re.compile(
    r"(?:(?P<half>午前|午後)\s?)?(?<!\d)(?P<hour>\d{1,2})[:.時](?P<minute>\d{2})"
    r"(?:[:.分](?P<second>\d{2})(?:[.,]\d+)?)?(?!\d)\s*(?P<behind>[ap]\.?m\b)?",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})[\s,-]*(?P<month>{_MONTH})[a-z]*[\s,.-]*"
    r"(?P<year>\d{2,4})(?!\d|:)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_MONTH})[a-z]*[\s.]*(?P<day>\d{{1,2}})(?!\d)[\s,]*"
    r"(?:.{0,30}?[\s,])??(?P<year>\d{4})(?!\d)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(?<!\d)(?P<year>\d{4})\s*[-/年.]\s*(?P<month>\d{1,2})\s*[-/月.]\s*(?P<day>\d{1,2})"
    r"(?!\d)"
)
_OFFSET = re.compile(r"([+-])\s*(\d{1,2}):?(\d{2})(?!\d)")
# Apple's programs write whole hours so.
_WHOLE_HOURS = re.compile(r"\b(?:gmt|utc)([+-]\d{1,2})(?![\d:])", re.IGNORECASE)
_ZONE_NAME = re.compile(r"\b([a-z]{1,5})\b", re.IGNORECASE)

# Hours east of Greenwich; RFC 5322, 4.3, and those that Japanese mailers write.
_ZONE_NAMES = {
    0: "ut utc gmt z wet",
    1: "bst cet met",
    2: "cest mest eet",
    3: "eest msk",
    8: "hkt sgt",
    9: "jst kst",
    10: "aest",
    -4: "edt",
    -5: "est cdt",
    -6: "cst mdt",
    -7: "mst pdt",
    -8: "pst akdt",
    -9: "akst",
    -10: "hst",
}
_ZONES = {name: hours for hours, names in _ZONE_NAMES.items() for name in names.split()}
# Mail is that old; what lies outside is a broken clock or a trick.
_FIRST_YEAR, _LAST_YEAR = 1970, 2099
_MOST_MINUTES = 16 * 60
_LONGEST = 200


def _year(digits: str) -> int:
    """Return the year of two, three or four digits (RFC 5322, 4.3)."""
    number = int(digits)
    match len(digits):
        case 2:
            return number + (2000 if number < 50 else 1900)  # noqa: PLR2004
        case 3:
            return number + 1900
    return number


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTH.index(text[:3].lower()) // 4 + 1


def _zone(rest: str) -> tzinfo | None:
    """Return the zone that stands in *rest*, the text behind the time, if any."""
    offset = _OFFSET.search(rest)
    if offset:
        minutes = int(offset[2]) * 60 + int(offset[3])
        if minutes > _MOST_MINUTES or offset[0] == "-0000":
            return None
        return timezone(timedelta(minutes=minutes if offset[1] == "+" else -minutes))
    if hours := _WHOLE_HOURS.search(rest):
        is_real = abs(int(hours[1])) * 60 <= _MOST_MINUTES
        return timezone(timedelta(hours=int(hours[1]))) if is_real else None
    for name in _ZONE_NAME.findall(rest):
        if name.lower() in _ZONES:
            return timezone(timedelta(hours=_ZONES[name.lower()]))
    return None


def parse_date(text: str) -> tuple[datetime | None, tuple[Problem, ...]]:
    """Read a Date field; None where no date can be read from it.

    A missing or impossible zone, and "-0000", is taken as UTC.
    """
    bare = _COMMENT.sub(" ", text[:_LONGEST])
    day = _DAY_FIRST.search(bare) or _MONTH_FIRST.search(bare) or _NUMBERS.search(bare)
    clock = _TIME.search(bare)
    if day is None:
        return None, (Problem.DATE_BROKEN,)
    hour, minute, second = 0, 0, 0
    if clock:
        hour, minute = int(clock["hour"]), int(clock["minute"])
        second = min(int(clock["second"] or 0), 59)
        half = clock["half"] or clock["behind"] or ""
        if half:
            is_afternoon = half == "午後" or half[0] in "pP"
            hour = hour % 12 + (12 if is_afternoon else 0)
    zone = _zone(bare[clock.end() :]) if clock else None
    zone = zone or _zone(" ".join(_COMMENT.findall(text[:_LONGEST])))
    try:
        date = datetime(
            _year(day["year"]),
            _month(day["month"]),
            int(day["day"]),
            hour,
            minute,
            second,
            tzinfo=zone or UTC,
        )
    except ValueError:
        return None, (Problem.DATE_BROKEN,)
    if not _FIRST_YEAR <= date.year <= _LAST_YEAR:
        return None, (Problem.DATE_BROKEN,)
    return date, () if zone else (Problem.ZONE_MISSING,)
