"""The page on which the person says which orders are theirs."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from torimodosu.recovery.orders.damage import Damage, assess_damage
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.mail_view import ShownMails
from torimodosu.recovery.plan.preparation import MINUTES
from torimodosu.recovery.plan.proof import is_proven
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.window.activities.mail_reader import MailReader
from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.table import Table
from torimodosu.window.kit.text import Aside
from torimodosu.window.mail_parts import NOT_SHOWN, mail_parts
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.steps.sort_orders.calm import calm_title, nothing_part
from torimodosu.window.steps.sort_orders.chart import burst_of, chart_card
from torimodosu.window.steps.sort_orders.forged import forged_card
from torimodosu.window.steps.sort_orders.given import GivenVerdicts, Judge
from torimodosu.window.steps.sort_orders.money import keys_of, tiles_of
from torimodosu.window.steps.sort_orders.table import orders_table, rows_of
from torimodosu.window.words.way import minutes_words, phase_name

_MANY = 3


class SortOrdersPage(Page):
    """Shows the orders, takes verdicts on them, and adds up the damage."""

    def __init__(
        self, look: Look, snapshot: Snapshot, *, judge: Judge, mails: MailReader
    ) -> None:
        super().__init__(look, snapshot)
        self._given, self._mails = GivenVerdicts(judge), mails
        self._shown: ShownMails | None = None
        self._failed = False
        self._table: Table | None = None
        self._findings: QWidget | None = None
        mails.shown.connect(self._show_mails)
        mails.failed.connect(self._show_failure)

    def heading(self) -> Heading:
        """Say how many orders are not the person's own, and how fast they came."""
        if self._shown is not None:
            return Heading(
                phase=phase_name(Phase.HAPPENED),
                title=self.tr("%n mail(s) of this order", "", len(self._shown.mails)),
                why=self.tr("As they came. Nothing in them is loaded or opened."),
            )
        why = self.tr("Say which are yours: press “Your verdict” in each row.")
        if is_proven(Step.SORT_ORDERS, self.snapshot):
            why = self.tr("Every order has your verdict. You can change each of them.")
        if not self.snapshot.orders:
            why = self.tr("Every order that your mails tell of comes here.")
        return Heading(
            phase=phase_name(Phase.HAPPENED),
            title=self._title(),
            why=why,
            minutes=minutes_words(MINUTES[Step.SORT_ORDERS]),
        )

    def parts(self) -> Sequence[QWidget]:
        """Show the sums, the burst and the table; or the mails behind a figure."""
        self._table = self._findings = None
        if self._shown is not None or self._failed:
            return mail_parts(self.look, self._shown or NOT_SHOWN)
        forged = forged_card(self.look, self.snapshot, follow=self._open_mails)
        apart = [] if forged is None else [forged]
        if not self.snapshot.orders:
            nothing = nothing_part(self.look, self.snapshot, self._go_to_mail)
            return [nothing, *apart]
        self._findings = QWidget()
        self._table = orders_table(self.look)
        self._table.judged.connect(self._given.give)
        self._table.opened.connect(self._open_mails)
        card = Box(self.look, "card", pad=20, gap=8)
        keys = self.tr("Keys: M mine  ·  N not mine  ·  U unsure")
        title = self.tr("%n order(s)", "", len(self.snapshot.orders))
        hint = Aside(self.look, keys)
        card.add(section(self.look, title, hint), self._table)
        self._fill()
        return [self._findings, card, *apart]

    def buttons(self) -> Buttons:
        """Lead on once every order has a verdict; lead back from a mail.

        Before any mail is read there is nothing to go on with.
        """
        if self._shown is not None or self._failed:
            back = Action(words=self.tr("Back to the orders"), run=self._close_mails)
            return Buttons(primary=back)
        if not self.snapshot.orders and self.snapshot.read_at is None:
            return Buttons()
        count = len(self.snapshot.unsorted)
        why = self.tr("%n order(s) have no verdict yet", "", count) if count else ""
        following = Action(
            words=self.tr("Go on with this"),
            run=self._go_on,
            icon="arrow",
            held_back=why,
        )
        rest = None
        if count and self.snapshot.ownership:
            words = self.tr("The rest is not mine")
            rest = Action(words=words, run=self._condemn_rest)
        return Buttons(primary=following, secondary=rest)

    def help_words(self) -> str:
        """Say what the keys do."""
        return self.tr(
            "Choose an order with the arrow keys, then press M if it is yours,"
            " N if not, U if you are unsure. Enter shows the mail that it comes from."
        )

    def lose_verdicts(self, keys: tuple[str, ...]) -> None:
        """Count the orders with *keys* among the rest again: nothing was kept."""
        self._given.lose(keys)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show new verdicts without moving the table under the person's hands."""
        self._given.see(snapshot)
        if snapshot.case != self.snapshot.case:
            self._given.forget()
            self._mails.forget()
            self._shown, self._failed = None, False
        is_same = (
            snapshot.orders.keys() == self.snapshot.orders.keys()
            and snapshot.forged_orders == self.snapshot.forged_orders
        )
        if self._table is None or not is_same or snapshot.case != self.snapshot.case:
            super().show_snapshot(snapshot)
            return
        self.snapshot = snapshot
        with self.holding(self._table):
            self.renew_header()
            self._fill()
        self.buttons_changed.emit()

    def _title(self) -> str:
        damage = self._damage()
        foreign = len(damage.caused.orders)
        calm = calm_title(self.snapshot, damage)
        if calm:
            return calm
        if not self.snapshot.orders:
            return self.tr("No orders yet")
        if not foreign:
            return self.tr(
                "%n order(s): which are yours?", "", len(self.snapshot.orders)
            )
        known = burst_of(self.snapshot, damage.caused.orders)
        if known is None or known.orders < _MANY:
            return self.tr("%n order(s) were not yours", "", foreign)
        form = self.tr("%n order(s) in {minutes} minutes were not yours", "", foreign)
        if known.orders < foreign:
            form = self.tr(
                "%n order(s) were not yours, {burst} of them within {minutes} minutes",
                "",
                foreign,
            )
        return form.format(minutes=known.minutes, burst=known.orders)

    def _damage(self) -> Damage:
        return assess_damage(self.snapshot.orders.values(), self.snapshot.ownership)

    def _fill(self) -> None:
        """Renew the sums and the chart, and show the newest verdicts in the table."""
        if self._findings is None or self._table is None:
            return
        old = self._findings.layout()
        if old is not None:
            QWidget().setLayout(old)
        column = QVBoxLayout(self._findings)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(16))
        damage = self._damage()
        if damage.caused.orders:
            tiles = tiles_of(self.look, damage)
            tiles.opened.connect(self._select)
            column.addWidget(tiles)
            tiles.show()
        chart = chart_card(self.look, self.snapshot)
        if chart is not None:
            column.addWidget(chart)
            chart.show()
        snapshot = self.snapshot
        rows = rows_of(snapshot.orders, snapshot.ownership, year=snapshot.at.year)
        self._table.show_rows(rows)

    def _condemn_rest(self) -> None:
        self._given.give_rest(Ownership.NOT_MINE, self.snapshot)

    def _select(self, share: str) -> None:
        """Select the orders that a tile is the sum of."""
        if self._table is None:
            return
        keys = keys_of(self._damage(), share)
        self._table.select(keys)
        self._table.setFocus()
        self._table.scrollTo(self._table.currentIndex())

    def _open_mails(self, key: str, _column: int) -> None:
        case, snapshot = self.snapshot.case, self.snapshot
        order = snapshot.orders.get(key) or snapshot.forged_orders.get(key)
        if case is not None and order is not None:
            self._mails.fetch(case, order.mails)

    def _show_mails(self, mails: ShownMails) -> None:
        self._shown, self._failed = mails, False
        self.rebuild()
        self.go_to_top()

    def _show_failure(self, _error: Exception) -> None:
        self._shown, self._failed = None, True
        self.rebuild()

    def _close_mails(self) -> None:
        self._shown, self._failed = None, False
        self.rebuild()

    def _go_to_mail(self) -> None:
        self.place_chosen.emit(Step.READ_MAIL)

    def _go_on(self) -> None:
        self.place_chosen.emit(Step.STILL_GOING)
