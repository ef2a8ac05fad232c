"""A verdict for each card, and the proof that the amounts add up."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.orders.damage import assess_damage
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.which_card.matching import (
    CardFinding,
    Ground,
    Matching,
    Verdict,
)
from torimodosu.window.kit.blocks import IconLine
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.steps.which_card.ground_words import ground_words
from torimodosu.window.steps.which_card.sight import is_sure
from torimodosu.window.words.amounts import amount_words
from torimodosu.window.words.card_names import CardNames

YEN = "JPY"


def verdicts_table(
    look: Look,
    findings: Sequence[CardFinding],
    matching: Matching,
    snapshot: Snapshot,
    names: CardNames,
) -> Table:
    """Return the table of *findings*; `opened` tells the number of a card as text."""
    translate = QCoreApplication.translate
    columns = (
        Column(title=translate("Verdicts", "Card"), width=210),
        Column(title=translate("Verdicts", "Verdict"), width=176, kind="mark"),
        Column(title=translate("Verdicts", "Why")),
        Column(
            title=translate("Verdicts", "Amount"), width=124, kind="money", leads=True
        ),
    )
    table = Table(look, columns, translate("Verdicts", "Verdict for each card"))
    charged = [one for one in matching.matches if one.amount > 0]
    sure = {one.key for one in charged if is_sure(one, snapshot)}
    maybe = {one.key for one in charged} - sure
    table.show_rows(
        [
            _row(
                _as_seen(one, snapshot),
                names,
                sure=len(sure.intersection(one.matches)),
                maybe=len(maybe.intersection(one.matches)),
            )
            for one in findings
        ]
    )
    return table


def sum_line(look: Look, snapshot: Snapshot) -> QWidget | None:
    """Return how much of what a card paid by the mails is certain by the cards.

    None where neither is known.
    """
    work = snapshot.card_work
    damage = assess_damage(snapshot.orders.values(), snapshot.ownership)
    sums = next((one for one in damage.caused.sums if one.currency == YEN), None)
    if work is None or sums is None or not sums.card.amount:
        return None
    paid, not_told = sums.card.amount, sums.unknown.amount
    found = _found(work.matching, snapshot)
    words = _sum_words(found, paid, not_told)
    if found == paid:
        return IconLine(look, "proven", "ok", words)
    if found > paid + not_told:
        return IconLine(look, "warn", "attention", words)
    return IconLine(look, "half", "accent", words)


def _found(matching: Matching, snapshot: Snapshot) -> Decimal:
    """Return what is certain of the charges for orders of somebody else, in yen."""
    amounts = (
        match.amount
        for match in matching.matches
        if match.is_disputed and match.amount > 0 and match.currency == YEN
        if is_sure(match, snapshot)
    )
    return sum(amounts, start=Decimal(0))


def _sum_words(found: Decimal, paid: Decimal, not_told: Decimal) -> str:
    """Say how *found* and *paid* agree; of *not_told* no mail says how it was paid."""
    if found == paid:
        form = QCoreApplication.translate(
            "Verdicts", "The charges found make up the {paid} of the mails exactly."
        )
    elif paid < found <= paid + not_told:
        form = QCoreApplication.translate(
            "Verdicts",
            "By the mails a card paid {paid}. Of {open} they do not say how it was"
            " paid; charges for {left} of it were found.",
        )
    elif found > paid:
        form = QCoreApplication.translate(
            "Verdicts",
            "The charges found are {left} more than the {paid} of the mails. Check the"
            " matches.",
        )
    else:
        form = QCoreApplication.translate(
            "Verdicts",
            "By the mails a card paid {paid}: {found} is certain, {left} is still"
            " open.",
        )
    return form.format(
        found=amount_words(found, YEN),
        paid=amount_words(paid, YEN),
        left=amount_words(abs(paid - found), YEN),
        open=amount_words(not_told, YEN),
    )


def _as_seen(finding: CardFinding, snapshot: Snapshot) -> CardFinding:
    """Return *finding* as it is shown: without a look nothing is excluded.

    That the shop does not have a card is what the person says.
    """
    work = snapshot.card_work
    seen = () if work is None else work.coverage
    is_seen = any(
        one.closed or one.open or one.notices_until is not None
        for one in seen
        if one.card == finding.card
    )
    if finding.ground is not Ground.NOT_REGISTERED or is_seen:
        return finding
    return replace(finding, verdict=Verdict.NOT_COVERED)


def _row(finding: CardFinding, names: CardNames, *, sure: int, maybe: int) -> TableRow:
    amount = sum((amount for _, amount in finding.amounts), start=Decimal(0))
    cells = (
        Cell(names.of(finding.card)),
        Cell(mark=finding.verdict),
        Cell(ground_words(finding, sure=sure, maybe=maybe)),
        Cell(_amount_words(finding), order=amount),
    )
    return TableRow(key=str(finding.card), cells=cells)


def _amount_words(finding: CardFinding) -> str:
    """Return what was charged; what is not known is open, never 0."""
    if finding.amounts:
        plus = QCoreApplication.translate("Verdicts", " + ")
        return plus.join(
            amount_words(amount, currency) for currency, amount in finding.amounts
        )
    if finding.ground is Ground.NOT_REGISTERED:
        return ""
    if finding.verdict is Verdict.EXCLUDED:
        return amount_words(Decimal(0), YEN)
    return QCoreApplication.translate("Verdicts", "Not known")
