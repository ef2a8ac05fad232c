"""The one entry that is worked on, and its new password for as long as that."""

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.service import PasswordRules
from torimodosu.recovery.passwords.new_password import LENGTH
from torimodosu.recovery.passwords.queue import QueueEntry
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.activities.password_desk import PasswordDesk, Recipe


class ReuseDesk(QObject):
    """Knows which entry is next, or was chosen, and makes a password for it.

    `made` tells that there is another password.
    """

    made = Signal()

    def __init__(self, catalogue: Catalogue, passwords: PasswordDesk) -> None:
        super().__init__()
        self._catalogue, self._passwords = catalogue, passwords
        self._chosen = ""
        self._made_for = ""
        self.password = ""
        self.is_leaving_out = False
        passwords.made.connect(self._take)

    def entry(self, snapshot: Snapshot) -> QueueEntry | None:
        """Return the entry that was chosen, else the first that is open."""
        queue = snapshot.password_queue
        if queue is None:
            return None
        chosen = next((e for e in queue.entries if e.key == self._chosen), None)
        return chosen or next(iter(queue.open_on(snapshot.at.date())), None)

    def choose(self, key: str) -> None:
        """Work on another entry; "" goes back to the first that is open."""
        self._chosen, self.is_leaving_out = key, False
        self.forget()

    def make(self, entry: QueueEntry) -> None:
        """Have a password made that the site of *entry* takes."""
        self._made_for = entry.key
        recipe = Recipe(language="", count=LENGTH)
        self._passwords.make(recipe, self.rules_of(entry))

    def password_for(self, entry: QueueEntry) -> str:
        """Return what was made for *entry*, or ""."""
        return self.password if self._made_for == entry.key else ""

    def rules_of(self, entry: QueueEntry) -> PasswordRules | None:
        """Return what the site of *entry* demands, None where nothing is known."""
        return self._catalogue.password_rules_at(entry.site)

    def forget(self) -> None:
        """Keep no password."""
        self.password = self._made_for = ""

    def _take(self, password: str) -> None:
        if self._made_for:
            self.password = password
            self.made.emit()
