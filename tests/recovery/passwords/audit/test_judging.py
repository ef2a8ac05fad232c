"""What is wrong with each password, all told."""

import pytest

from tests.recovery.passwords.audit.logins import NOW, login, sites
from torimodosu.recovery.passwords.audit.findings import Finding, Severity
from torimodosu.recovery.passwords.audit.judging import (
    breach_findings,
    judged,
    like_findings,
    weak_findings,
)
from torimodosu.recovery.passwords.audit.overview import Overview, look_over
from torimodosu.recovery.passwords.breach import NOT_CHECKED, Breach, BreachState
from torimodosu.recovery.passwords.queue import Flaw

STRONG = "maple-quartz-lantern-otter"
SAME = "tanaka2019-tokyo"


@pytest.fixture
def overview() -> Overview:
    logins = [
        login("a.example", SAME),
        login("b.example", SAME),
        login("c.example", "Tanaka2020-tokyo"),
        login("d.example", STRONG),
    ]
    return look_over(logins, sites(), at=NOW)


def told(findings: list[Finding]) -> list[tuple[Severity, list[str]]]:
    return [
        (finding.severity, [account.site.name for account in finding.accounts])
        for finding in findings
    ]


def test_the_weakest_come_first(overview: Overview) -> None:
    scores = {SAME: 2, "Tanaka2020-tokyo": 0, STRONG: 4}
    assert told(list(weak_findings(overview, scores))) == [
        (Severity.HIGH, ["c.example"]),
        (Severity.MEDIUM, ["a.example", "b.example"]),
    ]


def test_what_was_not_estimated_is_not_called_weak(overview: Overview) -> None:
    assert list(weak_findings(overview, {STRONG: 3})) == []


@pytest.mark.parametrize("times", [None, 1, 9_999_999])
def test_what_was_found_in_leaks_is_told(overview: Overview, times: int | None) -> None:
    breaches = {
        STRONG: Breach(state=BreachState.FOUND, times=times),
        SAME: Breach(state=BreachState.NOT_FOUND),
        "Tanaka2020-tokyo": NOT_CHECKED,
    }
    assert told(list(breach_findings(overview, breaches))) == [
        (Severity.HIGH, ["d.example"])
    ]


def test_each_account_has_all_its_flaws(overview: Overview) -> None:
    scores = {SAME: 0, "Tanaka2020-tokyo": 2, STRONG: 4}
    findings = [
        *overview.findings(),
        *like_findings(overview),
        *weak_findings(overview, scores),
    ]
    first, _, third, last = judged(overview, findings)
    assert first.flaws == (Flaw.REUSED, Flaw.VARIANT, Flaw.WEAK)
    assert third.flaws == (Flaw.VARIANT, Flaw.WEAK)
    assert (first.severity, third.severity) == (Severity.HIGH, Severity.MEDIUM)
    assert (last.flaws, last.severity, last.shares_with) == ((), None, 0)


def test_those_that_share_have_a_number_in_common() -> None:
    logins = [
        *(login(f"{name}.example", SAME) for name in "ab"),
        *(login(f"{name}.example", STRONG) for name in "cd"),
        login("e.example", "Tanaka2020-tokyo"),
    ]
    overview = look_over(logins, sites(), at=NOW)
    a, b, c, d, e = judged(overview, [*overview.findings(), *like_findings(overview)])
    assert a.shares_with == b.shares_with == e.shares_with
    assert c.shares_with == d.shares_with
    assert len({0, a.shares_with, c.shares_with}) == 3
