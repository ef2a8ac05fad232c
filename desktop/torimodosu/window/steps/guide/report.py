"""The case in words, to be read out or copied: for the shop, a card company, police."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.orders.damage import Damage, Figure, Sums
from torimodosu.recovery.orders.order import Order
from torimodosu.recovery.plan.report import Report
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.reminders.contact import Contact, Whom
from torimodosu.recovery.signin.trial import Tried
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.passage import Passage
from torimodosu.window.words.amounts import amount_words
from torimodosu.window.words.contacts import channel_words, whom_words
from torimodosu.window.words.dates import full_day_words, full_moment_words
from torimodosu.window.words.trials import outcome_words, trial_name

WHOM_OF: Mapping[Step, Whom] = {
    Step.CARD_COMPANY: Whom.ISSUER,
    Step.SHOP: Whom.SHOP,
    Step.POLICE: Whom.POLICE,
}


class ReportCard(Passage):
    """What is known, so that nobody has to remember it on the telephone."""

    def __init__(self, look: Look, report: Report, shop: str, whom: Whom) -> None:
        """Show *report* for *whom*; *shop* is what the shop is called."""
        super().__init__(
            look,
            self.tr("In your words, ready to use"),
            report_words(report, shop, whom),
            hint=self.tr(
                "Read it out, or paste it into their form. Change what you like there."
                " It holds no password and no card number."
            ),
        )


def report_words(report: Report, shop: str, whom: Whom) -> str:
    """Return *report* for *whom*, one fact a line.

    What they need not know stays out: the user's own orders and how the sign-in fails
    are for the shop alone, what was bought is for the police.
    """
    parts = [_beginning(report, shop)]
    has_goods = whom is Whom.POLICE
    parts.append(_orders(_foreign_title(report), report.foreign, has_goods=has_goods))
    parts.append([*_sums(report.damage)])
    parts.append(_orders(_checking_title(), report.checking, has_goods=has_goods))
    if whom is Whom.SHOP:
        parts.append(_orders(_own_title(), report.own, has_goods=False))
        parts.append([*_sign_in(report)])
    parts.append(_contacts(report.contacts))
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


def _beginning(report: Report, shop: str) -> list[str]:
    translate = QCoreApplication.translate
    form = translate("Report", "Somebody seems to have got into my account at {shop}.")
    noticed = translate("Report", "I noticed it on {day}.")
    return [
        form.format(shop=shop),
        noticed.format(day=full_day_words(report.noticed)),
    ]


def _foreign_title(report: Report) -> str:
    form = QCoreApplication.translate("Report", "Orders that are not mine ({count}):")
    return form.format(count=len(report.foreign))


def _checking_title() -> str:
    return QCoreApplication.translate("Report", "Orders that I am still checking:")


def _own_title() -> str:
    return QCoreApplication.translate(
        "Report", "Orders that are mine and are to stay as they are:"
    )


def _orders(title: str, orders: Sequence[Order], *, has_goods: bool) -> list[str]:
    if not orders:
        return []
    return [title, *(_order_words(order, has_goods=has_goods) for order in orders)]


def _order_words(order: Order, *, has_goods: bool) -> str:
    translate = QCoreApplication.translate
    amount = translate("Report", "amount not known yet")
    if order.total is not None:
        amount = amount_words(order.total, order.currency)
    number = order.order_number or translate("Report", "number not known yet")
    words = [_when(order), number, amount]
    words += [item.title for item in order.items[:1] if has_goods]
    return "- " + "  ".join(words)


def _when(order: Order) -> str:
    if order.placed_at is None:
        return QCoreApplication.translate("Report", "time not known yet")
    if order.placed_to_the_day:
        return full_day_words(order.placed_at.astimezone().date())
    return full_moment_words(order.placed_at)


def _sums(damage: Damage) -> Iterator[str]:
    translate = QCoreApplication.translate
    for sums in damage.caused.sums:
        form = translate("Report", "Together: {amount}")
        yield form.format(amount=amount_words(sums.total.amount, sums.currency))
        yield from _parts(sums)
    if damage.caused.open:
        form = translate("Report", "Orders whose amount is not known yet: {count}")
        yield form.format(count=len(damage.caused.open))
    if damage.undone.orders:
        form = translate("Report", "Cancelled or paid back, as the shop says: {count}")
        yield form.format(count=len(damage.undone.orders))


def _parts(sums: Sums) -> Iterator[str]:
    translate = QCoreApplication.translate
    parts: tuple[tuple[str, Figure], ...] = (
        (translate("Report", "Of it by gift balance: {amount}"), sums.gift_card),
        (translate("Report", "Of it by points: {amount}"), sums.points),
        (translate("Report", "Of it by card: {amount}"), sums.card),
    )
    for form, figure in parts:
        if figure.orders:
            yield form.format(amount=amount_words(figure.amount, sums.currency))


def _sign_in(report: Report) -> Iterator[str]:
    translate = QCoreApplication.translate
    if report.reset_at is not None:
        form = translate("Report", "I last set a new password: {moment}")
        yield form.format(moment=full_moment_words(report.reset_at))
    if report.is_shut_out:
        yield translate("Report", "I cannot sign in.")
    yield from map(_tried_words, report.tried)


def _tried_words(tried: Tried) -> str:
    form = QCoreApplication.translate("Report", "- {trial}: {outcome}")
    name, came = trial_name(tried.trial), outcome_words(tried.outcome)
    return form.format(trial=name, outcome=came)


def _contacts(contacts: Sequence[Contact]) -> list[str]:
    if not contacts:
        return []
    title = QCoreApplication.translate("Report", "Whom I turned to before:")
    return [title, *map(_contact_words, contacts)]


def _contact_words(contact: Contact) -> str:
    words = [
        full_moment_words(contact.at),
        whom_words(contact.whom),
        channel_words(contact.channel),
        contact.name,
    ]
    if contact.reference:
        form = QCoreApplication.translate("Contacts", "Enquiry number {number}")
        words.append(form.format(number=contact.reference))
    return "- " + "  ".join(word for word in words if word)
