"""Tell what is due, each thing once, and say which step it leads to.

What is told is claimed first, then shown, then confirmed. Where the program dies in
between, the next look takes the claim back and tells it anew: a reminder is rather told
twice than never.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
        case Deed.LOOK | Deed.RELEASE:
            _release(real, tools)
        case Deed.CONFIRM:
            tools.settings.set(_BEING_TOLD, None)
        case Deed.TOMORROW:
            _put_off(request.items, real, tools, now)
        case Deed.PAUSE:
            tools.settings.set(PAUSED_UNTIL, (now + _PAUSE).isoformat())
        case Deed.RESUME:
            tools.settings.set(PAUSED_UNTIL, None)
    return _look(real.values(), tools, now, claims=request.deed is Deed.LOOK)


def hour_of(settings: Mapping[str, Setting]) -> time:
    """Return the time of day at which the user wants to be told."""
    hour = settings.get(HOUR)
    return time(hour) if isinstance(hour, int) and 0 <= hour <= time.max.hour else NINE


def _look(
    cases: Iterable[Case], tools: TellingTools, now: datetime, *, claims: bool
) -> Tidings:
    settings = tools.settings.settings
    hour = hour_of(settings)
    coming = [
        _Due(case=case, reminder=reminder)
        for case in cases
        for reminder in reminders_of(tools.snapshots.snapshot(case, at=now), hour=hour)
    ]
    due = [one for one in coming if due_now((one.reminder,), now)]
    later = [one.reminder.due for one in coming if one.reminder.due > now]
    paused_until = _moment(settings.get(PAUSED_UNTIL))
    if paused_until is not None and paused_until <= now:
        paused_until = None
    if paused_until is not None:
        later.append(paused_until)
    items = _claim(due, tools, now) if claims and paused_until is None else ()
    first = _first(due, items)
    step = None if first is None else step_of(first.reminder)
    return Tidings(
        at=now,
        waiting=len({(one.case.number, one.reminder.task) for one in due}),
        items=items,
        case=None if first is None else first.case.number,
        step="" if step is None or len(items) > 1 else step.value,
        next_at=min(later, default=None),
        paused_until=paused_until,
    )


def _first(due: Sequence[_Due], items: Sequence[Item]) -> _Due | None:
    """Return what is to be opened: what is told now, else what is waiting longest."""
    told = (one for one in due if one.item() in items)
    return next(told, next(iter(due), None))


def _claim(due: Sequence[_Due], tools: TellingTools, now: datetime) -> tuple[Item, ...]:
    """Return what nobody has told yet, noted before it is claimed."""
    if not due:
        return ()
    _note_being_told([one.item() for one in due], tools)
    claimed: set[tuple[int, str]] = set()
    for case in {one.case.number: one.case for one in due}.values():
        mine = [one.reminder.telling for one in due if one.case == case]
        claimed |= {(case.number, key) for key in tools.told.claim(case, mine, at=now)}
    items = tuple(
        item
        for item in (one.item() for one in due)
        if (item.case, item.telling) in claimed
    )
    _note_being_told(items, tools)
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


def _note_being_told(items: Sequence[Item], tools: TellingTools) -> None:
    lines = [f"{item.case} {item.telling}" for item in items]
    tools.settings.set(_BEING_TOLD, "\n".join(lines) or None)


def _release(cases: Mapping[int, Case], tools: TellingTools) -> None:
    """Take back what was claimed and never confirmed."""
    noted = tools.settings.settings.get(_BEING_TOLD)
    for line in str(noted or "").splitlines():
        number, _, telling = line.partition(" ")
        case = cases.get(int(number)) if number.isdigit() else None
        if case is not None:
            tools.told.release(case, [telling])
    if noted:
        tools.settings.set(_BEING_TOLD, None)


def _moment(kept: Setting) -> datetime | None:
    """Return the moment that was kept; None for what cannot be one."""
    try:
        moment = datetime.fromisoformat(str(kept or ""))
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
