"""What is known of each card."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.statements.coverage import CardCoverage
from torimodosu.recovery.statements.which_card.claims import Claim
from torimodosu.recovery.statements.which_card.days import (
    Days,
    as_days,
    days_in_question,
    gaps_in,
)
from torimodosu.recovery.statements.which_card.matching import (
    CardFinding,
    Ground,
    Match,
    Said,
    Verdict,
)
from torimodosu.recovery.statements.which_card.solving import Solved
from torimodosu.recovery.statements.which_card.uses import Use

# A statement comes out some days after its month has closed.
_OUT_LATEST = timedelta(days=40)
_SURELY_NOT_OUT = timedelta(days=14)


class Evidence(NamedTuple):
    """What the verdicts rest on.

    Attributes:
        claims: The orders that a card may have paid for.
        uses: The uses at the shop, by their key.
        matches: What they have to do with each other.
        solved: What is sure and what is suspect among them.
        unexplained: Keys of uses that no order is known for.
        coverage: What was read of each card, by its number.
        notified: The day of the first usage notice of each card.
        is_empty: Whether no order at all is known.
        today: The day of the work.

    """

    claims: Sequence[Claim]
    uses: Mapping[str, Use]
    matches: Sequence[Match]
    solved: Solved
    unexplained: Collection[str]
    coverage: Mapping[int, CardCoverage]
    notified: Mapping[int, date]
    is_empty: bool
    today: date


def findings_of(
    cards: Iterable[PaymentCard], evidence: Evidence
) -> tuple[CardFinding, ...]:
    """Return a finding for each of *cards*, in their order."""
    by_card: dict[int, list[Use]] = defaultdict(list)
    for use in evidence.uses.values():
        for card in use.cards:
            by_card[card].append(use)
    matches: dict[int, list[Match]] = defaultdict(list)
    for match in evidence.matches:
        if match.is_disputed and match.said is not Said.REJECTED:
            named = evidence.uses[(match.charges or match.notices)[0]]
            for card in named.cards:
                matches[card].append(match)
    days = days_in_question(evidence.claims, evidence.matches)
    return tuple(
        _finding(card, by_card[card.number], matches[card.number], days, evidence)
        for card in cards
    )


def _finding(
    card: PaymentCard,
    uses: Sequence[Use],
    matches: Sequence[Match],
    days: Days,
    evidence: Evidence,
) -> CardFinding:
    number = card.number
    sure = [
        use for use in uses if use.key in evidence.solved.sure and len(use.cards) == 1
    ]
    if sure or number in evidence.solved.cards:
        verdict, ground, until = Verdict.CERTAIN, Ground.CHARGED, None
        named = sure or _named(matches, evidence)
    else:
        named = _named(matches, evidence)
        verdict, ground, until = _without_proof(card, uses, matches, days, evidence)
    return CardFinding(
        card=number,
        verdict=verdict,
        ground=ground,
        matches=tuple(match.key for match in matches),
        amounts=_sums(named),
        until=until,
    )


def _without_proof(
    card: PaymentCard,
    uses: Sequence[Use],
    matches: Sequence[Match],
    days: Days,
    evidence: Evidence,
) -> tuple[Verdict, Ground, date | None]:
    suspect = [use for use in uses if use.key in evidence.solved.suspect]
    if any(use.key in evidence.solved.crowded for use in suspect):
        return Verdict.POSSIBLE, Ground.TOO_MANY_COMBINATIONS, None
    if matches or suspect:
        is_equal = any(match.rivals for match in matches)
        ground = Ground.EQUAL_AMOUNTS if is_equal else Ground.MAY_EXPLAIN
        return Verdict.POSSIBLE, ground, None
    asked = [use for use in uses if _is_asked(use, days)]
    if any(use.key in evidence.unexplained for use in asked):
        return Verdict.POSSIBLE, Ground.MAY_EXPLAIN, None
    if not card.is_registered:
        return Verdict.EXCLUDED, Ground.NOT_REGISTERED, None
    coverage = evidence.coverage.get(card.number) or CardCoverage(card=card.number)
    return _by_days(coverage, days, evidence, has_uses=bool(asked))


def _by_days(
    coverage: CardCoverage, days: Days, evidence: Evidence, *, has_uses: bool
) -> tuple[Verdict, Ground, date | None]:
    """Judge a card without a use that needs a look by the days that were read of it."""
    read = _read(coverage, evidence.notified.get(coverage.card))
    if evidence.is_empty or not (read or coverage.open or days):
        return Verdict.NOT_COVERED, Ground.NOTHING_READ, None
    unread = list(gaps_in(days, read))
    out_until = _out_until(coverage, evidence.today)
    if any(first <= out_until for first, _ in unread):
        ground = Ground.DAYS_MISSING if read else Ground.NOTHING_READ
        return Verdict.NOT_COVERED, ground, None
    if unread:
        until = coverage.next_statement
        return Verdict.NOT_YET_BILLED, Ground.STATEMENT_NOT_OUT, until
    if coverage.has_skipped_rows:
        return Verdict.NOT_COVERED, Ground.ROWS_NOT_UNDERSTOOD, None
    ground = Ground.ALL_EXPLAINED if has_uses else Ground.NO_SUCH_CHARGE
    last = max((end for _, end in read), default=None)
    until = None if last is None else date.fromordinal(last)
    return Verdict.EXCLUDED, ground, until


def _read(coverage: CardCoverage, notified: date | None) -> Days:
    """Return the days on which a use of the card would have been seen.

    Open statements do not count: rows may still come to them. Usage notices count from
    the first one that was seen, as nobody knows since when the card sends them.
    """
    stretches = list(coverage.closed)
    until = coverage.notices_until
    if notified is not None and until is not None and notified <= until:
        stretches.append((notified, until))
    return as_days(stretches)


def _out_until(coverage: CardCoverage, today: date) -> int:
    """Return the last day of use whose statement is out, as far as it can be told."""
    if coverage.out_until is not None:
        return coverage.out_until.toordinal()
    upcoming = coverage.next_statement
    if upcoming is not None and upcoming >= today:
        return (upcoming - _OUT_LATEST).toordinal()
    return (today - _SURELY_NOT_OUT).toordinal()


def _is_asked(use: Use, days: Days) -> bool:
    """Tell whether a purchase falls on a day in question; one without a day may."""
    if use.units < 0 or not use.mails_orders:
        return False
    return not use.day or any(first <= use.day <= last for first, last in days)


def _named(matches: Iterable[Match], evidence: Evidence) -> Sequence[Use]:
    keys = dict.fromkeys(
        key
        for match in matches
        if match.amount > 0
        for key in (match.charges or match.notices)
    )
    return [evidence.uses[key] for key in keys]


def _sums(uses: Iterable[Use]) -> tuple[tuple[str, Decimal], ...]:
    sums: dict[str, Decimal] = {}
    for use in uses:
        if use.amount is not None:
            sums[use.currency] = sums.get(use.currency, Decimal(0)) + use.amount
    return tuple(sums.items())
