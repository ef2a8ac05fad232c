"""The password of an encrypted backup."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit, QWidget

from torimodosu.window.activities.password_desk import PasswordDesk, Recipe
from torimodosu.window.backup.making import BackupMaker
from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box, Row, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Labelled
from torimodosu.window.kit.file_choice import asked_path
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text

SHORTEST = 12  # characters: whoever finds the file can try as many as they like
_WORDS = 6


class EncryptedCard(Box):
    """Takes a password twice, or suggests one, and asks where to write the file."""

    def __init__(self, look: Look, maker: BackupMaker, desk: PasswordDesk) -> None:
        super().__init__(look, "sunken", pad=16, gap=12)
        self._maker, self._desk = maker, desk
        self.field, self.again = QLineEdit(), QLineEdit()
        self.save_button = Button(look, self.tr("Save the file"), "secondary", "lock")
        # A field may be too narrow for what has to be written down, letter by letter.
        self.suggested = Text(look, "", "strong")
        self.suggested.hide()
        self._labelled = Labelled(
            look,
            self.tr("A password for this file"),
            self.field,
            self.tr("Nobody can open the file without it, and neither can we."),
        )
        repeated = Labelled(look, self.tr("The same once more"), self.again)
        self.add(
            section(look, self.tr("A file with a password")),
            Row(look, self._labelled, repeated, gap=12, below=520).share(1, 1),
            self.suggested,
            self._note(look),
            self._buttons(look),
        )
        for field, name in ((self.field, "first"), (self.again, "again")):
            field.setObjectName(f"backup-password-{name}")
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textEdited.connect(self._look_at_both)
            field.textEdited.connect(self.suggested.hide)
        desk.made.connect(self._show)
        desk.failed.connect(self._tell_failure)
        self._look_at_both()

    def _note(self, look: Look) -> QWidget:
        words = self.tr(
            "Write it on paper and keep that apart from the file. A few words in a row"
            " are easy to write down and hard to guess."
        )
        return Text(look, words, "small", "muted")

    def _buttons(self, look: Look) -> QWidget:
        suggest = Button(look, self.tr("Suggest one"), "link")
        suggest.clicked.connect(self._suggest)
        leave = Button(look, self.tr("Leave it"), "link")
        leave.clicked.connect(self._maker.forget)
        self.save_button.clicked.connect(self._save)
        return Wrapped(look, self.save_button, suggest, leave)

    def _suggest(self) -> None:
        language = "ja" if QLocale().language() == QLocale.Language.Japanese else "en"
        self._desk.make(Recipe(language=language, count=_WORDS), None)

    def _show(self, password: str) -> None:
        """Show a suggested password openly: it has to be written down."""
        for field in (self.field, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Normal)
            field.setText(password)
        self.suggested.say(password)
        self.suggested.show()
        self._look_at_both()

    def _tell_failure(self) -> None:
        words = self.tr("No suggestion could be made. Type one of your own.")
        self._labelled.attend(words)

    def _look_at_both(self) -> None:
        password, again = self.field.text(), self.again.text()
        why = ""
        if not password:
            why = self.tr("Type a password first")
        elif len(password) < SHORTEST:
            why = self.tr("At least {count} characters").format(count=SHORTEST)
        elif password != again:
            why = self.tr("Type the same once more")
        self._labelled.attend(why if password and len(password) < SHORTEST else "")
        self.save_button.hold_back(why)

    def _save(self) -> None:
        title = self.tr("Where to save the file?")
        path = asked_path(self, title, "torimodosu.kdbx")
        if path is not None:
            self._maker.save_encrypted(path, self.field.text())
