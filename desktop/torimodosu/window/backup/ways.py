"""The ways to make a backup."""

from PySide6.QtWidgets import QWidget

from torimodosu.recovery.twostep.proof import BackupForm
from torimodosu.window.backup.making import BackupMaker
from torimodosu.window.backup.sheets import Sheets
from torimodosu.window.backup.words import form_words
from torimodosu.window.kit.blocks import Beside, pair
from torimodosu.window.kit.boxes import Box, Row, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.file_choice import asked_path
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.question import Question
from torimodosu.window.kit.text import Icon

_YES = 1
_NARROW = 620


class Ways(Box):
    """Lets the person choose what a backup is to lie on."""

    def __init__(self, look: Look, maker: BackupMaker, sheets: Sheets) -> None:
        super().__init__(look, "plain", pad=0, gap=14)
        self._look, self._maker, self._sheets = look, maker, sheets
        self.add(self._sheet(), self._encrypted(), self._phone(), self._plain())

    def _sheet(self) -> QWidget:
        look = self._look
        print_ = Button(look, self.tr("Print it"), "secondary", "paper")
        print_.clicked.connect(self._maker.make_sheet)
        save = Button(look, self.tr("Save it as a PDF"), "link")
        save.clicked.connect(self._sheets.save)
        words = self.tr(
            "QR codes and keys in plain sight. Needs no computer and no password; keep"
            " it like your passport."
        )
        return self._way("paper", BackupForm.SHEET, words, print_, save)

    def _encrypted(self) -> QWidget:
        save = Button(self._look, self.tr("Save a file"), "secondary", "lock")
        save.clicked.connect(self._open_encrypted)
        words = self.tr(
            "A KeePass file on a USB stick or another computer. KeePassXC and its kin"
            " show your codes with it, without us."
        )
        return self._way("lock", BackupForm.ENCRYPTED_FILE, words, save)

    def _phone(self) -> QWidget:
        show = Button(self._look, self.tr("Show the codes"), "secondary", "device")
        show.clicked.connect(self._open_phone)
        words = self.tr("An authenticator on your phone shows the same codes.")
        return self._way("device", BackupForm.PHONE, words, show)

    def _plain(self) -> QWidget:
        save = Button(self._look, self.tr("Save a list"), "link")
        save.clicked.connect(self._ask_plain)
        words = self.tr(
            "For moving to another program. Whoever opens it can make your codes;"
            " delete it afterwards."
        )
        return self._way("warn", BackupForm.PLAIN_FILE, words, save)

    def _way(
        self, icon: IconName, form: BackupForm, words: str, *buttons: Button
    ) -> QWidget:
        for button in buttons:
            button.setEnabled(not self._maker.is_busy)
            button.setAccessibleDescription(form_words(form))
        told = pair(self._look, form_words(form), words, small=True)
        row = Row(
            self._look, told, Wrapped(self._look, *buttons), gap=12, below=_NARROW
        )
        return Beside(self._look, Icon(self._look, icon, "muted", 24), row.share(3, 2))

    def _open_encrypted(self) -> None:
        self._maker.open(BackupForm.ENCRYPTED_FILE)

    def _open_phone(self) -> None:
        self._maker.open(BackupForm.PHONE)

    def _ask_plain(self) -> None:
        question = Question(
            self._look,
            self.window(),
            self.tr("Save a list that anybody can open?"),
            self.tr(
                "It holds the keys of all your accounts, and nothing guards it. A file"
                " with a password does the same and is safe."
            ),
            self.tr("Do not save"),
            self.tr("Save the open list"),
        )
        question.answered.connect(self._save_plain)
        question.open()

    def _save_plain(self, answer: int) -> None:
        title = self.tr("Where to save the list?")
        path = asked_path(self, title, "otpauth.txt") if answer == _YES else None
        if path is not None:
            self._maker.save_plain(path)
