"""What the work on the cards proves, asks for, and waits for."""

from collections.abc import Iterator
from datetime import date, timedelta

from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.deadline import Deadline, DueDay
from torimodosu.recovery.statements.watch import CardMonth, MonthState
from torimodosu.recovery.statements.watching import asked_charges
from torimodosu.recovery.statements.which_card.matching import (
    CardFinding,
    Match,
    Verdict,
)

# A quarter of the usual sixty days is left: whoever still waits for something to be
# sure should now report what is not sure.
NEAR = timedelta(days=15)

_KNOWN = {Verdict.CERTAIN, Verdict.EXCLUDED}
_CHARGED = {Verdict.CERTAIN, Verdict.POSSIBLE}


def is_card_known(snapshot: Snapshot) -> bool:
    """Tell whether every registered card was certainly used or certainly not.

    What was charged must be shown by a row or a usage notice without a rival, or be
    confirmed by the user.
    """
    verdicts = {finding.verdict for finding in asked_findings(snapshot)}
    return bool(verdicts) and verdicts <= _KNOWN and _are_matches_settled(snapshot)


def waits_for_statement(snapshot: Snapshot) -> bool:
    """Tell whether only statements that are not out yet can tell which card it was."""
    verdicts = {finding.verdict for finding in asked_findings(snapshot)}
    waits = Verdict.NOT_YET_BILLED
    return (
        waits in verdicts
        and verdicts <= {*_KNOWN, waits}
        and _are_matches_settled(snapshot)
    )


def waits_for_month(snapshot: Snapshot) -> bool:
    """Tell whether every statement that is out is settled, and another is to come."""
    work = snapshot.card_work
    if work is None or missing_months(snapshot) or open_charges(snapshot):
        return False
    today = snapshot.at.date()
    return watch_goes_on(snapshot) and any(
        cell.is_needed and cell.out_on is not None and cell.out_on > today
        for cell in work.watch.cells
    )


def are_statements_read(snapshot: Snapshot) -> bool:
    """Tell whether every statement that is out was read, and nothing in it is open.

    Not so where a month rests on the user's word alone.
    """
    is_word = any(month.is_said for month in _months(snapshot))
    return are_statements_settled(snapshot) and not is_word


def are_statements_settled(snapshot: Snapshot) -> bool:
    """Tell the same, where the user's word about a month will do."""
    return (
        has_months_out(snapshot)
        and not missing_months(snapshot)
        and not open_charges(snapshot)
    )


def has_months_out(snapshot: Snapshot) -> bool:
    """Tell whether a statement is out that can show a charge in question."""
    return any(True for _ in _months(snapshot))


def missing_months(snapshot: Snapshot) -> tuple[CardMonth, ...]:
    """Return the months whose statement should be out and was not read."""
    return tuple(
        month for month in _months(snapshot) if month.state is MonthState.MISSING
    )


def open_charges(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the keys of the charges that the user should say a word about."""
    work = snapshot.card_work
    if work is None:
        return ()
    return asked_charges(work.matching.unexplained_charges, snapshot.card_words)


def near_limits(snapshot: Snapshot) -> tuple[Deadline, ...]:
    """Return the limits that end soon for losses whose report is not noted."""
    work, today = snapshot.card_work, snapshot.at.date()
    if work is None:
        return ()
    return tuple(
        limit
        for limit in work.deadlines
        if limit.reported_on is None and today <= limit.ends_on
        if limit.act_by - today <= NEAR
    )


def unreported_cards(snapshot: Snapshot) -> tuple[int, ...]:
    """Return the numbers of the cards with a loss whose report is not noted."""
    limits = () if snapshot.card_work is None else snapshot.card_work.deadlines
    missing = (limit.card for limit in limits if limit.reported_on is None)
    return tuple(sorted(set(missing)))


def watch_goes_on(snapshot: Snapshot) -> bool:
    """Tell whether the day on which the watch ends is still to come."""
    work = snapshot.card_work
    return work is not None and snapshot.at.date() < work.watch.ends_on


def next_due(snapshot: Snapshot) -> DueDay | None:
    """Return the next thing that is planned, from today on, or None."""
    work, today = snapshot.card_work, snapshot.at.date()
    if work is None:
        return None
    coming = (due for due in work.due if not due.is_done and due.on >= today)
    return min(coming, key=_day_of, default=None)


def _day_of(due: DueDay) -> date:
    return due.on


def asked_findings(snapshot: Snapshot) -> tuple[CardFinding, ...]:
    """Return what is known of the cards that the shop has, as far as the user knows.

    Of the others those count that were charged, or may have been; without any that the
    shop has, nothing is known.
    """
    if snapshot.case is None or snapshot.card_work is None:
        return ()
    registered = {
        card.number for card in snapshot.case.answers.cards if card.is_registered
    }
    found = snapshot.card_work.matching.findings
    if not any(finding.card in registered for finding in found):
        return ()
    return tuple(
        finding
        for finding in found
        if finding.card in registered or finding.verdict in _CHARGED
    )


def _are_matches_settled(snapshot: Snapshot) -> bool:
    matches = () if snapshot.card_work is None else snapshot.card_work.matching.matches
    named = {key for finding in asked_findings(snapshot) for key in finding.matches}
    return all(_is_settled(match) for match in matches if match.key in named)


def _is_settled(match: Match) -> bool:
    """Tell whether nothing about *match* is open; money back is another matter."""
    if match.said is not None or match.amount < 0:
        return True
    return match.is_certain and bool(match.charges or match.notices)


def _months(snapshot: Snapshot) -> Iterator[CardMonth]:
    """Yield the months that are out and can show a charge in question.

    What an open statement shows is not out yet.
    """
    cells = () if snapshot.card_work is None else snapshot.card_work.watch.cells
    for cell in cells:
        is_to_come = cell.state is MonthState.NOT_OUT
        if cell.state is MonthState.FINDINGS and cell.is_open:
            is_to_come = True
        if cell.is_needed and not is_to_come:
            yield cell
