"""The QR codes that bring the accounts to a phone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from torimodosu.window.backup.making import BackupMaker, ShownCode
from torimodosu.window.backup.qr_picture import QrPicture
from torimodosu.window.backup.words import name_of
from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box, Row, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.words.keychain import waiting_words

_NARROW = 560


class PhoneCard(Box):
    """Shows the code whose turn it is, until the phone has all of them."""

    def __init__(self, look: Look, maker: BackupMaker) -> None:
        super().__init__(look, "sunken", pad=16, gap=12)
        self._look, self._maker = look, maker
        self.add(section(look, self.tr("Let your phone read the codes")))
        self.add(self._made() if maker.codes else self._waiting())

    def _waiting(self) -> QWidget:
        """Return what is said only while the keychain is slow, and the way out."""
        look, authenticator = self._look, self._maker.authenticator
        leave = Button(look, self.tr("Leave it"), "link")
        leave.clicked.connect(self._maker.forget)
        note = Box(look, "plain", pad=0, gap=8)
        note.add(Text(look, waiting_words(), "body", "muted"), Wrapped(look, leave))
        note.setVisible(authenticator.is_waiting)
        authenticator.waiting.connect(note.setVisible)
        return note

    def _made(self) -> QWidget:
        look, codes = self._look, self._maker.codes
        shown = codes[self._maker.at]
        between = self.tr(", ")
        names = between.join(map(name_of, shown.accounts))
        told = Box(look, "plain", pad=0, gap=10)
        place = self.tr("Code {place} of {count}")
        told.add(
            Text(
                look,
                place.format(place=self._maker.at + 1, count=len(codes)),
                "smallstrong",
            ),
            Text(look, names, "heading"),
            Text(look, self._how(shown)),
            Wrapped(look, *self._buttons()),
        )
        told.body.addStretch()
        row = Row(look, self._picture(shown, names), told, gap=20, below=_NARROW)
        row.line.setStretch(1, 1)
        row.line.setAlignment(Qt.AlignmentFlag.AlignTop)
        return row

    def _picture(self, shown: ShownCode, names: str) -> QWidget:
        if shown.code:
            name = self.tr("QR code of {account}").format(account=names)
            return QrPicture(self._look, shown.code, name)
        words = self.tr("This key is too long for a QR code. Use a file instead.")
        return Text(self._look, words, "body", "attention")

    def _how(self, shown: ShownCode) -> str:
        if len(shown.accounts) > 1:
            return self.tr(
                "In Google Authenticator choose to import accounts, and scan this code."
            )
        return self.tr(
            "Open an authenticator on your phone, choose to add an account, and scan"
            " this code. Nobody else should see it."
        )

    def _buttons(self) -> list[Button]:
        look = self._look
        buttons = []
        if self._maker.at + 1 < len(self._maker.codes):
            following = Button(look, self.tr("It has read it: the next one"))
            following.clicked.connect(self._go_on)
            buttons.append(following)
        else:
            done = Button(look, self.tr("My phone has them all"))
            done.clicked.connect(self._maker.note_moved)
            buttons.append(done)
        if self._maker.at:
            back = Button(look, self.tr("Back one code"), "link")
            back.clicked.connect(self._go_back)
            buttons.append(back)
        elif self._maker.can_join:
            words = self.tr("All at once, for Google Authenticator")
            if self._maker.is_joined:
                words = self.tr("One by one, for any authenticator")
            join = Button(look, words, "link")
            join.clicked.connect(self._join)
            buttons.append(join)
        leave = Button(look, self.tr("Leave it"), "link")
        leave.clicked.connect(self._maker.forget)
        return [*buttons, leave]

    def _go_on(self) -> None:
        self._maker.turn_to(self._maker.at + 1)

    def _go_back(self) -> None:
        self._maker.turn_to(self._maker.at - 1)

    def _join(self) -> None:
        self._maker.join(is_joined=not self._maker.is_joined)
