"""What logins tell by themselves."""

from datetime import timedelta

import pytest

from tests.recovery.passwords.audit.logins import NOW, login, sites
from torimodosu.recovery.passwords.audit.accounts import accounts_of
from torimodosu.recovery.passwords.audit.findings import Severity
from torimodosu.recovery.passwords.audit.judging import like_findings
from torimodosu.recovery.passwords.audit.overview import Overview, look_over
from torimodosu.recovery.passwords.login import ExportedLogin
from torimodosu.recovery.passwords.queue import Flaw

YEAR = timedelta(days=365)
STRONG = "maple-quartz-lantern-otter"


def found(*logins: ExportedLogin) -> list[tuple[Flaw, list[str]]]:
    overview = look_over(logins, sites(), at=NOW)
    return [
        (finding.flaw, [account.site.name for account in finding.accounts])
        for finding in (*overview.findings(), *like_findings(overview))
    ]


def test_one_password_at_two_sites_is_found() -> None:
    assert found(
        login("a.example"), login("b.example"), login("c.example", STRONG)
    ) == [(Flaw.REUSED, ["a.example", "b.example"])]


@pytest.mark.parametrize(
    "logins",
    [
        (login("https://www.a.example"), login("https://shop.a.example")),
        (login("a.example"), login("a.example", username="taro")),
        (login("www.amazon.co.jp"), login("www.amazon.com")),
        (login("a.example"), login("a.example", username="HANAKO")),
    ],
)
def test_one_password_at_one_site_is_no_finding(
    logins: tuple[ExportedLogin, ...],
) -> None:
    assert found(*logins) == []


def test_nearly_the_same_password_is_found_apart() -> None:
    logins = [
        login("a.example", "tanaka2019"),
        login("b.example", "tanaka2019"),
        login("c.example", "Tanaka2020!"),
    ]
    assert found(*logins) == [
        (Flaw.REUSED, ["a.example", "b.example"]),
        (Flaw.VARIANT, ["a.example", "b.example", "c.example"]),
    ]


def test_like_passwords_at_one_site_are_no_finding() -> None:
    first = login("a.example", "tanaka2019-x")
    second = login("a.example", "tanaka2020-x", username="taro")
    assert found(first, second) == []


@pytest.mark.parametrize(
    ("password", "is_short"), [("x9#kQ2m", True), ("x9#kQ2mL", False), ("é" * 7, True)]
)
def test_a_short_password_is_found(password: str, *, is_short: bool) -> None:
    expected = [(Flaw.SHORT, ["a.example"])] if is_short else []
    assert found(login("a.example", password)) == expected


def test_an_old_password_is_found() -> None:
    old = login("a.example", modified=NOW - 6 * YEAR)
    fresh = login("b.example", STRONG, modified=NOW - 4 * YEAR)
    unknown = login("c.example", "x9#kQ2mLw0z-plain")
    assert found(old, fresh, unknown) == [(Flaw.OLD, ["a.example"])]


def test_findings_are_rated() -> None:
    overview = look_over([login("a.example"), login("b.example")], sites(), at=NOW)
    assert [finding.severity for finding in overview.findings()] == [Severity.HIGH]


def test_of_several_logins_of_one_account_the_newest_counts() -> None:
    old = login("a.example", "tanaka2019", modified=NOW - YEAR)
    new = login("www.a.example", STRONG, modified=NOW)
    (account,) = accounts_of([new, old], sites())
    assert (account.passwords, account.modified) == ((STRONG,), NOW)


def test_where_no_date_tells_the_newest_each_counts() -> None:
    logins = [
        login("a.example", "tanaka2019"),
        login("a.example", STRONG, modified=NOW),
    ]
    (account,) = accounts_of(logins, sites())
    assert (account.passwords, account.modified) == (("tanaka2019", STRONG), None)


def test_what_the_owner_is_known_by_is_tried_first() -> None:
    logins = [login("www.shop.co.jp", username="hanako@mail.example")]
    overview = look_over(logins, sites(), at=NOW)
    assert overview.own_words("correct-horse-battery") == ("hanako", "shop")


def test_passwords_are_in_no_repr() -> None:
    overview: Overview = look_over(
        [login("a.example"), login("b.example")], sites(), at=NOW
    )
    assert "correct" not in repr(overview)
    assert "correct" not in repr(list(overview.findings()))
