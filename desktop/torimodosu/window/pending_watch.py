"""Telling what was said to be kept and is not, wherever the person is by then."""

from PySide6.QtCore import QCoreApplication, QObject

from torimodosu.recovery.twostep.pending import Pending, PendingKind
from torimodosu.window.activities.pending_secrets import PendingSecrets
from torimodosu.window.notice import Notice


class PendingWatch(QObject):
    """Says in *notice* what the keychain did not take, until that was read."""

    def __init__(self, pending: PendingSecrets, notice: Notice) -> None:
        super().__init__()
        self._pending, self._notice = pending, notice
        self._lost: tuple[Pending, ...] = ()
        pending.lost.connect(self._take)

    def begin(self) -> None:
        """Say what the program before this one has left."""
        self._pending.recall()

    def speak(self) -> None:
        """Say it again, in the language of now, where nobody has read it yet."""
        if self._lost:
            between = self.tr(", ")
            names = between.join(dict.fromkeys(map(_name_of, self._lost)))
            title = self.tr("Not kept: {names}").format(names=names)
            words = self.tr(
                "It was closed before the keychain of this computer had answered, and"
                " is kept nowhere else. Please do it once more."
            )
            self._notice.tell("attention", title, words, self._settle)

    def _take(self, lost: tuple[Pending, ...]) -> None:
        self._lost += lost
        self.speak()

    def _settle(self) -> None:
        lost, self._lost = self._lost, ()
        self._pending.settle(lost)


def _name_of(pending: Pending) -> str:
    match pending.kind:
        case PendingKind.ACCOUNT if pending.name:
            return pending.name
        case PendingKind.ACCOUNT:
            return QCoreApplication.translate(
                "PendingWatch", "an account without a name"
            )
        case PendingKind.RECOVERY_CODES:
            words = QCoreApplication.translate(
                "PendingWatch", "the recovery codes of {name}"
            )
            return words.format(name=pending.name)
        case PendingKind.BACKUP:
            words = QCoreApplication.translate("PendingWatch", "the backup {name}")
            return words.format(name=pending.name)
