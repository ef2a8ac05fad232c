"""Tell what is due, each thing once, and say which step it leads to.

What is told is claimed first, then shown, then confirmed. Meanwhile another window
claims nothing, and looks again when that must have ended; of two that look in the very
same moment one is first. Where the program died in between, that look takes the claim
back and tells it anew: a reminder is rather told twice than never.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Protocol

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import Cases, Clock
from torimodosu.recovery.plan.ports import Snapshots
from torimodosu.recovery.plan.reminding import reminders_of, step_of
from torimodosu.recovery.reminders.agenda import due_now
from torimodosu.recovery.reminders.ports import ReminderWords, Told
from torimodosu.recovery.reminders.reminder import Reminder, Said, Word
from torimodosu.recovery.reminders.telling_time import NINE, TellingTime
from torimodosu.recovery.reminders.tidings import Deed, Item, Remind, Tidings

PAUSED_UNTIL = "reminders_paused_until"
HOUR = "reminders_hour"
_BEING_TOLD = "reminders_being_told"
_PAUSE = timedelta(days=1)
# Longer than a window takes to confirm or to release: it waits half a minute for who
# shows notices, and looks at the clock once a minute.
_LONGEST_TELLING = timedelta(minutes=2)

Setting = str | int | bool | None


class Settings(Protocol):
    """What the user set for the program, by name."""

    @property
    def settings(self) -> Mapping[str, Setting]:
        """Return what was kept."""
        ...

    def set(self, name: str, value: Setting) -> None:
        """Keep *value* as the setting *name*."""
        ...

    def swap(self, name: str, before: Setting, value: Setting) -> bool:
        """Keep *value* if the setting is still *before*, and tell whether it was.

        None is a setting that was never kept, too. Of two processes that swap at once
        one is told so.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingTools:
    """What telling needs from the outside world."""

    cases: Cases
    snapshots: Snapshots
    words: ReminderWords
    told: Told
    settings: Settings
    clock: Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class _Due:
    case: Case
    reminder: Reminder

    def item(self) -> Item:
        one = self.reminder
        return Item(case=self.case.number, key=one.key, telling=one.telling)


def remind(request: Remind, tools: TellingTools) -> Tidings:
    """Do what is asked for, and return what is due then."""
    now = tools.clock.now()
    real = {case.number: case for case in tools.cases.all() if not case.is_practice}
    match request.deed:
        case Deed.LOOK:
            return _tell(real, tools, now)
        case Deed.RELEASE:
            _release(real, tools)
        case Deed.CONFIRM:
            tools.settings.set(_BEING_TOLD, None)
        case Deed.TOMORROW:
            _put_off(request.items, real, tools, now)
        case Deed.PAUSE:
            tools.settings.set(PAUSED_UNTIL, (now + _PAUSE).isoformat())
        case Deed.RESUME:
            tools.settings.set(PAUSED_UNTIL, None)
    return _look(real.values(), tools, now).tidings(())


def hour_of(settings: Mapping[str, Setting]) -> time:
    """Return the time of day at which the user wants to be told."""
    hour = settings.get(HOUR)
    return time(hour) if isinstance(hour, int) and 0 <= hour <= time.max.hour else NINE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sight:
    """What is due, and when something else will be.

    Attributes:
        at: The moment of looking.
        due: What is due and not done.
        next_at: The moment at which something else is due, or None.
        paused_until: Until when nothing is told, or None.

    """

    at: datetime
    due: Sequence[_Due]
    next_at: datetime | None
    paused_until: datetime | None

    def tidings(self, items: Sequence[Item]) -> Tidings:
        """Return what is known where *items* are to be told now."""
        first = _first(self.due, items)
        step = None if first is None else step_of(first.reminder)
        return Tidings(
            at=self.at,
            waiting=len({(one.case.number, one.reminder.task) for one in self.due}),
            items=tuple(items),
            case=None if first is None else first.case.number,
            step="" if step is None or len(items) > 1 else step.value,
            next_at=self.next_at,
            paused_until=self.paused_until,
        )


def _look(cases: Iterable[Case], tools: TellingTools, now: datetime) -> _Sight:
    settings = tools.settings.settings
    hour = hour_of(settings)
    coming = [
        _Due(case=case, reminder=reminder)
        for case in cases
        for reminder in reminders_of(tools.snapshots.snapshot(case, at=now), hour=hour)
    ]
    later = [one.reminder.due for one in coming if one.reminder.due > now]
    paused_until = _moment(settings.get(PAUSED_UNTIL))
    if paused_until is not None and paused_until <= now:
        paused_until = None
    if paused_until is not None:
        later.append(paused_until)
    return _Sight(
        at=now,
        due=[one for one in coming if due_now((one.reminder,), now)],
        next_at=min(later, default=None),
        paused_until=paused_until,
    )


