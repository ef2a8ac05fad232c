"""What came of taking mails in, in words."""

from PySide6.QtCore import QObject

from torimodosu.recovery.evidence.intake_report import Ending, IntakeReport
from torimodosu.window.kit.blocks import Callout
from torimodosu.window.kit.look import Look
from torimodosu.window.troubles import ending_words


class Outcome(QObject):
    """Says how an intake ended; plurals need a method of a QObject."""

    def callout(self, look: Look, report: IntakeReport) -> Callout:
        """Return what came of it, as a callout."""
        if report.ending is not Ending.DONE:
            title = self.tr("Not everything was read")
            return Callout(look, "attention", title, ending_words(report.ending))
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
