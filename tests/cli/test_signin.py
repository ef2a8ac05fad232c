from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.running import Commands, plain_line, start
from tests.data.browser_profiles import (
    SECRET,
    SITE,
    Cookie,
    Dismissal,
    Login,
    write_cookies,
    write_firefox_logins,
    write_json,
    write_logins,
    write_permissions,
)

RESET_AT = "2026-11-20T19:42+09:00"
RESET = datetime.fromisoformat(RESET_AT).astimezone(UTC)
OLD = Login(modified=RESET - timedelta(minutes=1), last_used=RESET, times_used=212)
NEW = Login(modified=RESET + timedelta(minutes=1))
CHROME = ".config/google-chrome/Default"
FIREFOX = ".mozilla/firefox/ab12cd34.default-release"

_NO_DATE = datetime(1601, 1, 1, tzinfo=UTC)

FIELDS = {
    *("browser", "profile", "store", "origin", "username", "created", "modified"),
    *("last_used", "last_filled", "times_used", "finding", "advice"),
}
SCAN = ("signin", "scan", "--service", "amazon.co.jp", "--reset-at", RESET_AT)


def test_the_stale_login_of_the_practice_incident_is_found(
    torimodosu: Commands, practice: Path
) -> None:
    done = torimodosu(*SCAN, "--home", practice / "home", "--json")
    assert (done.status, done.err) == (1, "")
    assert all(row.keys() >= FIELDS for row in done.rows)
    assert [(row["browser"], row["finding"]) for row in done.rows] == [
        ("chromium", "stale"),
        ("firefox", "fresh"),
    ]
    assert done.summary["conflict"] is True
    assert done.summary["browsers"] == ["chromium", "firefox"]
    assert len(done.summary["covered"]) == 2
    assert done.summary["not_covered"] == []


def test_a_line_tells_what_the_contract_says(
    torimodosu: Commands, tmp_path: Path
) -> None:
    write_logins(tmp_path / CHROME / "Login Data", [OLD])
    write_json(
        tmp_path / ".config/google-chrome/Local State",
        {"profile": {"info_cache": {"Default": {"name": "太郎"}}}},
    )
    (row,) = torimodosu(*SCAN, "--home", tmp_path, "--json").rows
    assert row == {
        "browser": "chrome",
        "channel": "",
        "profile": "太郎",
        "folder": str(tmp_path / CHROME),
        "store": "device",
        "origin": SITE,
        "page": "/ap/signin",
        "username": "taro@example.jp",
        "created": "2014-03-01T12:00:00+00:00",
        "modified": "2026-11-20T10:41:00+00:00",
        "last_used": "2026-11-20T10:42:00+00:00",
        "last_filled": None,
        "times_used": 212,
        "finding": "stale",
        "advice": ["remove_entry", "update_entry"],
        "filled_first": True,
        "why_first": "only_one",
    }


def test_every_finding_has_its_word(torimodosu: Commands, tmp_path: Path) -> None:
    twin = Login(page=f"{SITE}/ap/forgot", modified=NEW.modified, last_used=RESET)
    never = Login(page=f"{SITE}/x", username="", is_never_save=True)
    dateless = Login(page=f"{SITE}/y", username="hanako", created=_NO_DATE)
    write_logins(
        tmp_path / CHROME / "Login Data",
        [OLD, Login(page=f"{SITE}/z", modified=NEW.modified), twin, never, dateless],
    )
    done = torimodosu(*SCAN, "--home", tmp_path, "--json")
    assert {row["page"]: row["finding"] for row in done.rows} == {
        "/ap/signin": "stale",
        "/ap/forgot": "fresh",
        "/z": "duplicate",
        "/x": "never_save",
        "/y": "unknown_age",
    }


@pytest.mark.parametrize(
    ("logins", "conflict", "status"),
    [([OLD], True, 1), ([NEW], False, 0), ([], False, 0), ([NEW, OLD], True, 1)],
)
def test_all_is_well_only_where_nothing_is_stale(
    torimodosu: Commands,
    tmp_path: Path,
    logins: list[Login],
    conflict: bool,  # noqa: FBT001 -- the answer, not a switch
    status: int,
) -> None:
    pages = [f"{SITE}/{place}" for place in range(len(logins))]
    write_logins(
        tmp_path / CHROME / "Login Data",
        [
            Login(page=page, modified=login.modified)
            for page, login in zip(pages, logins, strict=True)
        ],
    )
    done = torimodosu(*SCAN, "--home", tmp_path, "--json")
    assert done.summary["conflict"] is conflict
    assert done.status == status