def _tell(real: Mapping[int, Case], tools: TellingTools, now: datetime) -> Tidings:
    """Claim what is to be told, unless another window is telling."""
    noted = tools.settings.settings.get(_BEING_TOLD)
    busy_until, sight = _busy_until(noted, now), _look(real.values(), tools, now)
    if busy_until is None and sight.paused_until is None:
        items = _claim(sight.due, noted, real, tools, now)
        if items is not None:
            return sight.tidings(items)
        busy_until = now + _LONGEST_TELLING
    tidings = sight.tidings(())
    return tidings if busy_until is None else _to_look_again(tidings, busy_until)


def _first(due: Sequence[_Due], items: Sequence[Item]) -> _Due | None:
    """Return what is to be opened: what is told now, else what is waiting longest."""
    told = (one for one in due if one.item() in items)
    return next(told, next(iter(due), None))


def _claim(
    due: Sequence[_Due],
    noted: Setting,
    real: Mapping[int, Case],
    tools: TellingTools,
    now: datetime,
) -> tuple[Item, ...] | None:
    """Return what nobody has told yet, noted before it is claimed.

    What was *noted* before and never confirmed is to be told anew. None where another
    window has begun to tell in the meantime; its note stays as it is.
    """
    lines = [*_lines(noted), *(_line(one.item()) for one in due)]
    if not lines:
        return ()
    if not tools.settings.swap(_BEING_TOLD, noted, _note(lines, now)):
        return None
    _take_back(noted, real, tools)
    claimed: set[tuple[int, str]] = set()
    for case in {one.case.number: one.case for one in due}.values():
        mine = [one.reminder.telling for one in due if one.case == case]
        claimed |= {(case.number, key) for key in tools.told.claim(case, mine, at=now)}
    every = (one.item() for one in due)
    items = tuple(one for one in every if (one.case, one.telling) in claimed)
    tools.settings.set(_BEING_TOLD, _note(map(_line, items), now))
    return items


def _put_off(
    items: Sequence[Item], cases: Mapping[int, Case], tools: TellingTools, now: datetime
) -> None:
    hour = hour_of(tools.settings.settings)
    until = TellingTime(now=now, hour=hour).tomorrow()
    for item in items:
        case = cases.get(item.case)
        if case is not None:
            word = Word(key=item.key, said=Said.SNOOZED, at=now, until=until)
            tools.words.say(case, word)


def _line(item: Item) -> str:
    return f"{item.case} {item.telling}"


def _lines(noted: Setting) -> list[str]:
    """Return what is being told by a note, which begins with its moment."""
    lines = str(noted or "").splitlines()
    return [line for line in lines if line.partition(" ")[0].isdigit()]


def _note(lines: Iterable[str], now: datetime) -> str | None:
    """Return the note that these are being told since *now*, None where none are."""
    noted = list(lines)
    return "\n".join([now.isoformat(), *noted]) if noted else None


def _busy_until(noted: Setting, now: datetime) -> datetime | None:
    """Return when what is being told must have been confirmed, None where it is over.

    It is over, too, where it began later than now: the clock was set.
    """
    began = _moment(str(noted or "").partition("\n")[0])
    if began is None or not timedelta() <= now - began < _LONGEST_TELLING:
        return None
    return began + _LONGEST_TELLING


def _to_look_again(tidings: Tidings, at: datetime) -> Tidings:
    return replace(tidings, next_at=min(tidings.next_at or at, at))


def _release(cases: Mapping[int, Case], tools: TellingTools) -> None:
    """Take back what was claimed and never confirmed."""
    noted = tools.settings.settings.get(_BEING_TOLD)
    _take_back(noted, cases, tools)
    if noted:
        tools.settings.set(_BEING_TOLD, None)


def _take_back(noted: Setting, cases: Mapping[int, Case], tools: TellingTools) -> None:
    for line in _lines(noted):
        number, _, telling = line.partition(" ")
        case = cases.get(int(number))
        if case is not None:
            tools.told.release(case, [telling])


def _moment(kept: Setting) -> datetime | None:
    """Return the moment that was kept; None for what cannot be one."""
    try:
        moment = datetime.fromisoformat(str(kept or ""))
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
