"""Working out which card paid what, what must come back, and what is due."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.month_sums import month_sums
from torimodosu.recovery.plan.ports import CardNotices, CardWorks, Snapshots
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.statements.bills import CardBills, bills_of
from torimodosu.recovery.statements.card_notice import CardNotice
from torimodosu.recovery.statements.coverage import CardCoverage
from torimodosu.recovery.statements.covering import coverage_of
from torimodosu.recovery.statements.deadlines import deadlines_of
from torimodosu.recovery.statements.disputes import Dispute, disputes_of
from torimodosu.recovery.statements.due_days import due_days
from torimodosu.recovery.statements.following_returns import Evidence, follow_returns
from torimodosu.recovery.statements.letters import letters_of
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.ports import StatementLog
from torimodosu.recovery.statements.returns import ExpectedReturn
from torimodosu.recovery.statements.watching import (
    Findings,
    asked_charges,
    watch_log,
)
from torimodosu.recovery.statements.which_card.matching import (
    CardFinding,
    Matching,
    Verdict,
)
from torimodosu.recovery.statements.which_card.proof import as_sure_as_its_mails
from torimodosu.recovery.statements.which_card.solver import which_card
from torimodosu.recovery.statements.words import CardWords

# A new subscription is known by a year in which the shop did not charge the card.
_LOOK_BACK = timedelta(days=400)
# An order that is said to be older than this before the discovery has a false date.
_LONGEST_UNSEEN = timedelta(days=730)
_PARTS = 4


class CardRecords(CardNotices, CardWorks, StatementLog, Protocol):
    """What is kept of the cards of a case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardTools:
    """What the cards are worked on with."""

    records: CardRecords
    snapshots: Snapshots
    catalogue: Catalogue
    clock: Clock


def work_on_cards(case: Case, tools: CardTools, progress: Progress) -> CardWork:
    """Work out everything about the cards of *case*, keep it, and return it.

    Raises:
        Cancelled: By *progress*; then nothing is kept.
        StoreError: If something cannot be read or kept.

    """
    progress.report(0, _PARTS)
    snapshot = tools.snapshots.snapshot(case, at=tools.clock.now())
    since = incident_day(snapshot) or case.answers.noticed
    charges = tools.records.charges(case, first=_look_back(since))
    notices = tools.records.card_notices(case)
    progress.report(1, _PARTS)
    work = worked_out(snapshot, charges, notices, tools.catalogue, since=since)
    progress.report(_PARTS - 1, _PARTS)
    tools.records.keep_card_work(case, work)
    progress.report(_PARTS, _PARTS)
    return work


def incident_day(snapshot: Snapshot) -> date | None:
    """Return the day of the first order that is not the user's, or None.

    In the time of the user; a day long before the discovery is a false one.
    """
    case = snapshot.case
    if case is None:
        return None
    noticed = case.answers.noticed
    days = [
        placed.astimezone(snapshot.at.tzinfo).date()
        for key, order in snapshot.orders.items()
        if snapshot.ownership.get(key) is Ownership.NOT_MINE
        and (placed := order.placed_at) is not None
    ]
    return min(
        (day for day in days if noticed - _LONGEST_UNSEEN <= day <= snapshot.at.date()),
        default=None,
    )


