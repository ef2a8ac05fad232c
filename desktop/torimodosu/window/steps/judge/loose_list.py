"""The mails that were brought here, and what could not be read of them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.mail.search import NotCovered
from torimodosu.recovery.plan.judging_view import LooseJudged
from torimodosu.window.activities.loose_judging import LooseJudging
from torimodosu.window.kit.blocks import Callout, IconLine, section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.job_card import JobCard
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Failure
from torimodosu.window.kit.text import Text
from torimodosu.window.kit.unfolding import Unfolding
from torimodosu.window.steps.judge.listing import mails_table, rows_of_loose
from torimodosu.window.troubles import trouble_title, trouble_words
from torimodosu.window.words.not_read import not_read_words, place_words

_SHOWN = 6


class LooseList(Box):
    """What came of them; `opened` tells the place of a mail in the list."""

    opened = Signal(int)

    def __init__(self, look: Look, judging: LooseJudging) -> None:
        super().__init__(look, "plain", pad=0, gap=16)
        self._look = look
        self._job: JobCard | None = None
        if judging.is_running:
            self._job = JobCard(look, self.tr("Judging the mail"))
            self._job.cancelled.connect(judging.cancel)
            judging.progressed.connect(self._show_progress)
            self.add(self._job)
            return
        if judging.error is not None:
            title, words = trouble_title(judging.error), trouble_words(judging.error)
            self.add(Failure(look, title, words))
        if judging.result is not None:
            self.add(*self._troubles(judging.result))
        if judging.mails:
            self.add(self._card(judging))

    def _card(self, judging: LooseJudging) -> Box:
        card = Box(self._look, "card", gap=10)
        title = self.tr("%n mail(s) that you brought", "", len(judging.mails))
        table = mails_table(self._look)
        table.show_rows(rows_of_loose(judging.mails))
        table.opened.connect(self._open)
        card.add(section(self._look, title), table)
        if judging.result is not None and judging.result.has_more:
            words = self.tr(
                "There are more mails in it. To look through a whole mailbox, read it"
                " in a case."
            )
            card.add(IconLine(self._look, "info", "muted", words))
        return card

    def _troubles(self, result: LooseJudged) -> list[QWidget]:
        parts: list[QWidget] = []
        if result.not_covered:
            card = Box(self._look, "card", gap=8)
            card.add(section(self._look, self.tr("Not read")))
            lines = [partial(self._missed_line, one) for one in result.not_covered]
            card.add(Unfolding(self._look, lines, first=_SHOWN))
            parts.append(card)
        elif not result.judged and not result.is_no_mail:
            title = self.tr("There was no mail in it")
            parts.append(Callout(self._look, "attention", title))
        return parts

    def _missed_line(self, missed: NotCovered) -> IconLine:
        words, why = place_words(missed), not_read_words(missed.trouble)
        return IconLine(self._look, "unknown", "unknown", words, why)

    def _show_progress(self, done: int, total: int) -> None:
        if self._job is not None:
            self._job.show_progress(done, total, detail="", left="")

    def _open(self, key: str, _column: int) -> None:
        self.opened.emit(int(key))


def note_on_source(look: Look, judging: LooseJudging) -> Sequence[QWidget]:
    """Return what is to be said at once to who pasted a source, if anything."""
    if judging.is_running:
        words = QCoreApplication.translate("LooseList", "Judging the mail")
        return [Text(look, words, "body", "muted")]
    if judging.result is None or not judging.result.is_no_mail:
        return []
    title = QCoreApplication.translate("LooseList", "This is not the source of a mail")
    words = QCoreApplication.translate(
        "LooseList",
        "Its header is missing: the lines that begin with “Received:” and"
        " “From:”. Copy everything that the source shows.",
    )
    return [Callout(look, "attention", title, words)]