def test_without_the_time_of_the_reset_nothing_is_called_fine(
    torimodosu: Commands, tmp_path: Path
) -> None:
    write_logins(tmp_path / CHROME / "Login Data", [NEW])
    done = torimodosu(*SCAN[:4], "--home", tmp_path, "--json")
    (row,) = done.rows
    assert (row["finding"], row["advice"]) == ("unknown_age", ["tell_reset_time"])
    assert done.summary["conflict"] is None
    assert done.summary["reset_at"] is None
    assert done.status == 1


def test_a_store_that_cannot_be_read_is_one_sentence(
    torimodosu: Commands, tmp_path: Path
) -> None:
    write_logins(tmp_path / CHROME / "Login Data", [NEW])
    broken = tmp_path / ".config/chromium/Default/Login Data"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"no database" * 999)
    done = torimodosu(*SCAN, "--home", tmp_path, "--json")
    (missed,) = done.summary["not_covered"]
    assert (missed["what"], missed["why"]) == (str(broken), "damaged")
    assert (missed["browser"], missed["part"]) == ("chromium", "logins")
    assert missed["advice"].endswith(".")
    assert done.summary["covered"] == [str(tmp_path / CHROME)]
    assert done.summary["conflict"] is None
    assert done.status == 1
    shown = torimodosu(*SCAN, "--home", tmp_path)
    assert f"not_covered: {broken}: {missed['advice']}" in shown.out


def test_a_folder_without_a_browser_proves_nothing(
    torimodosu: Commands, tmp_path: Path
) -> None:
    done = torimodosu(*SCAN, "--home", tmp_path, "--json")
    (missed,) = done.summary["not_covered"]
    assert (missed["what"], missed["why"]) == (str(tmp_path), "no_browser")
    assert done.summary["conflict"] is None
    assert done.status == 1


def test_encrypted_names_are_told_where_entries_must_be_told_apart(
    torimodosu: Commands, tmp_path: Path
) -> None:
    write_firefox_logins(tmp_path / FIREFOX / "logins.json", [NEW])
    done = torimodosu(*SCAN, "--home", tmp_path, "--json")
    assert (done.status, done.summary["not_covered"]) == (0, [])
    assert [row["username"] for row in done.rows] == [None]
    write_firefox_logins(tmp_path / FIREFOX / "logins.json", [NEW, NEW])
    done = torimodosu(*SCAN, "--home", tmp_path, "--json")
    (missed,) = done.summary["not_covered"]
    assert (missed["why"], missed["part"]) == ("encrypted", "user_names")
    assert done.summary["conflict"] is False
    assert "whose an entry is" in missed["advice"]


def test_what_lies_beside_the_logins_is_told_without_values(
    torimodosu: Commands, tmp_path: Path
) -> None:
    write_logins(
        tmp_path / CHROME / "Login Data", [OLD], dismissals=[Dismissal(times=4)]
    )
    write_cookies(
        tmp_path / CHROME / "Network/Cookies",
        [Cookie(host=".amazon.co.jp", name="session-id")],
    )
    done = torimodosu(*SCAN, "--home", tmp_path, "--json")
    (profile,) = done.summary["profiles"]
    (dismissed,) = profile["dismissed"]
    assert (dismissed["origin"], dismissed["times"]) == (SITE, 4)
    (site,) = profile["site_data"]
    assert (site["host"], site["cookies"]) == ("amazon.co.jp", 1)
    assert site["names"] == ["session-id"]
    assert SECRET not in done.out
    shown = torimodosu(*SCAN, "--home", tmp_path)
    assert SECRET not in shown.out
    assert "2026-11-20 19:41" in shown.out or "2026-11-20 10:41" in shown.out


def test_a_never_save_mark_of_firefox_is_listed(
    torimodosu: Commands, tmp_path: Path
) -> None:
    write_firefox_logins(tmp_path / FIREFOX / "logins.json", [])
    write_permissions(tmp_path / FIREFOX / "permissions.sqlite", {SITE: RESET})
    done = torimodosu(*SCAN, "--home", tmp_path, "--json")
    assert [row["finding"] for row in done.rows] == ["never_save"]
    assert (done.status, done.summary["conflict"]) == (0, False)


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


def test_names_of_strangers_cannot_write_to_the_terminal(
    torimodosu: Commands, tmp_path: Path
) -> None:
    write_logins(
        tmp_path / CHROME / "Login Data",
        [Login(username="\x1b[2Jtaro\u202e", modified=OLD.modified)],
    )
    shown = torimodosu(*SCAN, "--home", tmp_path)
    assert "\x1b" not in shown.out
    assert "\u202e" not in shown.out
    (row,) = torimodosu(*SCAN, "--home", tmp_path, "--json").rows
    assert row["username"] == "\x1b[2Jtaro\u202e"
