"""What the window needs from whoever opens it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import Cases, Clock
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.copied import Copied
from torimodosu.recovery.plan.ports import (
    CardBook,
    Marks,
    SignIns,
    Snapshots,
    Verdicts,
)
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.reminders.ports import ContactLog, ReminderWords
from torimodosu.recovery.reminders.reminder import Reminder
from torimodosu.recovery.statements.column_sample import StatementColumns
from torimodosu.recovery.statements.ports import StatementLog
from torimodosu.window.house_ports import HousePorts
from torimodosu.window.jobs import JobRunner
from torimodosu.window.lock_ports import LockPorts

CopyEvidence = Callable[[Case, Path, Progress], Copied]
"""Copies the archive of a case to a new folder, and reads the copy back."""

SaveCharges = Callable[[Case, Path, Mapping[int, str], Progress], int]
"""Writes every charge of a case, with the names of the cards, into a new CSV file.

Returns how many there are.
"""

SaveCalendar = Callable[
    [Case, Path, Sequence[Reminder], Callable[[int], str], Progress], None
]
"""Writes reminders into a new file for calendar programs; raises OSError.

What each event is called follows from how many things there are to check.
"""

Setting = str | int | bool | None

# The setting that the program goes on when its window is closed.
STAYS_WHEN_CLOSED = "stay_in_tray"


class Settings(Protocol):
    """What the user set for the program; raises `StoreError`."""

    @property
    def settings(self) -> Mapping[str, Setting]:
        """Return every setting by its name."""
        ...

    def set(self, name: str, value: Setting) -> None:
        """Keep *value* as the setting *name*."""
        ...


class Autostart(Protocol):
    """Whether the program starts with the computer, into the tray."""

    def is_on(self) -> bool:
        """Tell whether it does.

        Raises:
            OSError: If that cannot be read.

        """
        ...

    def turn(self, *, on: bool) -> None:
        """Let it start with the computer from now on, or no more.

        Raises:
            OSError: If that cannot be written.

        """
        ...


class AnswerServer(Protocol):
    """Keeps whether a mail server is the person's own; raises `StoreError`."""

    def __call__(self, case: Case, trusted: str, *, is_own: bool, at: datetime) -> None:
        """Keep the word on the server with the entries *trusted*."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """The outside world of the window.

    Attributes:
        load_catalogue: Reads the data packs; called once, off the first paint.
        bag_of: Returns the folder of a case's archive.
        copy_evidence: Copies the archive of a case; runs in the background.
        save_charges: Writes the charges of a case; runs in the background.
        save_calendar: Writes reminders; runs in the background.
        statement_columns: Opens what reads the columns of unknown files, when needed.
        find_thunderbird: Returns the folders in which Thunderbird keeps mail.
        login_stamp: Returns a text that changes whenever a login store of a case's
            browsers may have changed; cheap, but nothing for the GUI thread.
        practice_remove_stale: Deletes the stale login of the practice incident; raises
            OSError where that fails, and ValueError for a real case.
        open_in_browser: Lets a browser, by its id in the catalogue, open one of its own
            addresses; returns whether it could be started.
        house: The place where the program keeps everything.

    """

    cases: Cases
    snapshots: Snapshots
    marks: Marks
    verdicts: Verdicts
    sign_ins: SignIns
    card_book: CardBook
    statement_log: StatementLog
    reminder_words: ReminderWords
    contact_log: ContactLog
    settings: Settings
    clock: Clock
    jobs: JobRunner
    lock: LockPorts
    load_catalogue: Callable[[], Catalogue]
    bag_of: Callable[[Case], Path]
    copy_evidence: CopyEvidence
    save_charges: SaveCharges
    save_calendar: SaveCalendar
    statement_columns: Callable[[], StatementColumns]
    find_thunderbird: Callable[[], Sequence[str]]
    login_stamp: Callable[[Case], str]
    practice_remove_stale: Callable[[Case], None]
    open_in_browser: Callable[[str, str], bool]
    answer_server: AnswerServer
    autostart: Autostart
    house: HousePorts
