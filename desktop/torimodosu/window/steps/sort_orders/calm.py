"""What the page says where nothing is to be judged, or all is and nothing is lost."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.orders.damage import Damage
from torimodosu.recovery.plan.proof import has_no_mails, is_proven
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Empty
from torimodosu.window.words.counts import Counts


def calm_title(snapshot: Snapshot, damage: Damage) -> str:
    """Return the title, or "" while something is open or lost."""
    if has_no_mails(snapshot):
        return QCoreApplication.translate("SortOrders", "What was ordered is not known")
    if damage.caused.orders or not is_proven(Step.SORT_ORDERS, snapshot):
        return ""
    if damage.unsure.orders:
        return QCoreApplication.translate(
            "SortOrders", "No order is surely somebody else's"
        )
    if snapshot.orders:
        return Counts().own_orders(len(snapshot.orders))
    return QCoreApplication.translate("SortOrders", "Your mails tell of no order")


def nothing_part(look: Look, snapshot: Snapshot, read: Callable[[], None]) -> Empty:
    """Return what stands in the place of the table; *read* leads to the mails."""
    translate = QCoreApplication.translate
    go = Button(look, translate("SortOrders", "Read your mail"), "secondary", "mail")
    go.clicked.connect(read)
    title = translate("SortOrders", "The orders will be here")
    words = translate("SortOrders", "Drop your mail first. Then a table appears.")
    if is_proven(Step.SORT_ORDERS, snapshot):
        title = translate("SortOrders", "There is no order to judge")
        words = translate("SortOrders", "If you miss one, read more of your mail.")
    return Empty(look, "search", title, words, go)
