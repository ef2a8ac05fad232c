"""What is kept an eye on, whatever page is open."""

from PySide6.QtCore import QObject

from torimodosu.recovery.plan.sign_in import has_conflict
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.book.book import Book
from torimodosu.window.case_file import CaseFile
from torimodosu.window.job_watch import JobWatch
from torimodosu.window.login_watch import LoginWatch
from torimodosu.window.notice import Notice
from torimodosu.window.pending_watch import PendingWatch
from torimodosu.window.ports import Ports
from torimodosu.window.rail import Rail


class Watches(QObject):
    """Watches the jobs, stale saved logins, and what waits for the keychain."""

    def __init__(
        self,
        ports: Ports,
        book: Book,
        case_file: CaseFile,
        *,
        rail: Rail,
        notice: Notice,
    ) -> None:
        super().__init__()
        self._case_file = case_file
        self.jobs = JobWatch(
            rail=rail,
            intake=book.intake,
            statements=book.cards.statements,
            audit=book.password_audit,
            case_file=case_file,
        )
        self.logins = LoginWatch(
            jobs=ports.jobs,
            scan=book.login_scan,
            stamp=ports.login_stamp,
            is_worth_it=has_conflict,
        )
        self.pending = PendingWatch(book.authenticator.pending, notice)
        for part in (self.jobs, self.logins, self.pending):
            part.setParent(self)
        case_file.changed.connect(self._follow)

    def begin(self) -> None:
        """Begin with what is known already."""
        self._follow(self._case_file.snapshot)
        self.pending.begin()

    def speak(self) -> None:
        """Say in the language that was chosen what still stands to be read."""
        self.pending.speak()

    def _follow(self, snapshot: Snapshot) -> None:
        self.logins.follow(snapshot)
