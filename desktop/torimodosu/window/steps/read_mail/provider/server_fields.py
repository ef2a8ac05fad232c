"""The settings of a server, for whoever knows better, or whose provider we do not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from torimodosu.recovery.catalogue.mail_provider import Security
from torimodosu.recovery.mail.servers.account import usual_port
from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.fields import ComboBox, Labelled
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.read_mail.provider.draft import Draft
from torimodosu.window.steps.read_mail.provider.words import security_words

_KINDS = tuple(Security)
_BELOW = 560


class ServerFields(Box):
    """Shows server, port, encryption and user of *draft*; `edited` tells a change."""

    edited = Signal()

    def __init__(self, look: Look, draft: Draft) -> None:
        super().__init__(look, "plain", pad=0, gap=12)
        self._draft = draft
        self._host = QLineEdit()
        self._port = QLineEdit()
        self._user = QLineEdit()
        self._security = ComboBox(look)
        for kind in _KINDS:
            self._security.addItem(security_words(kind))
        self.show_draft()
        self._host.textEdited.connect(self._take)
        self._port.textEdited.connect(self._take)
        self._user.textEdited.connect(self._take)
        self._security.activated.connect(self._choose)
        where = Row(
            look,
            Labelled(look, self.tr("IMAP server"), self._host),
            Labelled(look, self.tr("Port"), self._port),
            Labelled(look, self.tr("Encryption"), self._security),
            below=_BELOW,
        ).share(4, 1, 2)
        hint = self.tr("Mostly the mail address, or what stands in front of the @.")
        label = self.tr("User name at the server")
        self._who = Labelled(look, label, self._user, hint)
        self.add(where, self._who)

    def show_draft(self) -> None:
        """Show what the draft holds, where it is not what stands there."""
        draft = self._draft
        shown = (
            (self._host, draft.host),
            (self._port, draft.port),
            (self._user, draft.user),
        )
        for field, text in shown:
            if field.text() != text:
                field.setText(text)
        self._security.setCurrentIndex(_KINDS.index(draft.security))

    def ask_for_user(self, *, is_told: bool) -> None:
        """Say whether the provider has told the person a name that nobody guesses."""
        words = self.tr("This provider tells you a name, together with the password.")
        self._who.attend(words if is_told and not self._draft.user else "")

    def first(self) -> QWidget:
        """Return where one begins to type."""
        return self._host

    def _take(self) -> None:
        draft = self._draft
        draft.host, draft.port = self._host.text(), self._port.text()
        draft.user = self._user.text()
        self.edited.emit()

    def _choose(self, number: int) -> None:
        """Take another kind of encryption, and the port that goes with it."""
        before, now = self._draft.security, _KINDS[number]
        if self._draft.port in ("", str(usual_port(before))):
            self._draft.port = str(usual_port(now))
        self._draft.security = now
        self.show_draft()
        self.edited.emit()
