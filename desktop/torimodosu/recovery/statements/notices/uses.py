"""The uses of a card that a usage-notice mail tells, field by field."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from torimodosu.recovery.catalogue.notice_layout import NoticeField, NoticeLayout
from torimodosu.recovery.catalogue.subject import fold
from torimodosu.recovery.statements.notices.moment import leading_moment
from torimodosu.recovery.statements.notices.money import trailing_money
from torimodosu.recovery.statements.notices.told import Told, what_is_told

# What is told of a card holds for every use below it.
_OF_THE_CARD = {NoticeField.CARD, NoticeField.NUMBER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One use: the printed value of each field that is told."""

    values: Mapping[NoticeField, str]

    def value(self, name: NoticeField) -> str:
        """Return the value of a field, or "" where it is not told."""
        return self.values.get(name, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """The uses, and the folded words above the first of them."""

    uses: tuple[Use, ...] = ()
    above: str = ""


def read_uses(body: str, layout: NoticeLayout) -> Uses:
    """Return the uses that *body* tells in this layout.

    A use has an amount, or at least its label, and a time or a shop beside it.
    """
    told = tuple(what_is_told(body, layout))
    first = next((n for n, each in enumerate(told) if each.field), len(told))
    above = fold("\n".join(each.printed for each in told[:first]))
    uses = tuple(_labelled(told))
    if not uses and layout.sequence:
        uses = tuple(_in_sequence(told, layout))
    return Uses(uses=uses, above=above)


@dataclass(slots=True)
class _Gathering:
    """Puts labelled values together to uses."""

    values: dict[NoticeField, str] = field(default_factory=dict)

    def is_next(self, name: NoticeField) -> bool:
        """Tell whether a value of this field belongs to another use."""
        return name in self.values and (name not in _OF_THE_CARD or self.is_use)

    @property
    def is_use(self) -> bool:
        return NoticeField.AMOUNT in self.values and not self.values.keys().isdisjoint(
            (NoticeField.USED_AT, NoticeField.MERCHANT)
        )

    def begin_next(self) -> None:
        self.values = {k: v for k, v in self.values.items() if k in _OF_THE_CARD}


def _labelled(told: Iterable[Told]) -> Iterator[Use]:
    gathering = _Gathering()
    for each in told:
        if each.field is None:
            continue
        if gathering.is_next(each.field):
            if gathering.is_use:
                yield Use(values=dict(gathering.values))
            gathering.begin_next()
        gathering.values[each.field] = each.printed
    if gathering.is_use:
        yield Use(values=dict(gathering.values))


class _Looks(Enum):
    """What a cell without a label looks like."""

    MOMENT = NoticeField.USED_AT
    AMOUNT = NoticeField.AMOUNT
    TEXT = NoticeField.MERCHANT
    OTHER = None


@dataclass(frozen=True, slots=True)
class _Cell:
    looks: _Looks
    printed: str


def _in_sequence(told: Sequence[Told], layout: NoticeLayout) -> Iterator[Use]:
    below = _below(told, layout)
    cells = [cell for each in below for cell in _cells(each, layout)]
    order = layout.sequence
    place = 0
    while place + len(order) <= len(cells):
        window = cells[place : place + len(order)]
        if [cell.looks.value for cell in window] == list(order):
            named = zip(order, window, strict=True)
            yield Use(values={name: cell.printed for name, cell in named})
            place += len(order)
        else:
            place += 1


def _below(told: Sequence[Told], layout: NoticeLayout) -> Sequence[Told]:
    """Return what stands below the line that announces such a sequence."""
    if not layout.after:
        return told
    for place, each in enumerate(told):
        line = fold(each.printed)
        if any(word in line for word in layout.after):
            return told[place + 1 :]
    return ()


def _cells(told: Told, layout: NoticeLayout) -> Iterator[_Cell]:
    """Yield the cells of one piece; a time, a shop and an amount may share a line."""
    printed, half = told.printed.strip(), told.half
    if told.field not in {None, NoticeField.USED_AT}:
        yield _Cell(_Looks.OTHER, printed)
        return
    moment = leading_moment(half)
    if moment is not None:
        parted = len(half) - len(moment[1])
        yield _Cell(_Looks.MOMENT, printed[:parted].strip())
        printed, half = printed[parted:], half[parted:]
    money = trailing_money(half, layout)
    parted = len(half) if money is None else len(money[0])
    if printed[:parted].strip():
        yield _Cell(_Looks.TEXT, printed[:parted].strip())
    if money is not None:
        yield _Cell(_Looks.AMOUNT, printed[parted:].strip())