def worked_out(
    snapshot: Snapshot,
    charges: Sequence[LoggedCharge],
    notices: Sequence[CardNotice],
    catalogue: Catalogue,
    *,
    since: date,
) -> CardWork:
    """Return what follows for the cards from everything that is known of a case.

    *charges* are those of the log that may matter, *since* is the day of the incident.
    Of *notices*, those from mails that are not genuine are shown, and prove nothing.
    """
    real = [notice for notice in notices if not notice.is_forged]
    ground = _ground(snapshot, charges, real, catalogue, since=since)
    matching, words = ground.matching, snapshot.card_words
    disputes = disputes_of(matching, ground.charges, ground.notices, words)
    evidence = _evidence(ground, snapshot)
    returns = follow_returns(snapshot.orders, snapshot.ownership, evidence)
    findings = _findings(ground, disputes, returns, words)
    today = snapshot.at.date()
    watch = watch_log(ground.bills, findings, words, since=since, today=today)
    deadlines = deadlines_of(
        ground.bills, matching.findings, disputes, words, since=since
    )
    named = _named(matching, returns, words)
    return CardWork(
        at=snapshot.at,
        matching=matching,
        charges={key: ground.charges[key] for key in named if key in ground.charges},
        notices=_told(ground),
        forged=tuple(notice for notice in notices if notice.is_forged),
        coverage=ground.coverage,
        returns=returns,
        watch=watch,
        deadlines=deadlines,
        due=due_days(watch, returns, deadlines),
        letters=letters_of(_to_tell(disputes, snapshot), snapshot.orders, deadlines),
        sums=month_sums(charges, disputes, returns),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """What everything else follows from; charges by key, notices by theirs."""

    charges: Mapping[str, LoggedCharge]
    notices: Mapping[str, CardNotice]
    bills: tuple[CardBills, ...]
    coverage: tuple[CardCoverage, ...]
    matching: Matching


def _ground(
    snapshot: Snapshot,
    charges: Sequence[LoggedCharge],
    notices: Sequence[CardNotice],
    catalogue: Catalogue,
    *,
    since: date,
) -> _Ground:
    bills = _bills(snapshot, catalogue)
    coverage = coverage_of(
        bills,
        notices,
        mails_until=_mails_until(snapshot),
        since=since,
        today=snapshot.at.date(),
    )
    found = which_card(
        snapshot.orders.values(),
        snapshot.ownership,
        charges,
        notices,
        [one.card for one in bills],
        coverage,
        services=catalogue.services,
        words=snapshot.card_words,
        at=snapshot.at,
    )
    told = {notice.key: notice for notice in notices if notice.mails}
    matching = as_sure_as_its_mails(found, told)
    return _Ground(
        charges={charge.key: charge for charge in charges},
        notices=told,
        bills=bills,
        coverage=coverage,
        matching=replace(
            matching,
            findings=tuple(_dated(one, bills, since) for one in matching.findings),
        ),
    )


def _bills(snapshot: Snapshot, catalogue: Catalogue) -> tuple[CardBills, ...]:
    cards = () if snapshot.case is None else snapshot.case.answers.cards
    return tuple(
        bills_of(card, catalogue.issuers.get(card.issuer), snapshot.statements)
        for card in cards
    )


def _dated(
    finding: CardFinding, bills: Iterable[CardBills], since: date
) -> CardFinding:
    """Return *finding* with the day of the first statement that can show a charge.

    One that comes earlier is of days before the incident.
    """
    if finding.verdict is not Verdict.NOT_YET_BILLED:
        return finding
    own = (one.bill_with(since) for one in bills if one.card.number == finding.card)
    days = [bill.out_on for bill in own] + [finding.until]
    until = max((day for day in days if day is not None), default=None)
    return replace(finding, until=until)


def _look_back(since: date) -> date:
    return date.fromordinal(max(since.toordinal() - _LOOK_BACK.days, 1))


def _mails_until(snapshot: Snapshot) -> date | None:
    """Return the day of the user on which the newest mail came."""
    until = snapshot.covered_until
    return None if until is None else until.astimezone(snapshot.at.tzinfo).date()


def _evidence(ground: _Ground, snapshot: Snapshot) -> Evidence:
    cards = [one.card for one in ground.bills]
    today = snapshot.at.date()
    shows_on = {one.card.number: one.bill_with(today).out_on for one in ground.bills}
    return Evidence(
        matching=ground.matching,
        charges=ground.charges,
        coverage={one.card: one for one in ground.coverage},
        words=snapshot.card_words,
        registered=tuple(card.number for card in cards if card.is_registered),
        shows_on={card: day for card, day in shows_on.items() if day is not None},
    )


def _findings(
    ground: _Ground,
    disputes: tuple[Dispute, ...],
    returns: tuple[ExpectedReturn, ...],
    words: CardWords,
) -> Findings:
    asked = asked_charges(ground.matching.unexplained_charges, words)
    known = tuple(ground.charges[key] for key in asked if key in ground.charges)
    return Findings(disputes=disputes, asked=known, returns=returns)


def _to_tell(disputes: Iterable[Dispute], snapshot: Snapshot) -> tuple[Dispute, ...]:
    """Return what an issuer is told: not what is for orders that the user doubts."""
    theirs = Ownership.NOT_MINE
    return tuple(
        one
        for one in disputes
        if not one.orders
        or any(snapshot.ownership.get(key) is theirs for key in one.orders)
    )


def _named(
    matching: Matching, returns: Iterable[ExpectedReturn], words: CardWords
) -> dict[str, None]:
    """Return the keys of the charges that anything names, each once."""
    return dict.fromkeys(
        (
            *(key for match in matching.matches for key in match.charges),
            *(key for key, _ in matching.unexplained_charges),
            *(key for back in returns for key in back.charges),
            *words.charges,
        )
    )


def _told(ground: _Ground) -> dict[str, CardNotice]:
    matches = ground.matching.matches
    named = dict.fromkeys(key for match in matches for key in match.notices)
    return {key: ground.notices[key] for key in named if key in ground.notices}
