"""One match: the orders, what the card shows, why they belong together, what else."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.orders.order import Order
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.card_notice import CardNotice
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.which_card.matching import Match
from torimodosu.window.kit.blocks import IconLine
from torimodosu.window.kit.boxes import Box, Chip, Row, divider
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import sign_of
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.which_card.match_list import orders_words
from torimodosu.window.steps.which_card.match_words import (
    match_state,
    notice_words,
    reason_words,
)
from torimodosu.window.steps.which_card.source_line import SourceLine
from torimodosu.window.words.amounts import amount_words
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.dates import full_day_words, moment_words


class MatchSheet(Box):
    """A proposal with everything that it rests on.

    `mails_asked` tells the SHA-256 of mails as a tuple, `charge_asked` the key of a
    charge, and `match_asked` that of another match.
    """

    mails_asked = Signal(tuple)
    charge_asked = Signal(str)
    match_asked = Signal(str)

    def __init__(
        self, look: Look, match: Match, snapshot: Snapshot, names: CardNames
    ) -> None:
        super().__init__(look, "card", pad=20, gap=12)
        self._look, self._snapshot, self._names = look, snapshot, names
        self.setAccessibleName(self.tr("The match in detail"))
        state = match_state(match, snapshot)
        if state.mark is not None:
            sign = sign_of(state.mark)
            chip = Chip(look, state.words, sign.icon, sign.tone)
            title = Text(look, self._title(match), "heading")
            self.add(Row(look, title, chip, gap=8).share(1))
        if snapshot.card_work is not None:
            self._show(match, snapshot.card_work)

    def _title(self, match: Match) -> str:
        form = self.tr("{amount} on {card}")
        amount = amount_words(match.amount, match.currency)
        return form.format(amount=amount, card=self._names.of(match.card))

    def _show(self, match: Match, work: CardWork) -> None:
        both = Row(
            self._look,
            self._orders(match),
            self._card_side(match, work),
            gap=12,
            below=720,
        )
        self.add(both.share(1, 1))
        self.add(Text(self._look, self.tr("Why they belong together"), "strong"))
        for reason in match.reasons:
            self.add(IconLine(self._look, "proven", "ok", reason_words(reason)))
        rivals = [one for one in work.matching.matches if one.key in match.rivals]
        if rivals:
            self.add(divider(), *self._rivals(rivals))

    def _orders(self, match: Match) -> QWidget:
        box = Box(self._look, "sunken", pad=14, gap=10)
        box.add(Text(self._look, self.tr("What the shop's mails say"), "smallstrong"))
        for key in match.orders:
            order = self._snapshot.orders.get(key)
            if order is not None:
                box.add(self._order(order))
        box.body.addStretch()
        return box

    def _card_side(self, match: Match, work: CardWork) -> QWidget:
        box = Box(self._look, "sunken", pad=14, gap=10)
        box.add(Text(self._look, self.tr("What the card shows"), "smallstrong"))
        charges = [work.charges[key] for key in match.charges if key in work.charges]
        notices = [work.notices[key] for key in match.notices if key in work.notices]
        for charge in charges:
            box.add(self._charge(charge))
        for notice in notices:
            box.add(self._notice(notice))
        if not charges:
            words = self.tr("No statement shows it yet, only the mail.")
            box.add(IconLine(self._look, "info", "muted", words))
        box.body.addStretch()
        return box

    def _order(self, order: Order) -> SourceLine:
        number = order.order_number or self.tr("Order without a number")
        goods = order.items[0].title if order.items else ""
        when = ""
        if order.placed_at is not None:
            is_day = order.placed_to_the_day
            here = order.placed_at.astimezone()
            when = full_day_words(here.date()) if is_day else moment_words(here)
        leads = self.tr("See the mail")
        if order.total is not None:
            leads = amount_words(order.total, order.currency)
        told = (when, goods, self._split(order))
        small = "\n".join(words for words in told if words)
        line = SourceLine(self._look, "mail", number, small, leads=leads)
        line.opened.connect(partial(self.mails_asked.emit, order.mails))
        return line

    def _split(self, order: Order) -> str:
        """Return what the gift balance paid and what was left, "" where nothing."""
        if not order.gift_card or order.card is None:
            return ""
        form = self.tr("Gift balance {gift}, card {card}")
        return form.format(
            gift=amount_words(order.gift_card, order.currency),
            card=amount_words(order.card, order.currency),
        )

    def _charge(self, logged: LoggedCharge) -> SourceLine:
        charge, parts = logged.charge, []
        if charge.date is not None:
            parts.append(full_day_words(charge.date))
        newest = logged.sightings[-1]
        files = {one.number: one.name for one in self._snapshot.statements}
        form = self.tr("{file}, row {row}")
        parts.append(form.format(file=files.get(newest.statement, ""), row=newest.row))
        if logged.is_open:
            parts.append(self.tr("may still change"))
        leads = self.tr("See the row")
        if charge.amount is not None:
            leads = amount_words(charge.amount, charge.currency)
        small = "\n".join(parts)
        line = SourceLine(self._look, "card", charge.merchant, small, leads=leads)
        line.opened.connect(partial(self.charge_asked.emit, logged.key))
        return line

    def _notice(self, notice: CardNotice) -> SourceLine:
        leads, when = self.tr("See the mail"), ""
        if notice.amount is not None:
            leads = amount_words(notice.amount, notice.currency)
        if notice.used_at is not None:
            here = notice.used_at.astimezone()
            is_day = notice.used_to_the_day
            when = full_day_words(here.date()) if is_day else moment_words(here)
        small = "\n".join(words for words in (when, notice.merchant) if words)
        words = notice_words(notice.kind)
        line = SourceLine(self._look, "mail", words, small, leads=leads)
        line.opened.connect(partial(self.mails_asked.emit, notice.mails))
        return line

    def _rivals(self, rivals: Sequence[Match]) -> list[QWidget]:
        parts: list[QWidget] = [
            Text(self._look, self.tr("What it may be instead"), "strong")
        ]
        for rival in rivals:
            words = self._title(rival)
            small = orders_words(rival, self._snapshot)
            line = SourceLine(
                self._look, "possible", words, small, leads=self.tr("Look at it")
            )
            line.opened.connect(partial(self.match_asked.emit, rival.key))
            parts.append(line)
        return parts
