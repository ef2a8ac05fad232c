"""What the page of dates calls what is due, limits, and money that must come back."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.catalogue.limit import Clock
from torimodosu.recovery.statements.deadline import Deadline, Due, DueDay
from torimodosu.recovery.statements.returns import ExpectedReturn, Means, ReturnState
from torimodosu.window.kit.icons import IconName
from torimodosu.window.words.amounts import amount_words
from torimodosu.window.words.counts import Counts
from torimodosu.window.words.dates import day_words


def due_words(due: DueDay, card: str) -> str:
    """Return what is due, about the card that is called *card*."""
    amount = "" if due.amount is None else amount_words(due.amount, due.currency)
    return _due_form(due).format(card=card, amount=amount)


def _due_form(due: DueDay) -> str:
    match due.what:
        case Due.STATEMENT_OUT:
            return QCoreApplication.translate("Due", "{card}: the statement comes out")
        case Due.REFUND_ON_STATEMENT if due.amount is None:
            return QCoreApplication.translate("Due", "{card}: is the money back?")
        case Due.REFUND_ON_STATEMENT:
            return QCoreApplication.translate("Due", "{card}: is {amount} back?")
        case Due.REPORT_LIMIT:
            return QCoreApplication.translate("Due", "{card}: report by this day")
        case Due.WATCH_ENDS:
            return QCoreApplication.translate("Due", "The watch ends")


def short_due_words(due: DueDay) -> str:
    """Return what to do about it, without the card."""
    match due.what:
        case Due.STATEMENT_OUT:
            return QCoreApplication.translate("Due", "A statement comes out")
        case Due.REFUND_ON_STATEMENT:
            return QCoreApplication.translate("Due", "See whether money is back")
        case Due.REPORT_LIMIT:
            return QCoreApplication.translate("Due", "Report the loss by then")
        case Due.WATCH_ENDS:
            return QCoreApplication.translate("Due", "The watch ends")


def link_words(due: DueDay) -> str:
    """Return what a click on it leads to, or "" where there is nothing to do."""
    match due.what:
        case _ if due.is_done:
            return ""
        case Due.STATEMENT_OUT | Due.REFUND_ON_STATEMENT:
            return QCoreApplication.translate("Due", "Statements")
        case Due.REPORT_LIMIT:
            return QCoreApplication.translate("Due", "What to tell")
        case Due.WATCH_ENDS:
            return ""


def left_words(days: int) -> str:
    """Return how many days are left, or that a day is past."""
    match days:
        case 0:
            return QCoreApplication.translate("Due", "Today")
        case _ if days < 0:
            return QCoreApplication.translate("Due", "Past")
        case _:
            return Counts().days(days)


def limit_reason(limit: Deadline) -> str:
    """Return what the days of a limit are counted from."""
    words = _limit_form(limit).format(day=day_words(limit.counted_from))
    if not limit.is_supposed:
        return words
    supposed = QCoreApplication.translate(
        "Due", "{words} That day is the earliest that it can be."
    )
    return supposed.format(words=words)


def _limit_form(limit: Deadline) -> str:
    match limit.clock:
        case Clock.BACK_FROM_REPORT:
            return Counts().days_back_from_report(limit.days)
        case Clock.AFTER_STATEMENT_NOTICE:
            return Counts().days_after_statement(limit.days)
        case Clock.AFTER_LOSS:
            return Counts().days_after_loss(limit.days)


def means_words(means: Means) -> str:
    """Return what an order was paid with."""
    match means:
        case Means.GIFT_CARD:
            return QCoreApplication.translate("Returns", "Gift balance")
        case Means.POINTS:
            return QCoreApplication.translate("Returns", "Points")
        case Means.CARD:
            return QCoreApplication.translate("Returns", "Card")
        case Means.UNKNOWN:
            return QCoreApplication.translate("Returns", "Not known how it was paid")


def means_icon(means: Means) -> IconName:
    """Return the icon that stands for it."""
    match means:
        case Means.GIFT_CARD:
            return "gift"
        case Means.POINTS:
            return "points"
        case Means.CARD:
            return "card"
        case Means.UNKNOWN:
            return "unknown"


def return_reason(expected: ExpectedReturn) -> str:
    """Return what the state of money that must come back rests on."""
    day = "–" if expected.seen_on is None else day_words(expected.seen_on)
    amount = amount_words(expected.returned, expected.currency)
    return _return_form(expected.state).format(day=day, amount=amount)


def _return_form(state: ReturnState) -> str:
    match state:
        case ReturnState.EXPECTED:
            return QCoreApplication.translate("Returns", "Nobody has promised it yet")
        case ReturnState.PROMISED:
            return QCoreApplication.translate(
                "Returns", "The shop says so; nothing shows it yet"
            )
        case ReturnState.VANISHED:
            return QCoreApplication.translate(
                "Returns", "The charge is not on the final statement"
            )
        case ReturnState.CREDITED_PART:
            return QCoreApplication.translate(
                "Returns", "{amount} of it is on a statement"
            )
        case ReturnState.CREDITED:
            return QCoreApplication.translate("Returns", "On a statement, {day}")
        case ReturnState.RESTORED:
            return QCoreApplication.translate("Returns", "You saw the balance, {day}")
        case ReturnState.SAID | ReturnState.WRITTEN_OFF:
            return QCoreApplication.translate("Returns", "You noted it, {day}")
