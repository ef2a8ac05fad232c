from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.running import Commands
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
BEFORE = RESET - timedelta(minutes=1)
OLD = Login(modified=BEFORE, last_used=RESET, times_used=212)
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
    assert [(row["username"], row["page"]) for row in done.rows] == [(None, None)]
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
    assert f"{BEFORE.astimezone():%Y-%m-%d %H:%M}" in shown.out


def test_a_never_save_mark_of_firefox_is_listed(
    torimodosu: Commands, tmp_path: Path
) -> None:
    write_firefox_logins(tmp_path / FIREFOX / "logins.json", [])
    write_permissions(tmp_path / FIREFOX / "permissions.sqlite", {SITE: RESET})
    done = torimodosu(*SCAN, "--home", tmp_path, "--json")
    assert [row["finding"] for row in done.rows] == ["never_save"]
    assert (done.status, done.summary["conflict"]) == (0, False)


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


def test_people_are_not_shown_what_is_for_programs(
    torimodosu: Commands, practice: Path
) -> None:
    shown = torimodosu(*SCAN, "--home", practice / "home")
    assert "conflict: yes" in shown.out
    assert "profiles:" not in shown.out
