"""The recovery codes of any service, between the widgets that show them."""

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.twostep.code_text import CodesRead, recovery_codes_in
from torimodosu.recovery.twostep.pending import Pending, PendingKind
from torimodosu.recovery.twostep.recovery_codes import KeptCodes
from torimodosu.window.activities.authenticator import Authenticator

_NOTHING_READ = CodesRead(codes=(), left_out=())


class SpareDesk(QObject):
    """Shows one list at a time, and takes a new one in.

    `changed` tells that the card has to be made anew, `begun` after that that the
    person wants to type a new list.
    """

    changed = Signal()
    begun = Signal()

    def __init__(self, authenticator: Authenticator) -> None:
        super().__init__()
        self._safe = safe = authenticator.recovery_codes
        self._pending = authenticator.pending
        self._noted: tuple[Pending, ...] = ()
        self._drafts, self._kept_draft = 0, -1
        self._wanted = ""
        self._unanswered = 0
        self.codes: tuple[str, ...] = ()
        self.error: Exception | None = None
        self.is_adding = False
        self.issuer = self.text = ""
        safe.changed.connect(self.changed)
        safe.failed.connect(self._fail)

    @property
    def lists(self) -> tuple[KeptCodes, ...]:
        """Return every list, oldest first."""
        return self._safe.lists

    @property
    def shown(self) -> KeptCodes | None:
        """Return the list whose codes are shown, or None."""
        if not self.codes:
            return None
        return next((one for one in self.lists if one.id == self._wanted), None)

    @property
    def read(self) -> CodesRead | None:
        """Return the codes in what was pasted; None where it is far too long."""
        return recovery_codes_in(self.text) if self.text.strip() else _NOTHING_READ

    @property
    def is_keeping(self) -> bool:
        """Tell whether the keychain is asked to keep a list."""
        return self._kept_draft >= 0

    def show(self, codes: KeptCodes) -> None:
        """Read and show the codes of a list."""
        self._clear()
        self._wanted = codes.id
        self._unanswered += 1
        self._safe.read(codes, self._take, self._miss)
        self.changed.emit()

    def use(self, place: int) -> None:
        """Strike out the code at *place* of the list that is shown."""
        if self.shown is not None:
            self._safe.use(self.shown, place)

    def take_back(self, place: int) -> None:
        """Take back that the code at *place* was used."""
        if self.shown is not None:
            self._safe.take_back(self.shown, place)

    def forget_if_asked(self, codes: KeptCodes, _answer: int) -> None:
        """Forget a list and its codes, as was answered."""
        self._clear()
        self._safe.remove(codes)

    def begin_adding(self) -> None:
        """Ask for a new list; what was pasted for one stays."""
        if not self.is_adding:
            self._clear()
            self.is_adding = True
            self.changed.emit()
        self.begun.emit()

    def keep(self) -> None:
        """Keep the codes that were pasted, once there are some and they have a name.

        A second press, before the keychain has answered, does nothing.
        """
        read, issuer = self.read, self.issuer.strip()
        if read is not None and read.codes and issuer and not self.is_keeping:
            self.error, self._kept_draft = None, self._drafts
            self._settle()
            self._noted = self._pending.begin(PendingKind.RECOVERY_CODES, [issuer])
            self._safe.add(
                read.codes,
                issuer=issuer,
                on_added=self._show_added,
                on_failed=self._miss_adding,
            )
            self.changed.emit()

    def fold(self) -> None:
        """Show no code any more, and forget what was pasted, as the person wants."""
        if not self.is_keeping:
            self._settle()
        self._clear()
        self.changed.emit()

    def forget(self) -> None:
        """Hold no code any more, as when the page is left."""
        self._clear()

    def _clear(self) -> None:
        self._drafts += 1
        if not self.is_keeping:
            self._give_up()
        self.codes, self.error, self.is_adding = (), None, False
        self._wanted = self.issuer = self.text = ""

    def _take(self, codes: tuple[str, ...]) -> None:
        # Answers come in the order of the questions: only the last is still wanted.
        self._unanswered -= 1
        if self._wanted and not self._unanswered:
            self.codes, self.error = codes, None
            self.changed.emit()

    def _miss(self, _error: Exception) -> None:
        self._unanswered -= 1

    def _show_added(self, _codes: KeptCodes) -> None:
        is_shown, self._kept_draft = self._kept_draft == self._drafts, -1
        self._settle()
        if is_shown:
            self.fold()

    def _miss_adding(self, _error: Exception) -> None:
        is_shown, self._kept_draft = self._kept_draft == self._drafts, -1
        if is_shown:
            self.changed.emit()
        else:  # what was pasted is gone
            self._give_up()

    def _settle(self) -> None:
        noted, self._noted = self._noted, ()
        self._pending.settle(noted)

    def _give_up(self) -> None:
        noted, self._noted = self._noted, ()
        self._pending.give_up(noted)

    def _fail(self, error: Exception) -> None:
        self.error = error
        self.changed.emit()
