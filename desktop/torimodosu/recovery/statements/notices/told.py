"""What the lines of a usage-notice mail tell, piece by piece."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from torimodosu.recovery.catalogue.notice_layout import NoticeField, NoticeLayout
from torimodosu.recovery.statements.notices.moment import moment_of
from torimodosu.recovery.statements.notices.money import money_of

# Such mails are short; what is longer has no further uses in it.
_MOST_LINES = 2_000
_LONGEST_LINE = 400
# Letter for letter, so that a place in the folded text is the same in the printed one.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}
_MARKS = "◇◆★☆■□●○◎▼▲・【[《<> \t"
# What stands between a label and its value; a blank alone does where nothing else is.
_AFTER_LABEL = re.compile(r"[】\]》>:]")
_BLANK = re.compile(r"\s")
_IN_BRACKETS = re.compile(r"\([^()]{1,20}\)\s{0,20}$")


@dataclass(frozen=True, slots=True)
class Told:
    """A piece of a line: the value of *field*, or a text without a label."""

    field: NoticeField | None
    printed: str

    @property
    def half(self) -> str:
        """The text with half-width letters, digits and signs, without margins."""
        return half_width(self.printed).strip()


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A label, and the value behind it or ""."""

    field: NoticeField
    printed: str


def half_width(text: str) -> str:
    """Return *text*, of the same length, with half-width letters, digits and signs."""
    return text.translate(_HALF_WIDTH)


def what_is_told(body: str, layout: NoticeLayout) -> Iterator[Told]:
    """Yield what each line of *body* tells, and each cell of a table row.

    A label without a value takes the next cell or line, if that can be its value; so
    the labels above a table get none.
    """
    waiting: tuple[NoticeField, str] | None = None
    for cell in _cells(body):
        told = _labelled(cell, layout)
        if told is None and waiting is not None and _may_be(waiting[0], cell, layout):
            yield Told(waiting[0], cell)
            waiting = None
            continue
        if waiting is not None:
            yield Told(None, waiting[1])
            waiting = None
        if told is None:
            yield Told(None, cell)
        elif told.printed:
            yield Told(told.field, told.printed)
        else:
            waiting = told.field, cell


def _cells(body: str) -> Iterator[str]:
    for line in body.splitlines()[:_MOST_LINES]:
        for cell in line[:_LONGEST_LINE].lstrip("> ").split("\t"):
            printed = cell.strip()
            if printed:
                yield printed


def _labelled(cell: str, layout: NoticeLayout) -> _Labelled | None:
    bare = cell.lstrip(_MARKS)
    half = half_width(bare)
    sign = _AFTER_LABEL.search(half)
    end = len(half) if sign is None else sign.start()
    field = _field(half[:end], layout)
    if field is not None:
        return _Labelled(field, _value(bare[end:]))
    blank = _BLANK.search(half)
    if blank is None:
        return None
    field, value = _field(half[: blank.start()], layout), _value(bare[blank.end() :])
    # A label that only a blank parts may as well be the first word of a text.
    is_label = field is not None and _may_be(field, value, layout)
    return _Labelled(field, value) if field is not None and is_label else None


def _field(label: str, layout: NoticeLayout) -> NoticeField | None:
    name = _IN_BRACKETS.sub("", label).strip()
    fitting = (field for field, names in layout.labels.items() if name in names)
    return next(fitting, None)


def _value(rest: str) -> str:
    """Return *rest* without the signs between a label and its value."""
    skipped = len(rest) - len(half_width(rest).lstrip("】]》>: \t"))
    return rest[skipped:].strip()


def _may_be(field: NoticeField, cell: str, layout: NoticeLayout) -> bool:
    half = half_width(cell).strip()
    match field:
        case NoticeField.USED_AT:
            return moment_of(half) is not None
        case NoticeField.AMOUNT:
            return money_of(half, layout) is not None
        case _:
            return moment_of(half) is None and money_of(half, layout) is None
