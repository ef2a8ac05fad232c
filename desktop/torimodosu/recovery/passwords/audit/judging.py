"""What is wrong with each password, all told."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from torimodosu.recovery.passwords.audit.accounts import Account
from torimodosu.recovery.passwords.audit.findings import Finding, Severity
from torimodosu.recovery.passwords.audit.overview import Overview
from torimodosu.recovery.passwords.breach import Breach, BreachState
from torimodosu.recovery.passwords.queue import Flaw
from torimodosu.recovery.passwords.strength import EASILY_GUESSED, HARDLY_GUESSED

_FLAWS, _SEVERITIES = list(Flaw), list(Severity)


def weak_findings(overview: Overview, scores: Mapping[str, int]) -> Iterator[Finding]:
    """Yield the accounts with weak passwords by their *scores*, the weakest first."""
    by_severity: dict[Severity, list[str]] = {Severity.HIGH: [], Severity.MEDIUM: []}
    for password in overview.users:
        score = scores.get(password)
        if score is not None and score < HARDLY_GUESSED:
            is_easy = score <= EASILY_GUESSED
            severity = Severity.HIGH if is_easy else Severity.MEDIUM
            by_severity[severity].append(password)
    for severity, passwords in by_severity.items():
        if passwords:
            accounts = overview.users_of(passwords)
            yield Finding(flaw=Flaw.WEAK, severity=severity, accounts=accounts)


def like_findings(overview: Overview) -> Iterator[Finding]:
    """Yield the groups of accounts whose passwords are nearly the same."""
    for group in overview.alike():
        yield Finding(
            flaw=Flaw.VARIANT,
            severity=Severity.MEDIUM,
            accounts=overview.users_of(group),
        )


def breach_findings(
    overview: Overview, breaches: Mapping[str, Breach]
) -> Iterator[Finding]:
    """Yield the accounts whose passwords are known from leaks."""
    found = [
        password
        for password in overview.users
        if password in breaches and breaches[password].state is BreachState.FOUND
    ]
    if found:
        yield Finding(
            flaw=Flaw.BREACHED,
            severity=Severity.HIGH,
            accounts=overview.users_of(found),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An account and what is wrong with its password.

    Attributes:
        account: Which one.
        flaws: What is wrong, in the order of `Flaw`.
        severity: How bad the worst of it is; None where nothing is.
        shares_with: A number that it has in common with the accounts whose passwords
            are the same or nearly so; 0 where no other site has such.

    """

    account: Account
    flaws: tuple[Flaw, ...]
    severity: Severity | None
    shares_with: int = 0


@dataclass(slots=True)
class _Notes:
    flaws: set[Flaw] = field(default_factory=set)
    severities: set[Severity] = field(default_factory=set)


def judged(overview: Overview, findings: Sequence[Finding]) -> tuple[Judged, ...]:
    """Return every account with what *findings* say of it, in the order of accounts."""
    notes: dict[str, _Notes] = defaultdict(_Notes)
    for finding in findings:
        for account in finding.accounts:
            note = notes[account.key]
            note.flaws.add(finding.flaw)
            note.severities.add(finding.severity)
    shares = _shares(findings)
    return tuple(
        _judged(account, notes.get(account.key, _NOTHING), shares.get(account.key, 0))
        for account in overview.accounts
    )


_NOTHING = _Notes()


def _judged(account: Account, notes: _Notes, shares_with: int) -> Judged:
    return Judged(
        account=account,
        flaws=tuple(sorted(notes.flaws, key=_FLAWS.index)),
        severity=min(notes.severities, key=_SEVERITIES.index, default=None),
        shares_with=shares_with,
    )


def _shares(findings: Sequence[Finding]) -> Mapping[str, int]:
    """Return a number from 1 for each account that shares its password, by its key.

    Like passwords come first: the very same ones are among them.
    """
    shares: dict[str, int] = {}
    numbers = count(1)
    for flaw in (Flaw.VARIANT, Flaw.REUSED):
        for finding in findings:
            if finding.flaw is not flaw:
                continue
            keys = [account.key for account in finding.accounts]
            known = next((shares[key] for key in keys if key in shares), 0)
            number = known or next(numbers)
            for key in keys:
                shares.setdefault(key, number)
    return shares
