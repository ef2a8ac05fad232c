"""Looks once a minute whether something is due, and tells it once."""

from collections.abc import Callable, Hashable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from torimodosu.plain import to_plain
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.reminders.notices import Answer, Notices, NoticeWords
from torimodosu.recovery.reminders.rounds import Round, is_time_to_look
from torimodosu.recovery.reminders.tidings import (
    REMIND,
    Deed,
    Item,
    Remind,
    Tidings,
)
from torimodosu.window.jobs import Heavy, JobRunner
from torimodosu.window.tray import Tray

# The clock is asked instead of one long timer: a computer that slept catches up.
_MILLISECONDS_BETWEEN_BEATS = 60_000
# What follows from a change in the window is counted when it has calmed down.
_MILLISECONDS_TO_CALM = 3_000
# Longer than any daemon takes to show a notice, even where it must be started for it.
_LONGEST_RING = timedelta(seconds=30)


class Reminding(QObject):
    """Keeps the tray in step with what is due, and rings where something is new.

    `open_asked` tells the newest Tidings and the token that lets a window come to the
    front, when the person wants to see it. `told` tells that something new is due.
    `beaten` tells each beat of its one timer. `unheard` tells that there is something
    to tell and nothing to tell it with.
    """

    open_asked = Signal(object, str)
    told = Signal()
    beaten = Signal()
    unheard = Signal()
    _answered = Signal(object, str)

    def __init__(
        self,
        *,
        clock: Clock,
        jobs: JobRunner,
        notices: Notices,
        tray: Tray,
        stamp: Callable[[], Hashable],
    ) -> None:
        """Take a runner whose worker knows the one job, and goes between the looks.

        *stamp* tells what the kept data look like from outside.
        """
        super().__init__()
        self._clock, self._jobs, self._notices = clock, jobs, notices
        self._tray, self._stamp = tray, stamp
        self._round: Round | None = None
        self._last_beat = clock.now()
        self._asked = 0
        self._told: tuple[Item, ...] = ()
        self.tidings = self._announced = Tidings(at=self._last_beat)
        self._has_notice = False
        self._rung_at: datetime | None = None
        self._timer = QTimer(self, interval=_MILLISECONDS_BETWEEN_BEATS)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.beat)
        self._calm = QTimer(self, interval=_MILLISECONDS_TO_CALM, singleShot=True)
        self._calm.timeout.connect(self._look)
        self._answered.connect(self._take_answer)
        tray.pause_asked.connect(self.pause)
        tray.message_clicked.connect(self._open)

    @property
    def is_busy(self) -> bool:
        """Tell whether something is being looked up, or a notice is on the screen."""
        return bool(self._asked) or self._has_notice or self._rung_at is not None

    def begin(self) -> None:
        """Look at once, and from then on once a minute whether it is time to."""
        self._timer.start()
        self._look()

    def look_soon(self) -> None:
        """Look again, when what the person changes has calmed down."""
        self._calm.start()

    def beat(self) -> None:
        """Look if it is time to."""
        now = self._clock.now()
        before, self._last_beat = self._last_beat, now
        self._tray.look_for_one()
        if self._rung_at is not None:
            if abs(now - self._rung_at) > _LONGEST_RING:
                # Whoever shows notices is stuck.
                self._take_answer(Answer.UNSHOWN, "")
        elif not self._asked and is_time_to_look(
            self._round, now=now, last_beat=before, stamp=self._stamp()
        ):
            self._look()
        self.beaten.emit()

    def pause(self, is_paused: bool) -> None:  # noqa: FBT001 -- a signal calls it
        """Tell nothing for a day, or go on."""
        self._ask(Deed.PAUSE if is_paused else Deed.RESUME)
        if not is_paused:
            self._look()

    def leave(self) -> None:
        """Take away what is shown, and look no more."""
        self._timer.stop()
        self._calm.stop()
        self._notices.close()
        self._jobs.shut_down()

    def _look(self) -> None:
        if self._rung_at is not None:
            # What is claimed and not confirmed would be told once more.
            self.look_soon()
        else:
            self._ask(Deed.LOOK)

    def _ask(self, deed: Deed, items: tuple[Item, ...] = ()) -> None:
        self._asked += 1
        self._jobs.run(
            Heavy(
                name=REMIND,
                arguments=to_plain(Remind(deed=deed, items=items)),
                result=Tidings,
            ),
            on_done=self._take,
            on_failed=self._fail,
        )

    def _take(self, tidings: Tidings) -> None:
        self.tidings = tidings
        is_paused = tidings.paused_until is not None
        self._tray.show_waiting(tidings.waiting, is_paused=is_paused)
        self._end_round(tidings.next_at)
        if tidings.items:
            self._tell(tidings)

    def _fail(self, _error: Exception) -> None:
        # The window says what is wrong with the store. Here the next day will do, or
        # the next change.
        self._end_round(None)

    def _end_round(self, next_at: datetime | None) -> None:
        self._asked -= 1
        if not self._asked:
            self._jobs.rest()
        now = self._clock.now()
        self._round = Round(at=now, next_at=next_at, stamp=self._stamp())

    def _tell(self, tidings: Tidings) -> None:
        # What the notice before told goes on being told by this one.
        before = self._told if self._has_notice else ()
        self._told, self._announced = (*before, *tidings.items), tidings
        self._rung_at = self._clock.now()
        self.told.emit()
        words = NoticeWords(
            title=self.tr("Torimodosu"),
            body=self._tray.words,
            open=self.tr("Open"),
            tomorrow=self.tr("Tomorrow"),
        )
        self._notices.show(words, self._answered.emit)

    def _take_answer(self, answer: Answer, token: str) -> None:
        self._rung_at, self._has_notice = None, answer is Answer.SHOWN
        match answer:
            case Answer.SHOWN:
                self._ask(Deed.CONFIRM)
            case Answer.UNSHOWN:
                self._tell_by_tray()
            case Answer.OPEN:
                self.open_asked.emit(self._announced, token)
            case Answer.TOMORROW:
                self._ask(Deed.TOMORROW, self._told)
            case Answer.GONE:
                pass

    def _tell_by_tray(self) -> None:
        if self._tray.remind():
            self._ask(Deed.CONFIRM)
        else:
            self._ask(Deed.RELEASE)
            self.unheard.emit()

    def _open(self) -> None:
        self.open_asked.emit(self._announced, "")
