from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.running import Commands, plain_line, start
from tests.data.browser_profiles import (
    SITE,
    Login,
    write_logins,
)

RESET_AT = "2026-11-20T19:42+09:00"
RESET = datetime.fromisoformat(RESET_AT).astimezone(UTC)
OLD = Login(modified=RESET - timedelta(minutes=1), last_used=RESET, times_used=212)
CHROME = ".config/google-chrome/Default"
SCAN = ("signin", "scan", "--service", "amazon.co.jp", "--reset-at", RESET_AT)


@pytest.mark.parametrize(
    ("named", "service", "origin"),
    [
        ("www.amazon.co.jp", "amazon.co.jp", SITE),
        ("https://www.amazon.co.jp/ap/signin", "amazon.co.jp", SITE),
        ("AMAZON.CO.JP", "amazon.co.jp", SITE),
        ("yahoo.co.jp", "shopping.yahoo.co.jp", "https://login.yahoo.co.jp"),
        ("shopping.yahoo.co.jp", "shopping.yahoo.co.jp", "https://login.yahoo.co.jp"),
        # Not in the catalogue, and looked for all the same.
        ("www.library.example", "www.library.example", "https://library.example"),
        ("localhost:8080", "localhost", "http://localhost:8080"),
    ],
)
def test_any_service_can_be_named_by_its_host(
    torimodosu: Commands, tmp_path: Path, named: str, service: str, origin: str
) -> None:
    others = [
        Login(page=f"{other}/", realm=f"{other}/", modified=OLD.modified)
        for other in (SITE, "https://login.yahoo.co.jp", "https://library.example")
        if other != origin
    ]
    mine = Login(page=f"{origin}/", realm=f"{origin}/", modified=OLD.modified)
    write_logins(tmp_path / CHROME / "Login Data", [*others, mine])
    arguments = ("--reset-at", RESET_AT, "--home", tmp_path, "--json")
    done = torimodosu("signin", "scan", "--service", named, *arguments)
    assert [row["origin"] for row in done.rows] == [origin]
    assert done.summary["service"] == service


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--service", "amazon"), "'amazon' is no host"),
        (("--service", ""), "is no host"),
        (("--service", "two words"), "is no host"),
        ((*SCAN[2:4], "--reset-at", "2026-11-20"), "lacks the time of day"),
        ((*SCAN[2:4], "--reset-at", "yesterday"), "is not a time"),
        ((*SCAN[2:4], "--reset-at", "2026-13-20T10:00"), "is not a time"),
        ((*SCAN[2:4], "--home", ""), "an empty name is no path"),
        ((*SCAN[2:4], "--home", "/not/there"), "is not a folder"),
        ((*SCAN[2:4], "--home", __file__), "is not a folder"),
        ((*SCAN[2:4], "--home", "x" * 5000), "cannot be looked at"),
        ((), "--service"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line(
    torimodosu: Commands, arguments: tuple[str, ...], words: str
) -> None:
    done = torimodosu("signin", "scan", *arguments)
    assert (done.status, done.out) == (2, "")
    assert words in plain_line(done)


@pytest.mark.parametrize(
    ("time", "shown"),
    [
        (RESET_AT, "2026-11-20T19:42:00+09:00"),
        ("2026-11-20T10:42:00Z", "2026-11-20T10:42:00+00:00"),
        ("2026-11-20 19:42:30.5+09:00", "2026-11-20T19:42:30.500000+09:00"),
    ],
)
def test_the_time_of_the_reset_may_be_written_in_any_zone(
    torimodosu: Commands, tmp_path: Path, time: str, shown: str
) -> None:
    scan = (*SCAN[:4], "--reset-at", time, "--home", tmp_path, "--json")
    assert torimodosu(*scan).summary["reset_at"] == shown


def test_a_time_without_a_zone_is_meant_as_the_clocks_here_show_it(
    tmp_path: Path,
) -> None:
    scan = (*SCAN[:4], "--reset-at", "2026-07-20T19:42", "--home", tmp_path, "--json")
    done = start(*scan, TZ="Europe/Berlin", HOME=str(tmp_path))
    assert done.summary["reset_at"] == "2026-07-20T19:42:00+02:00"


def test_the_home_of_the_user_is_looked_at_unless_another_is_named(
    tmp_path: Path,
) -> None:
    write_logins(tmp_path / "settings/google-chrome/Default/Login Data", [OLD])
    environment = {
        "HOME": str(tmp_path),
        "USERPROFILE": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "settings"),
    }
    done = start(*SCAN, "--json", **environment)
    assert [row["finding"] for row in done.rows] == ["stale"]
    named = start(*SCAN, "--home", tmp_path, "--json", **environment)
    assert list(named.rows) == []
