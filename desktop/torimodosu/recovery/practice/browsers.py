"""The browser profiles: metadata of saved logins, and never a password.

The columns of Chromium's database (version 43) and the fields of Firefox's file are
those that the browsers themselves write; where they hold something encrypted, here
stand words that are plainly none.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from torimodosu.recovery.practice.files import PracticeDatabase, PracticeFile
from torimodosu.recovery.practice.letter import JAPAN, VICTIM, in_japan

_CHROMIUM = "home/.config/chromium"
# Where the login lies that is older than the reset, and what it is saved for.
STALE_STORE = f"{_CHROMIUM}/Default/Login Data"
STALE_REALM = "https://www.amazon.co.jp/"
_FIREFOX = "home/.config/mozilla/firefox"
_FOX_PROFILE = "practice1.default-esr"
_NO_PASSWORD = "practice: no password here"  # noqa: S105 -- says that there is none
_SINCE_1601 = timedelta(seconds=11_644_473_600)

_SCHEMA = """
PRAGMA page_size = 2048;
CREATE TABLE meta (key LONGVARCHAR NOT NULL UNIQUE PRIMARY KEY, value LONGVARCHAR);
INSERT INTO meta VALUES ('version', '43'), ('last_compatible_version', '40');
CREATE TABLE logins (
  origin_url VARCHAR NOT NULL, action_url VARCHAR, username_element VARCHAR,
  username_value VARCHAR, password_element VARCHAR, password_value BLOB,
  submit_element VARCHAR, signon_realm VARCHAR NOT NULL,
  date_created INTEGER NOT NULL, blacklisted_by_user INTEGER NOT NULL,
  scheme INTEGER NOT NULL, password_type INTEGER, times_used INTEGER,
  form_data BLOB, display_name VARCHAR, icon_url VARCHAR, federation_url VARCHAR,
  skip_zero_click INTEGER, generation_upload_status INTEGER,
  possible_username_pairs BLOB, id INTEGER PRIMARY KEY AUTOINCREMENT,
  date_last_used INTEGER NOT NULL DEFAULT 0, moving_blocked_for BLOB,
  date_password_modified INTEGER NOT NULL DEFAULT 0, sender_email VARCHAR,
  sender_name VARCHAR, date_received INTEGER,
  sharing_notification_displayed INTEGER NOT NULL DEFAULT 0,
  keychain_identifier BLOB, sender_profile_image_url VARCHAR,
  date_last_filled INTEGER NOT NULL DEFAULT 0,
  actor_login_approved INTEGER NOT NULL DEFAULT 0,
  UNIQUE (origin_url, username_element, username_value, password_element, signon_realm)
);
CREATE INDEX logins_signon ON logins (signon_realm);
CREATE TABLE stats (
  origin_domain VARCHAR NOT NULL, username_value VARCHAR, dismissal_count INTEGER,
  update_time INTEGER NOT NULL, UNIQUE (origin_domain, username_value)
);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Login:
    page: str
    created: datetime
    modified: datetime
    used: datetime
    times: int


# Saved ten years ago and never brought up to date: older than the reset of Friday.
_IN_CHROMIUM = (
    _Login(
        page="https://www.amazon.co.jp/ap/signin",
        created=datetime(2016, 4, 3, 20, 11, tzinfo=JAPAN),
        modified=datetime(2016, 4, 3, 20, 11, tzinfo=JAPAN),
        used=in_japan(20, 21, 4),
        times=212,
    ),
    _Login(
        page="https://library.example/login",
        created=datetime(2024, 9, 1, 10, 0, tzinfo=JAPAN),
        modified=datetime(2025, 9, 2, 8, 30, tzinfo=JAPAN),
        used=in_japan(15, 12, 20),
        times=31,
    ),
)
# Typed by hand into the other browser, where it worked.
_IN_FIREFOX = (
    _Login(
        page="https://www.amazon.co.jp",
        created=in_japan(21, 18, 2),
        modified=in_japan(21, 18, 2),
        used=in_japan(21, 18, 2),
        times=1,
    ),
)


def browser_files() -> Iterator[PracticeFile | PracticeDatabase]:
    """Yield a profile of Chromium with a stale login, and one of Firefox."""
    profile = {"name": "ユーザー1", "is_using_default_name": True}
    state = {"profile": {"info_cache": {"Default": profile}, "last_used": "Default"}}
    yield _json(f"{_CHROMIUM}/Local State", state, "Chromium")
    yield _json(
        f"{_CHROMIUM}/Default/Preferences",
        {"profile": {"name": "ユーザー1"}},
        "Chromium",
    )
    yield PracticeDatabase(
        path=STALE_STORE,
        script=_SCHEMA + "\n".join(map(_insert, _IN_CHROMIUM)),
        told="Chromiumの保存済みログイン / saved logins of Chromium",
    )
    yield PracticeFile(
        path=f"{_FIREFOX}/profiles.ini",
        content=f"""[Install0123456789ABCDEF]
Default={_FOX_PROFILE}
Locked=1

[Profile0]
Name=default-esr
IsRelative=1
Path={_FOX_PROFILE}

[General]
StartWithLastProfile=1
Version=2
""".encode(),
        told="Firefoxのプロファイル / profile of Firefox",
    )
    logins = [_entry(place, login) for place, login in enumerate(_IN_FIREFOX, start=1)]
    yield _json(
        f"{_FIREFOX}/{_FOX_PROFILE}/logins.json",
        {"nextId": len(logins) + 1, "logins": logins, "version": 3},
        "Firefoxの保存済みログイン / saved logins of Firefox",
    )


def _json(path: str, value: object, told: str) -> PracticeFile:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return PracticeFile(path=path, content=f"{text}\n".encode(), told=told)


def _insert(login: _Login) -> str:
    """Return the SQL that adds *login*; all of its values are fixed in this module."""
    realm = "/".join(login.page.split("/")[:3]) + "/"
    texts = (login.page, login.page, "email", VICTIM.address, "password")
    quoted = ", ".join(f"'{text}'" for text in texts)
    times = ", ".join(
        str(_webkit(t)) for t in (login.created, login.used, login.modified)
    )
    return f"""INSERT INTO logins (
  origin_url, action_url, username_element, username_value, password_element,
  password_value, submit_element, signon_realm, blacklisted_by_user, scheme,
  password_type, times_used, date_created, date_last_used, date_password_modified
) VALUES (
  {quoted}, CAST('{_NO_PASSWORD}' AS BLOB), '', '{realm}',
  0, 0, 0, {login.times}, {times}
);"""  # noqa: S608 -- nothing in it comes from outside


def _entry(place: int, login: _Login) -> dict[str, object]:
    return {
        "id": place,
        "hostname": login.page,
        "httpRealm": None,
        "formSubmitURL": login.page,
        "usernameField": "email",
        "passwordField": "password",
        "encryptedUsername": _NO_PASSWORD,
        "encryptedPassword": _NO_PASSWORD,
        "guid": f"{{00000000-0000-4000-8000-{place:012}}}",
        "encType": 1,
        "timeCreated": _milliseconds(login.created),
        "timeLastUsed": _milliseconds(login.used),
        "timePasswordChanged": _milliseconds(login.modified),
        "timesUsed": login.times,
    }


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp()) * 1_000


def _webkit(moment: datetime) -> int:
    """Return *moment* as Chromium counts: microseconds since 1601."""
    return (int(moment.timestamp()) + int(_SINCE_1601.total_seconds())) * 1_000_000
