"""The verdicts on the mails of the case."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal

from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.plan.judging_view import JudgedMail
from torimodosu.window.activities.mail_judging import MailJudging
from torimodosu.window.kit.blocks import IconLine, section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.fields import Choice
from torimodosu.window.kit.job_card import JobCard
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Failure
from torimodosu.window.kit.table import Table
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.judge.listing import mails_table, rows_of_kept
from torimodosu.window.troubles import trouble_title, trouble_words

_ORDER = (Verdict.NOT_GENUINE, Verdict.CANNOT_TELL, Verdict.GENUINE)
_CHOICES = (None, *_ORDER)


class KeptList(Box):
    """All of them, or those with one verdict.

    `opened` tells the SHA-256 of a mail, `chosen` the verdict to show, or None.
    """

    opened = Signal(str)
    chosen = Signal(object)

    def __init__(
        self, look: Look, judging: MailJudging, choice: Verdict | None
    ) -> None:
        super().__init__(look, "plain", pad=0, gap=16)
        self._look, self._judging = look, judging
        self._job: JobCard | None = None
        if judging.error is not None:
            title, words = trouble_title(judging.error), trouble_words(judging.error)
            self.add(Failure(look, title, words))
        elif judging.is_running:
            self._job = JobCard(look, self.tr("Judging your mails"))
            self._job.cancelled.connect(judging.cancel)
            judging.progressed.connect(self._show_progress)
            self.add(self._job)
        elif judging.mails:
            self.add(self._card(choice))

    def _card(self, choice: Verdict | None) -> Box:
        card = Box(self._look, "card", gap=10)
        mails = sorted(self._judging.mails.values(), key=_rank)
        card.add(section(self._look, self.tr("Your kept mails")))
        card.add(self._choice(choice, mails))
        card.add(self._table([mail for mail in mails if _is_chosen(mail, choice)]))
        result = self._judging.result
        if result is not None and result.missing:
            words = self.tr(
                "%n kept mail(s) are no longer as they were and were not judged. Check"
                " the evidence.",
                "",
                result.missing,
            )
            card.add(IconLine(self._look, "finding", "attention", words))
        note = self.tr("Press “See why” to read a mail with the reasons.")
        return card.add(Text(self._look, note, "small", "muted"))

    def _choice(self, choice: Verdict | None, mails: Sequence[JudgedMail]) -> Choice:
        answers = tuple(
            self._answer(one, sum(_is_chosen(mail, one) for mail in mails))
            for one in _CHOICES
        )
        part = Choice(self._look, self.tr("Which mails to show"), answers)
        part.choose(_CHOICES.index(choice))
        part.chosen.connect(self._choose)
        return part

    def _answer(self, choice: Verdict | None, count: int) -> str:
        match choice:
            case None:
                return self.tr("All: %n", "", count)
            case Verdict.GENUINE:
                return self.tr("Genuine: %n", "", count)
            case Verdict.NOT_GENUINE:
                return self.tr("Not genuine: %n", "", count)
            case Verdict.CANNOT_TELL:
                return self.tr("Cannot be told: %n", "", count)

    def _table(self, mails: Iterable[JudgedMail]) -> Table:
        table = mails_table(self._look)
        table.show_rows(rows_of_kept(mails))
        table.opened.connect(self._open)
        return table

    def _show_progress(self, done: int, total: int) -> None:
        if self._job is not None:
            detail = self.tr("You can go on with other things meanwhile.")
            self._job.show_progress(done, total, detail=detail, left="")

    def _choose(self, number: int) -> None:
        self.chosen.emit(_CHOICES[number])

    def _open(self, key: str, _column: int) -> None:
        self.opened.emit(key)


def _is_chosen(mail: JudgedMail, choice: Verdict | None) -> bool:
    return choice is None or mail.judgement.verdict is choice


def _rank(mail: JudgedMail) -> tuple[int, bool, float]:
    """Put what is not genuine first, those that claim nobody last, newest on top."""
    judgement, date = mail.judgement, mail.kept.date
    place = _ORDER.index(judgement.verdict) if judgement.claims else len(_ORDER)
    return place, date is None, 0.0 if date is None else -date.timestamp()
