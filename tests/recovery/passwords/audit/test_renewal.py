"""What a later export proves."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.recovery.passwords.audit.logins import NOW, login, sites
from torimodosu.recovery.passwords.audit.judging import judged, like_findings
from torimodosu.recovery.passwords.audit.ordering import Digests, Ordering
from torimodosu.recovery.passwords.audit.overview import look_over
from torimodosu.recovery.passwords.audit.renewal import renewed
from torimodosu.recovery.passwords.login import ExportedLogin
from torimodosu.recovery.passwords.queue import Flaw, QueueEntry, Standing

SAME = "tanaka2019-tokyo"
GOOD = "maple-quartz-lantern-otter"
LATER = NOW + timedelta(days=1)
KEYED = Digests(key=b"k" * 32)
UNKEYED = Digests(key=None)


def after(
    before: tuple[QueueEntry, ...],
    *logins: ExportedLogin,
    digests: Digests = KEYED,
) -> dict[str, QueueEntry]:
    """Return the queue after an audit of *logins*, by site."""
    overview = look_over(logins, sites(), at=LATER)
    told = judged(overview, [*overview.findings(), *like_findings(overview)])
    found = Ordering(sites=sites(), attacked="", digests=digests).queue(told)
    entries = renewed(before, found, told, digests=digests, at=LATER)
    return {entry.site: entry for entry in entries}


def first_audit(digests: Digests = KEYED) -> tuple[QueueEntry, ...]:
    logins = (login("a.example", SAME), login("b.example", SAME))
    return tuple(after((), *logins, digests=digests).values())


def with_word(standing: Standing, until: date | None = None) -> tuple[QueueEntry, ...]:
    """Return the queue where the person has said something of the first entry."""
    first, *others = first_audit()
    said = replace(first, standing=standing, since=NOW, reason="a word", until=until)
    return (said, *others)


def test_another_and_good_password_is_proof() -> None:
    entry = after(with_word(Standing.SAID), login("a.example", GOOD))["a.example"]
    assert (entry.standing, entry.since, entry.reason) == (Standing.PROVEN, LATER, "")


def test_another_password_is_proof_without_a_word() -> None:
    entry = after(first_audit(), login("a.example", GOOD))["a.example"]
    assert entry.standing is Standing.PROVEN


def test_the_same_password_takes_the_word_back() -> None:
    logins = login("a.example", SAME), login("b.example", SAME)
    entry = after(with_word(Standing.SAID), *logins)["a.example"]
    assert (entry.standing, entry.since) == (Standing.OPEN, None)


def test_what_two_sites_had_stays_open_where_one_has_it_still() -> None:
    entries = after(first_audit(), login("a.example", SAME), login("b.example", GOOD))
    assert entries["a.example"].flaws == (Flaw.REUSED,)
    assert entries["a.example"].standing is Standing.OPEN
    assert entries["b.example"].standing is Standing.PROVEN


def test_the_same_password_without_a_flaw_takes_the_word_back() -> None:
    entry = after(with_word(Standing.SAID), login("a.example", SAME))["a.example"]
    assert (entry.standing, entry.flaws) == (Standing.OPEN, (Flaw.REUSED,))


def test_another_password_that_is_no_better_is_open() -> None:
    entry = after(with_word(Standing.SAID), login("a.example", "short"))["a.example"]
    assert (entry.standing, entry.flaws) == (Standing.OPEN, (Flaw.SHORT,))


def test_what_was_proven_stays_proven_until_it_has_a_flaw() -> None:
    proven = tuple(after(first_audit(), login("a.example", GOOD)).values())
    again = after(proven, login("a.example", GOOD))["a.example"]
    assert (again.standing, again.since) == (Standing.PROVEN, LATER)
    worse = login("a.example", GOOD), login("c.example", GOOD)
    entry = after(proven, *worse)["a.example"]
    assert (entry.standing, entry.flaws) == (Standing.OPEN, (Flaw.REUSED,))


def test_an_export_that_lacks_an_account_says_nothing_of_it() -> None:
    before = with_word(Standing.SAID)
    entries = after(before, login("c.example", "short"))
    assert entries["a.example"].standing is Standing.SAID
    # The numbers of before do not meet those of now.
    shared = {entry.shares_with for entry in entries.values()}
    assert entries["a.example"].shares_with == entries["b.example"].shares_with
    assert len(shared) == 2


@pytest.mark.parametrize("password", [SAME, "short"])
def test_what_is_left_out_stays_out(password: str) -> None:
    before = with_word(Standing.EXCLUDED, until=date(2027, 1, 1))
    entry = after(before, login("a.example", password))["a.example"]
    assert entry.standing is Standing.EXCLUDED
    assert (entry.reason, entry.until) == ("a word", date(2027, 1, 1))


def test_what_is_left_out_and_changed_is_proven() -> None:
    before = with_word(Standing.EXCLUDED, until=date(2027, 1, 1))
    entry = after(before, login("a.example", GOOD))["a.example"]
    assert (entry.standing, entry.until) == (Standing.PROVEN, None)


@pytest.mark.parametrize(("then", "now"), [(UNKEYED, KEYED), (KEYED, UNKEYED)])
def test_without_a_key_nothing_is_proven(then: Digests, now: Digests) -> None:
    before = first_audit(digests=then)
    entries = after(before, login("a.example", GOOD), digests=now)
    assert entries["a.example"].standing is Standing.OPEN


def test_an_account_with_two_passwords_is_proven_when_neither_is_the_old_one() -> None:
    logins = [login("a.example", SAME), login("a.example", GOOD)]
    assert after(first_audit(), *logins)["a.example"].standing is Standing.OPEN
    logins = [login("a.example", GOOD), login("a.example", f"{GOOD}-x")]
    assert after(first_audit(), *logins)["a.example"].standing is Standing.PROVEN
