"""A backup, and one try at reading it back: only that proves that it helps."""

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.twostep.proof import Backup
from torimodosu.window.activities.authenticator import Authenticator
from torimodosu.window.backup.making import BackupMaker, Keeping
from torimodosu.window.backup.reading_back import BackupReader
from torimodosu.window.ports import Ports


class BackupDrill(QObject):
    """Makes backups of all accounts, and reads them back.

    It keeps both in the case in which they began, by *keeping*, that of the open
    `CaseFile`. `changed` tells of each change of what can be seen of either.
    """

    changed = Signal()

    def __init__(
        self, ports: Ports, authenticator: Authenticator, keeping: Keeping
    ) -> None:
        super().__init__()
        self.ports, self.authenticator = ports, authenticator
        self.maker = BackupMaker(ports, authenticator, keeping)
        self.reader = BackupReader(ports, authenticator, keeping)
        for part in (self.maker, self.reader):
            part.setParent(self)
            part.changed.connect(self.changed)

    def begin_reading(self, backup: Backup) -> None:
        """Begin to read *backup* back; what was begun besides is left."""
        self.maker.forget()
        self.reader.begin(backup)

    def forget(self) -> None:
        """Forget whatever was begun and read, as when the page is left."""
        self.maker.forget()
        self.reader.forget()
