"""Which mail is open, and its newest verdict."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.mail_view import ShownMail, ShownMails
from torimodosu.window.steps.judge.one_mail import OneMail
from torimodosu.window.steps.judge.tools import Tools


class Opening(QObject):
    """Opens kept mails and others in the one mail that is shown.

    `changed` tells that what is shown is another, or that nothing is; `renewed` that
    there may be a newer verdict on it.
    """

    changed = Signal()
    renewed = Signal()

    def __init__(self, one: OneMail, tools: Tools) -> None:
        super().__init__()
        self._one, self._tools = one, tools
        # The SHA-256 of a kept mail, or the place of another.
        self._key: str | int | None = None
        self._case: Case | None = None
        tools.loose.changed.connect(self._follow_loose)
        tools.reader.shown.connect(self._show)
        tools.reader.failed.connect(self._fail)
        one.closed.connect(self._close)

    @property
    def is_kept(self) -> bool:
        """Tell whether a kept mail is open."""
        return isinstance(self._key, str)

    def await_loose(self) -> None:
        """Open the mail that is brought next, where it is the only one."""
        self.close()
        self._key = 0

    def open_loose(self, number: int) -> None:
        """Open a mail that was brought, by its place."""
        self._key = number
        self._one.open(self._tools.loose.mails[number])
        self.changed.emit()

    def open_kept(self, case: Case, sha256: str) -> None:
        """Open a kept mail of *case*; it is read first."""
        self._case, self._key = case, sha256
        self._tools.reader.fetch(case, (sha256,))

    def renew(self) -> None:
        """Read a kept mail again, which may be judged otherwise now."""
        if self._case is not None and isinstance(self._key, str):
            self.open_kept(self._case, self._key)

    def close(self) -> None:
        """Show no mail."""
        self._key = None
        self._one.close()

    def _follow_loose(self) -> None:
        """Show the mail that was brought, or the newest verdict on it."""
        loose = self._tools.loose
        is_new = False
        if not loose.is_running and isinstance(self._key, int):
            is_new = not self._one.is_open
            if is_new and len(loose.mails) != 1:
                self._key = None
            elif self._key < len(loose.mails):
                self._one.open(loose.mails[self._key])
        signal = self.changed if is_new else self.renewed
        signal.emit()

    def _show(self, mails: ShownMails) -> None:
        if mails.asked != (self._key,):
            return
        signal = self.renewed if self._one.is_open else self.changed
        if mails.mails:
            self._one.open(self._compared(mails.mails[0]))
        else:
            self._one.fail()
        signal.emit()

    def _compared(self, shown: ShownMail) -> ShownMail:
        """Return a kept mail with the verdict for which others were compared."""
        judged = self._tools.kept.mails.get(shown.kept.sha256)
        if judged is None or shown.message is None:
            return shown
        return replace(shown, judgement=judged.judgement)

    def _fail(self, _error: Exception) -> None:
        self._one.fail()
        self.changed.emit()

    def _close(self) -> None:
        self.close()
        self.changed.emit()
