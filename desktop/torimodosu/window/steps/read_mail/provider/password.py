"""The password of the mailbox, and whether it is kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from torimodosu.recovery.case.secrets import KeychainTrouble
from torimodosu.window.kit.blocks import IconLine
from torimodosu.window.kit.boxes import Box, Row, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Choice, Labelled
from torimodosu.window.kit.look import Look
from torimodosu.window.mailbox_memory import MailboxMemory
from torimodosu.window.password_entry import PasswordEntry
from torimodosu.window.steps.read_mail.provider.draft import Draft
from torimodosu.window.troubles import trouble_title, trouble_words
from torimodosu.window.words.keychain import keychain_title, keychain_words


class PasswordPart(Box):
    """Takes the password of *draft*; `edited` tells that it is another one."""

    edited = Signal()

    def __init__(self, look: Look, draft: Draft, memory: MailboxMemory) -> None:
        super().__init__(look, "plain", pad=0, gap=10)
        self._look, self._draft, self._memory = look, draft, memory
        label = self.tr("Password for mail programs")
        self._field = PasswordEntry(look, label)
        self._field.setObjectName("mail-password")
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.show_password(draft.password)
        self._field.textChanged.connect(self._take)
        self._show = Button(look, "", "secondary", "eye")
        self._show.clicked.connect(self._turn)
        line = Row(look, self._field, self._show, gap=8).share(1)
        self._labelled = Labelled(look, label, line)
        keep = (
            self.tr("Forget it when the mails have come"),
            self.tr("Keep it in the keychain of this computer"),
        )
        question = self.tr("And the password afterwards?")
        self._keep = Choice(look, question, keep)
        self._keep.choose(int(draft.keeps_password))
        self._keep.chosen.connect(self._take_keep)
        self.add(self._labelled, Labelled(look, question, self._keep), *self._kept())
        self._say_show()
        self._attend()

    def _kept(self) -> list[IconLine | Wrapped]:
        """Return what is known of a password that is kept already."""
        memory, parts = self._memory, list[IconLine | Wrapped]()
        if isinstance(memory.trouble, KeychainTrouble):
            title, words = (
                keychain_title(memory.trouble),
                keychain_words(memory.trouble),
            )
            parts.append(IconLine(self._look, "warn", "attention", title, words))
        elif memory.trouble is not None:
            title, words = trouble_title(memory.trouble), trouble_words(memory.trouble)
            parts.append(IconLine(self._look, "warn", "attention", title, words))
        if memory.mailbox is not None:
            form = self.tr("The password of {name} is kept; the field may stay empty")
            words = form.format(name=memory.mailbox.user)
            forget = Button(
                self._look, self.tr("Forget the kept password"), "quiet", "bin"
            )
            forget.clicked.connect(memory.forget)
            parts.append(IconLine(self._look, "key", "ok", words))
            parts.append(Wrapped(self._look, forget))
        return parts

    def _take(self, text: str) -> None:
        self._draft.password = text
        self._attend()
        self.edited.emit()

    def _attend(self) -> None:
        """Say it if letters slipped in that a keyboard for Latin letters lacks."""
        is_odd = not self._draft.password.isascii()
        why = self.tr(
            "There are full-width or other letters in it. Most passwords have none:"
            " look at it with “Show”."
        )
        self._labelled.attend(why if is_odd else "")

    def _take_keep(self, number: int) -> None:
        self._draft.keeps_password = bool(number)

    def _turn(self) -> None:
        modes = QLineEdit.EchoMode
        is_hidden = self._field.echoMode() is modes.Password
        self._field.setEchoMode(modes.Normal if is_hidden else modes.Password)
        self._say_show()

    def _say_show(self) -> None:
        is_hidden = self._field.echoMode() is QLineEdit.EchoMode.Password
        self._show.say(self.tr("Show") if is_hidden else self.tr("Hide"))
