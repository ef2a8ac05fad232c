"""How far the mails are kept, in one line."""

from PySide6.QtCore import QObject

from torimodosu.recovery.plan.proof import has_faults, has_no_mails, is_done
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.evidence_words import FaultCounts


class Title(QObject):
    """Says what is kept; plurals need a method of a QObject."""

    def of(self, snapshot: Snapshot, *, is_reading: bool) -> str:
        """Return the title of the page."""
        number, known = sum(snapshot.kept.values()), snapshot.verification
        is_over = is_done(Step.READ_MAIL, snapshot)
        if is_reading:
            return self.tr("Reading your mail")
        if has_no_mails(snapshot):
            return self.tr("There are no mails, as you say")
        if known is not None and has_faults(snapshot):
            return FaultCounts().title(known.faults, is_accepted=is_over)
        if is_over:
            return self.tr("%n mail(s) are kept safe", "", number)
        if number:
            return self.tr("%n mail(s) are kept so far", "", number)
        return self.tr("Drop your mail here")
