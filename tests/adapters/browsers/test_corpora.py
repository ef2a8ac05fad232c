"""Lists of logins that browsers themselves wrote, or that their own tests read."""

import json
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.adapters.browsers.looking import logins, look, reads
from torimodosu.recovery.signin.profile import StoreNotCovered
from torimodosu.recovery.signin.saved_login import SavedLogin

CORPORA = Path(__file__).parents[4] / "shared" / "corpora"


def corpus(name: str) -> Path:
    folder = CORPORA / name
    if not folder.is_dir():
        pytest.skip(f"corpora not present: ../shared/corpora/{name}")
    return folder


def hosts(found: list[SavedLogin]) -> Counter[str]:
    return Counter(str(urlsplit(login.origin).hostname) for login in found)


@pytest.mark.parametrize("is_made_here", [True, False])
def test_the_list_of_chromium_is_read_to_its_end(
    tmp_path: Path, *, is_made_here: bool
) -> None:
    folder = corpus("chromium-login-db")
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    facts = expected["login_db_v43.sql"]
    store = tmp_path / ".config/chromium/Default/Login Data"
    store.parent.mkdir(parents=True)
    if is_made_here:
        with closing(sqlite3.connect(store)) as database:
            database.executescript((folder / "login_db_v43.sql").read_text("utf-8"))
    else:
        shutil.copyfile(folder / "Login Data v43", store)
    found = logins(tmp_path, lambda _: True)
    assert len(found) == facts["logins"]
    assert hosts(list(found)) == facts["sites"]
    assert {login.created and login.created.year for login in found} == {2014}
    assert all(login.modified for login in found)


def test_the_profiles_of_firefox_are_read_with_and_without_a_primary_password(
    tmp_path: Path,
) -> None:
    folder = corpus("firefox_decrypt") / "tests" / "test_data"
    shutil.copytree(folder, tmp_path / ".mozilla" / "firefox")
    found = {read.profile.name: read.logins for read in reads(tmp_path, lambda _: True)}
    listed = json.loads(
        (folder / "test_profile_firefox_59" / "logins.json").read_text("utf-8")
    )
    expected = len(listed["logins"])
    assert {name: len(logins) for name, logins in found.items()} == dict.fromkeys(
        ["firefox_46", "firefox_nopassword_46", "firefox_59", "firefox_nopassword_59"],
        expected,
    )
    entries = [entry for entries in found.values() for entry in entries]
    assert {entry.origin for entry in entries} == {"https://github.com"}
    assert {entry.username for entry in entries} == {None}
    told = [f for f in look(tmp_path, lambda _: True) if isinstance(f, StoreNotCovered)]
    assert {(f.part.value, f.trouble.value) for f in told} == {
        ("user_names", "encrypted")
    }
    assert len(told) == len(found)
