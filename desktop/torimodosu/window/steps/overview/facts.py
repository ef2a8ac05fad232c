"""What is known of the case, each with its source and its certainty."""

from collections.abc import Iterator

from PySide6.QtCore import Signal

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.mail.search import Trouble
from torimodosu.recovery.orders.damage import Group, assess_damage
from torimodosu.recovery.orders.still_going import StillGoing, Verdict
from torimodosu.recovery.plan.advice import opened_again
from torimodosu.recovery.plan.outlook import outlook
from torimodosu.recovery.plan.proof import (
    has_faults,
    has_no_mails,
    is_done,
    is_proven,
)
from torimodosu.recovery.plan.sign_in import has_conflict
from torimodosu.recovery.plan.snapshot import Snapshot, Verification
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.deeds import done_words
from torimodosu.window.kit.blocks import Fact, section
from torimodosu.window.kit.boxes import Box, divider
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import Mark
from torimodosu.window.kit.text import Text
from torimodosu.window.words.amounts import amount_words
from torimodosu.window.words.dates import (
    moment_words,
    near_day_words,
    near_words,
)

_MOST = 6


class FactsCard(Box):
    """Lists the facts, the gravest first; `place_chosen` tells where one is shown."""

    place_chosen = Signal(object)

    def __init__(self, look: Look, snapshot: Snapshot) -> None:
        super().__init__(look, "card", pad=20, gap=2)
        self._look, self._snapshot = look, snapshot
        self.add(section(look, self.tr("What we know")))
        self.body.addSpacing(look.px(4))
        facts = [*self._facts()][:_MOST]
        for number, fact in enumerate(facts):
            if number:
                self.add(divider())
            self.add(fact)
        if not facts:
            words = self.tr("Nothing yet. Read your mail, and it appears here.")
            self.add(Text(look, words, "body", "muted"))
        self.body.addStretch()

    def _facts(self) -> Iterator[Fact]:
        snapshot = self._snapshot
        yield from self._opened()
        damage = assess_damage(snapshot.orders.values(), snapshot.ownership)
        yield from self._damage(damage.caused)
        yield from self._sign_in()
        if has_no_mails(snapshot):
            yield self._fact(
                self.tr("What was ordered is not known"),
                self.tr("No mail could be read that would tell it"),
                Certainty.UNKNOWN,
                Step.READ_MAIL,
            )
        if snapshot.unsorted:
            yield self._fact(
                self.tr("%n order(s) not sorted yet", "", len(snapshot.unsorted)),
                self.tr("Only you know which are yours"),
                Certainty.UNKNOWN,
                Step.SORT_ORDERS,
            )
        if damage.caused.orders:
            yield self._quiet()
        yield from self._mails()
        yield from self._said()

    def _opened(self) -> Iterator[Fact]:
        """Yield that a case which was closed is open again."""
        closing, news = self._snapshot.closing, opened_again(self._snapshot)
        if closing is not None and news:
            moment = moment_words(closing.at)
            yield self._fact(
                self.tr("%n thing(s) opened since you closed", "", len(news)),
                self.tr("You closed the case on {moment}").format(moment=moment),
                Mark.DUE,
                Step.CLOSING,
            )

    def _said(self) -> Iterator[Fact]:
        snapshot = self._snapshot
        for step, at in snapshot.said.items():
            if not is_done(step, snapshot):
                continue
            is_sure = is_proven(step, snapshot)
            certainty = Certainty.CONFIRMED if is_sure else Certainty.SAID
            noted = self.tr("Noted on {moment}").format(moment=moment_words(at))
            words = done_words(step, snapshot)
            yield self._fact(words, noted, certainty, step)

    def _damage(self, caused: Group) -> Iterator[Fact]:
        if not caused.orders:
            return
        orders = self._snapshot.orders
        mails = {mail for key in caused.orders for mail in orders[key].mails}
        yield self._fact(
            self.tr("%n order(s) that are not yours", "", len(caused.orders)),
            self.tr("From %n mail(s) of the shop", "", len(mails)),
            Certainty.CONFIRMED,
            Step.SORT_ORDERS,
        )
        amounts = [
            amount_words(sums.total.amount, sums.currency) for sums in caused.sums
        ]
        loss = self.tr("Loss: {amounts}").format(amounts=" + ".join(amounts))
        if not amounts:
            loss = self.tr("The loss is not known yet")
        still_open = self.tr("All amounts are in the mails")
        if caused.open:
            still_open = self.tr("%n amount(s) not known yet", "", len(caused.open))
        certainty = Certainty.CONFIRMED if amounts else Certainty.UNKNOWN
        yield self._fact(loss, still_open, certainty, Step.SORT_ORDERS)

    def _sign_in(self) -> Iterator[Fact]:
        snapshot, step = self._snapshot, Step.SIGN_IN
        if snapshot.scan is None:
            return
        moment = near_words(snapshot.scan.at, now=snapshot.at)
        source = self.tr("Seen in your browsers: {moment}").format(moment=moment)
        if has_conflict(snapshot):
            words = self.tr("A browser holds an old password")
            yield self._fact(words, source, Certainty.CONFIRMED, step)
        elif is_proven(step, snapshot):
            words = self.tr("No browser holds an old password")
            yield self._fact(words, source, Certainty.CONFIRMED, step)

    def _quiet(self) -> Fact:
        found = outlook(self._snapshot)
        step, source = Step.STILL_GOING, self.tr("From the order mails")
        if found is not None and found.last_order is not None:
            moment = moment_words(found.last_order)
            source = self.tr("The last one: {moment}").format(moment=moment)
        words = self._verdict_words(found)
        certainty = Certainty.UNKNOWN if found is None else found.certainty
        return self._fact(words, source, certainty, step)

    def _verdict_words(self, found: StillGoing | None) -> str:
        if found is None:
            return self.tr("Whether orders still come in")
        match found.verdict:
            case Verdict.GOING_ON:
                return self.tr("Orders still come in")
            case Verdict.SEEMS_OVER:
                day = near_day_words(found.seen_until, now=self._snapshot.at)
                return self.tr("No more orders came up to {day}").format(day=day)
            case Verdict.CANNOT_TELL:
                return self.tr("Whether orders still come in")

    def _mails(self) -> Iterator[Fact]:
        snapshot = self._snapshot
        kept = sum(snapshot.kept.values())
        known = snapshot.verification
        if known is not None and known.faults and kept:
            yield self._changed(known)
        elif kept:
            source = self.tr("From %n file(s) or folder(s)", "", len(snapshot.covered))
            if not snapshot.covered:
                source = self.tr("Reading was cut off; read the same files once more")
            yield self._fact(
                self.tr("%n mail(s) kept, unchanged", "", kept),
                source,
                Certainty.CONFIRMED,
                Step.CHECK_EVIDENCE,
            )
        odd = [order for order in snapshot.orders.values() if not order.order_number]
        if odd:
            yield self._fact(
                self.tr("%n mail(s) not understood yet", "", len(odd)),
                self.tr("Kept safe, and counted as not known"),
                Certainty.UNKNOWN,
                Step.SORT_ORDERS,
            )
        empty = Trouble.NO_MAIL_INSIDE  # nothing in it was left unread
        missed = [one for one in snapshot.not_covered if one.trouble is not empty]
        if missed:
            yield self._fact(
                self.tr("%n place(s) could not be read", "", len(missed)),
                self.tr("What lies there was not looked at"),
                Certainty.UNKNOWN,
                Step.READ_MAIL,
            )

    def _changed(self, known: Verification) -> Fact:
        """Return what the check found, which a later reading may have mended."""
        is_sure = has_faults(self._snapshot)
        source = self.tr("Seen on {moment}")
        if not is_sure:
            source = self.tr("Seen on {moment}, before mails were read again")
        return self._fact(
            self.tr("%n thing(s) no longer as they were kept", "", known.faults),
            source.format(moment=moment_words(known.at)),
            Certainty.CONFIRMED if is_sure else Certainty.UNKNOWN,
            Step.CHECK_EVIDENCE,
        )

    def _fact(
        self, words: str, source: str, certainty: Certainty | Mark, step: Step
    ) -> Fact:
        fact = Fact(self._look, words, source, certainty, leads_to=step)
        fact.opened.connect(self.place_chosen)
        return fact
