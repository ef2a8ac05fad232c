"""The queue: what is at risk most comes first."""

import pytest

from tests.recovery.passwords.audit.logins import NOW, login, sites
from torimodosu.recovery.passwords.audit.judging import judged, like_findings
from torimodosu.recovery.passwords.audit.ordering import Digests, Ordering
from torimodosu.recovery.passwords.audit.overview import look_over
from torimodosu.recovery.passwords.login import ExportedLogin
from torimodosu.recovery.passwords.queue import AtRisk, QueueEntry

SAME = "tanaka2019-tokyo"
OTHER = "suzuki1999-osaka"


def queue(
    *logins: ExportedLogin, attacked: str = "amazon.co.jp", key: bytes | None = None
) -> list[QueueEntry]:
    overview = look_over(logins, sites(), at=NOW)
    ordering = Ordering(sites=sites(), attacked=attacked, digests=Digests(key=key))
    return [
        *ordering.queue(
            judged(overview, [*overview.findings(), *like_findings(overview)])
        )
    ]


def risks(entries: list[QueueEntry]) -> list[tuple[str, AtRisk]]:
    return [(entry.site, entry.at_risk) for entry in entries]


def test_mailbox_attacked_same_money_rest() -> None:
    entries = queue(
        login("forum.example", "short"),
        login("smbc.co.jp", "tiny"),
        login("blog.example", SAME),
        login("www.amazon.co.jp", SAME),
        login("mail.google.com", "little"),
    )
    assert risks(entries) == [
        ("google.com", AtRisk.MAILBOX),
        ("amazon.co.jp", AtRisk.ATTACKED),
        ("blog.example", AtRisk.SAME_PASSWORD),
        ("smbc.co.jp", AtRisk.MONEY),
        ("forum.example", AtRisk.REST),
    ]


def test_what_shares_with_the_attacked_account_goes_before_other_sharing() -> None:
    entries = queue(
        *(login(f"{name}.example", OTHER) for name in "abc"),
        login("smbc.co.jp", OTHER),
        login("z.example", SAME),
        login("www.amazon.co.jp", SAME),
    )
    assert [entry.site for entry in entries] == [
        *("amazon.co.jp", "z.example", "smbc.co.jp"),
        *("a.example", "b.example", "c.example"),
    ]


def test_the_mailbox_of_the_attacked_account_is_known_by_its_address() -> None:
    entries = queue(
        login("www.amazon.co.jp", SAME, username="hanako@Small-Provider.example"),
        login("webmail.small-provider.example", "short"),
    )
    assert risks(entries)[0] == ("small-provider.example", AtRisk.MAILBOX)


def test_without_an_attacked_account_the_rest_is_ordered() -> None:
    entries = queue(
        login("b.example", "short"), login("smbc.co.jp", "tiny"), attacked=""
    )
    assert [entry.at_risk for entry in entries] == [AtRisk.MONEY, AtRisk.REST]


def test_a_good_password_is_not_to_be_changed() -> None:
    assert queue(login("a.example", "maple-quartz-lantern-otter")) == []


def test_age_alone_is_no_reason() -> None:
    long_ago = NOW.replace(year=2010)
    old = login("a.example", "maple-quartz-lantern-otter", modified=long_ago)
    assert queue(old) == []


@pytest.mark.parametrize("key", [b"k" * 32, b"l" * 32])
def test_a_digest_needs_the_key_and_tells_nothing_without(key: bytes) -> None:
    first, second = queue(login("a.example", SAME), login("b.example", SAME), key=key)
    (again, _) = queue(login("a.example", SAME), login("b.example", SAME), key=key)
    assert first.digest == again.digest
    # Not even that two accounts have the same password.
    assert first.digest != second.digest
    assert len(first.digest) == 64
    other_key = queue(login("a.example", SAME), login("b.example", SAME), key=b"m" * 32)
    assert first.digest != other_key[0].digest


def test_without_a_key_there_is_no_digest() -> None:
    assert {entry.digest for entry in queue(login("a.example", "short"))} == {""}
