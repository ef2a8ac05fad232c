"""One mail with its verdict, the reasons, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.mail.judging.judgement import Settles, Verdict
from torimodosu.recovery.plan.mail_view import ShownMail
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.activities.mail_saving import MailSaving
from torimodosu.window.kit.blocks import Callout
from torimodosu.window.kit.boxes import Row
from torimodosu.window.kit.file_choice import asked_path
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Failure
from torimodosu.window.mail_sheet import mail_sheet
from torimodosu.window.page import Action, Buttons
from torimodosu.window.steps.judge.export import text_of
from torimodosu.window.steps.judge.sheet import look_for_card, reply_card
from torimodosu.window.words.catalogue import name_words
from torimodosu.window.words.judgement import verdict_title

_FILE_NAME = "mail.txt"


class OneMail(QObject):
    """The mail that is open, if there is one.

    `closed` tells that the person wants to go back, `step_chosen` the Step that they
    want to go to.
    """

    closed = Signal()
    step_chosen = Signal(object)

    def __init__(self, look: Look, saving: MailSaving) -> None:
        super().__init__()
        self._look, self._saving = look, saving
        self._shown: ShownMail | None = None
        self._has_failed = False

    @property
    def is_open(self) -> bool:
        """Tell whether a mail is shown, or that it cannot be."""
        return self._shown is not None or self._has_failed

    @property
    def wants_key(self) -> bool:
        """Tell whether a key would settle what cannot be told of the mail."""
        judgement = None if self._shown is None else self._shown.judgement
        return judgement is not None and Settles.KEY in judgement.would_settle

    @property
    def wants_server(self) -> bool:
        """Tell whether the word of a mail server would settle it."""
        judgement = None if self._shown is None else self._shown.judgement
        return judgement is not None and Settles.SERVER in judgement.would_settle

    def open(self, shown: ShownMail) -> None:
        """Show a mail."""
        if self._shown is None or self._shown.kept.sha256 != shown.kept.sha256:
            self._saving.forget()
        self._shown, self._has_failed = shown, False

    def fail(self) -> None:
        """Show that a mail could not be read."""
        self._shown, self._has_failed = None, True

    def close(self) -> None:
        """Show none."""
        self._shown, self._has_failed = None, False

    def title(self) -> str:
        """Return the verdict."""
        shown = self._shown
        if shown is None or shown.judgement is None:
            return self.tr("The mail could not be shown")
        if shown.claims is None:
            return self.tr("This mail claims to be from no firm that we know")
        return verdict_title(shown.judgement.verdict, name_words(shown.claims))

    def parts(self, *, has_case: bool, asking: Sequence[QWidget] = ()) -> list[QWidget]:
        """Return the mail, what is *asking* about it, and what stands below it."""
        shown = self._shown
        if shown is None:
            what = self.tr("The mail could not be shown")
            safe = self.tr("It is kept in the archive all the same. Try once more.")
            return [Failure(self._look, what, safe)]
        parts = [*self._saved(), mail_sheet(self._look, shown), *asking]
        below = self._below(shown, has_case=has_case)
        if below:
            row = Row(self._look, *below, below=720)
            parts.append(row.share(*[1] * len(below)))
        return parts

    def buttons(self) -> Buttons:
        """Lead back, or save the mail as a text."""
        back = Action(words=self.tr("Back to the mails"), run=self._close)
        save = None
        if self._shown is not None and self._shown.message is not None:
            save = Action(words=self.tr("Save as text"), run=self._save)
        return Buttons(primary=back, secondary=save)

    def _below(self, shown: ShownMail, *, has_case: bool) -> list[QWidget]:
        parts: list[QWidget] = []
        judgement = shown.judgement
        if judgement is None:
            return parts
        is_open = judgement.verdict is Verdict.CANNOT_TELL
        if shown.look_for is not None and is_open:
            go = self._go if has_case else None
            parts.append(look_for_card(self._look, shown.look_for, go=go))
        if shown.reply is not None:
            name = "" if shown.claims is None else name_words(shown.claims)
            parts.append(reply_card(self._look, shown.reply, judgement.verdict, name))
        return parts

    def _saved(self) -> list[QWidget]:
        """Return what became of the text that was saved."""
        if self._saving.path is not None:
            title = self.tr("The text is saved")
            words = self.tr(
                "{file}: Who got the mail is left out at its top. Look through it"
                " before you show it to somebody."
            ).format(file=self._saving.path)
            return [Callout(self._look, "ok", title, words)]
        if self._saving.has_failed:
            title = self.tr("The text could not be saved there")
            words = self.tr("Choose another folder.")
            return [Callout(self._look, "attention", title, words)]
        return []

    def _save(self) -> None:
        if self._shown is None:
            return
        kind = self.tr("Text (*.txt)")
        title = self.tr("Where shall the text go?")
        path = asked_path(None, title, _FILE_NAME, kind)
        if path is not None:
            self._saving.save(path, text_of(self._shown))

    def _close(self) -> None:
        self.closed.emit()

    def _go(self, step: Step) -> None:
        self.step_chosen.emit(step)
