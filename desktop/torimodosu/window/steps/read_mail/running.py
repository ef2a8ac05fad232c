"""The reading of mails that is under way, in numbers."""

from PySide6.QtCore import QObject

from torimodosu.window.activities.intake import Intake
from torimodosu.window.kit.job_card import JobCard
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.read_mail.progress import (
    Count,
    left_words,
    numbers_of,
    tally_of,
)


class Running(QObject):
    """Shows an intake while it goes on; plurals need a method of a QObject."""

    def __init__(self, look: Look, intake: Intake) -> None:
        super().__init__()
        self._intake = intake
        self._tallies = {count: tally_of(look, count) for count in Count}
        title = self.tr("Reading your mail")
        self.card = JobCard(look, title, *self._tallies.values())
        self.card.cancelled.connect(intake.cancel)
        self.show_numbers()

    def show_numbers(self) -> None:
        """Show how far it is, and how many mails it has found."""
        intake = self._intake
        detail = self.tr("You can go on with other things meanwhile.")
        left = left_words(intake.seconds_left)
        self.card.show_progress(intake.done, intake.total, detail=detail, left=left)
        for count, number in numbers_of(intake.kinds).items():
            self._tallies[count].show_count(self.tr("%n mail(s)", "", number))
