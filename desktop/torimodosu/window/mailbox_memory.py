"""The mailbox that the person wants remembered, with its password in the keychain."""

import json
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from torimodosu.plain import NotPlainError, from_plain, to_plain
from torimodosu.recovery.case.secrets import Keychain, KeychainError, KeychainTrouble
from torimodosu.recovery.mail.servers.account import MailAccount
from torimodosu.recovery.mail.servers.kept_password import forget_password
from torimodosu.recovery.progress import Progress
from torimodosu.window.jobs import JobRunner, Line
from torimodosu.window.ports import Settings

T = TypeVar("T")

_SETTING = "mailbox"


class MailboxMemory(QObject):
    """Remembers one mailbox among the settings; its password lies in the keychain.

    `changed` tells that it is another one, or none, or could not be forgotten.
    """

    changed = Signal()

    def __init__(
        self, jobs: JobRunner, *, settings: Settings, keychain: Keychain
    ) -> None:
        super().__init__()
        self._jobs, self._settings, self._keychain = jobs, settings, keychain
        self._line = Line()
        self.mailbox: MailAccount | None = None
        self.trouble: KeychainTrouble | Exception | None = None

    def prepare(self) -> None:
        """Read which mailbox is remembered."""
        self._run(self._read, self._show)

    def keep(self, mailbox: MailAccount) -> None:
        """Remember *mailbox*, which bears no password; that is kept already."""
        if mailbox != self.mailbox:
            text = json.dumps(to_plain(mailbox))
            self._run(partial(self._keep, text, mailbox), self._show)

    def forget(self) -> None:
        """Forget the mailbox and its password."""
        self._run(self._forget, self._show_gone)

    def _run(self, work: Callable[[Progress], T], on_done: Callable[[T], None]) -> None:
        self._jobs.run(work, on_done=on_done, on_failed=self._fail, line=self._line)

    def _read(self, _progress: Progress) -> MailAccount | None:
        text = self._settings.settings.get(_SETTING)
        try:
            return from_plain(MailAccount, json.loads(str(text))) if text else None
        except (NotPlainError, ValueError):
            return None

    def _keep(
        self, text: str, mailbox: MailAccount, _progress: Progress
    ) -> MailAccount:
        self._settings.set(_SETTING, text)
        return mailbox

    def _forget(self, _progress: Progress) -> KeychainTrouble | None:
        """Return why the keychain did not let go of the password, None if it did."""
        try:
            forget_password(self._keychain)
        except KeychainError as error:
            return error.trouble
        self._settings.set(_SETTING, None)
        return None

    def _show(self, mailbox: MailAccount | None) -> None:
        self.mailbox, self.trouble = mailbox, None
        self.changed.emit()

    def _show_gone(self, trouble: KeychainTrouble | None) -> None:
        self.trouble = trouble
        if trouble is None:
            self.mailbox = None
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self.trouble = error
        self.changed.emit()
