"""Uses of cards that only forged mails tell: shown, and counted nowhere."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.statements.card_notice import CardNotice
from torimodosu.window.kit.blocks import table_card
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.words.amounts import amount_words
from torimodosu.window.words.card_counts import CardCounts
from torimodosu.window.words.dates import moment_words


def forged_card(
    look: Look, work: CardWork, follow: Callable[[tuple[str, ...]], None]
) -> Box | None:
    """Return what mails tell of uses that are not genuine, None where none do.

    *follow* is called with the SHA-256 of the mails that are to be shown.
    """
    if not work.forged:
        return None
    title = CardCounts().forged_uses(len(work.forged))
    table = Table(look, _columns(), title)
    mails = {notice.key: notice.mails for notice in work.forged}
    table.show_rows([_row(notice) for notice in work.forged])
    table.opened.connect(lambda key, _column: follow(mails[key]))
    why = QCoreApplication.translate(
        "ForgedUses",
        "These mails are not genuine, so they tell of no use. Nothing above rests on"
        " them. Do not follow their links.",
    )
    return table_card(look, title, why, table)


def _columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    return (
        Column(title=translate("ForgedUses", "The mail came"), width=150),
        Column(title=translate("ForgedUses", "Shop it names")),
        Column(title=translate("ForgedUses", "Amount"), width=110, kind="money"),
        Column(title=translate("ForgedUses", "Source"), width=112, kind="link"),
    )


def _row(notice: CardNotice) -> TableRow:
    translate = QCoreApplication.translate
    unknown = translate("ForgedUses", "Not known")
    sent, amount = notice.sent_at, notice.amount
    return TableRow(
        key=notice.key,
        cells=(
            Cell(unknown if sent is None else moment_words(sent)),
            Cell(notice.merchant or unknown),
            Cell(unknown if amount is None else amount_words(amount, notice.currency)),
            Cell(translate("ForgedUses", "See the mail")),
        ),
    )
