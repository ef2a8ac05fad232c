"""What came of taking mails in, in words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.evidence.intake_report import Ending, IntakeReport
from torimodosu.recovery.mail.search import NotCovered, Trouble
from torimodosu.window.activities.intake import Intake
from torimodosu.window.kit.blocks import Callout
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Failure
from torimodosu.window.troubles import ending_words, trouble_words
from torimodosu.window.words.not_read import not_read_words


class Outcome(QObject):
    """Says how an intake ended; plurals need a method of a QObject."""

    def end(self, look: Look, intake: Intake) -> list[QWidget]:
        """Return how the last intake ended, if there was one."""
        if intake.error is not None:
            what = self.tr("Reading stopped before the end")
            return [Failure(look, what, trouble_words(intake.error))]
        if intake.result is None:
            return []
        return [self.callout(look, intake.result.intake)]

    def passed_over(self, intake: Intake) -> str:
        """Return how many files were no mail in what was just read, or ""."""
        files = 0 if intake.result is None else intake.result.intake.passed_over
        if not files:
            return ""
        return self.tr("%n other file(s) are no mail and were passed over", "", files)

    def callout(self, look: Look, report: IntakeReport) -> Callout:
        """Return what came of it, as a callout."""
        if report.ending is not Ending.DONE:
            title = self.tr("Not everything was read")
            return Callout(look, "attention", title, ending_words(report.ending))
        missed = (*report.not_covered, *report.unreadable)
        if not report.messages and not report.kept and not report.adds_nothing:
            return self._nothing_read(look, missed)
        if missed:
            return self._partly_read(look, report, missed)
        if report.adds_nothing:
            title = self.tr("These mails were kept already")
            words = self.tr("Nothing was added, and nothing is counted twice.")
            return Callout(look, "info", title, words)
        if not report.kept:
            title = self.tr("No mail from the shop was found in it")
            words = self.tr("It may lie in another folder or mailbox.")
            return Callout(look, "attention", title, words)
        title = self.tr("%n mail(s) were added", "", report.kept)
        words = self.tr("Each lies in the archive byte for byte, as it came.")
        return Callout(look, "ok", title, words)

    def _nothing_read(self, look: Look, missed: Sequence[NotCovered]) -> Callout:
        """Return that there was no mail to look at, and why."""
        title = self.tr("There was no mail in it that could be read")
        if any(one.trouble is Trouble.CUT_OFF for one in missed):
            title = self.tr("Not everything was read")
        return Callout(look, "attention", title, self._why(missed))

    def _partly_read(
        self, look: Look, report: IntakeReport, missed: Sequence[NotCovered]
    ) -> Callout:
        """Return how much came, and that there is more which was not read."""
        title, why = self.tr("Not everything was read"), self._why(missed)
        if report.kept:
            title = self.tr(
                "%n mail(s) were added, and not everything was read", "", report.kept
            )
        elif not report.adds_nothing:
            none = self.tr("What was read holds no mail from the shop.")
            why = self.tr("{first} {then}").format(first=none, then=why)
        return Callout(look, "attention", title, why)

    def _why(self, missed: Sequence[NotCovered]) -> str:
        """Return why something was not read, where that is one reason."""
        troubles = {one.trouble for one in missed}
        if len(troubles) == 1:
            return not_read_words(troubles.pop())
        return self.tr("Why is told below, under what is covered.")


def turned_away_note(look: Look, intake: Intake) -> list[Callout]:
    """Return what becomes of files that came while mail was being read."""
    title = QCoreApplication.translate("Outcome", "More files came meanwhile")
    if intake.has_more:
        words = QCoreApplication.translate("Outcome", "They are read after this.")
        return [Callout(look, "info", title, words)]
    if not intake.has_turned_away:
        return []
    words = QCoreApplication.translate(
        "Outcome", "They were not read. Drop them once more."
    )
    return [Callout(look, "attention", title, words)]
