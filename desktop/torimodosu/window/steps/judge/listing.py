"""The judged mails as rows of a table."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.mail.judging.judgement import Judgement
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.plan.judging_view import JudgedMail
from torimodosu.recovery.plan.mail_view import ShownMail
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import Mark
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.words.dates import clock_words, short_day_words

_ROWS = 12


def mails_table(look: Look) -> Table:
    """Return the empty table of mails."""
    name = QCoreApplication.translate("JudgedMails", "Mails and their verdicts")
    return Table(look, _columns(), name, dense_rows=_ROWS)


def rows_of_kept(mails: Iterable[JudgedMail]) -> list[TableRow]:
    """Return a row for each kept mail, by its SHA-256."""
    return [
        TableRow(key=mail.kept.sha256, cells=_cells(mail.kept, mail.judgement))
        for mail in mails
    ]


def rows_of_loose(mails: Iterable[ShownMail]) -> list[TableRow]:
    """Return a row for each mail that was brought, by its place in the list."""
    return [
        TableRow(key=str(number), cells=_cells(mail.kept, mail.judgement))
        for number, mail in enumerate(mails)
    ]


def _columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    return (
        Column(title=translate("JudgedMails", "Date"), width=128),
        Column(title=translate("JudgedMails", "From"), width=190),
        Column(title=translate("JudgedMails", "Subject")),
        Column(title=translate("JudgedMails", "Verdict"), width=160, kind="mark"),
        Column(title=translate("JudgedMails", "Why"), width=120, kind="link"),
    )


def _cells(mail: KeptMail, judgement: Judgement | None) -> tuple[Cell, ...]:
    moment = None if mail.date is None else mail.date.timestamp()
    return (
        Cell(_date_words(mail), order=moment),
        Cell(mail.sender_name or mail.sender_address),
        Cell(mail.subject),
        Cell(mark=Mark.NOT_JUDGED if judgement is None else judgement.verdict),
        Cell(QCoreApplication.translate("JudgedMails", "See why")),
    )


def _date_words(mail: KeptMail) -> str:
    if mail.date is None:
        return QCoreApplication.translate("JudgedMails", "Not known")
    here = mail.date.astimezone()
    form = QCoreApplication.translate("JudgedMails", "{day} {time}")
    return form.format(day=short_day_words(here.date()), time=clock_words(here))
