import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from torimodosu.adapters.mailboxes import FileMailboxes
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.practice_writer import (
    FolderNotEmptyError,
    remove_stale_login,
    write_practice,
)
from torimodosu.recovery.evidence.wanted import wanted_for
from torimodosu.recovery.mail.reader import read_message
from torimodosu.recovery.mail.search import Covered, Found, NotCovered, PassedOver
from torimodosu.recovery.practice.browsers import STALE_STORE
from torimodosu.recovery.practice.expected import expected
from torimodosu.recovery.practice.files import PracticeFile
from torimodosu.recovery.practice.incident import MAIL_FOLDER, practice_files
from torimodosu.recovery.practice.mailbox import all_letters
from torimodosu.recovery.practice.shop_mail import SHOP
from torimodosu.resources import resource

WRITE = """
import sys
from pathlib import Path
from torimodosu.adapters.practice_writer import write_practice
from torimodosu.recovery.practice.incident import practice_files
write_practice(Path(sys.argv[1]), practice_files())
"""


class Patience:
    def report(self, done: int, total: int) -> None:
        pass


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_file_is_written_and_told_of(tmp_path: Path) -> None:
    written = write_practice(tmp_path / "new" / "practice", practice_files())
    assert {path for path, _ in written} == _digests(
        tmp_path / "new" / "practice"
    ).keys()
    assert all(told for _, told in written)


def test_another_run_elsewhere_writes_the_same_bytes(tmp_path: Path) -> None:
    write_practice(tmp_path / "one", practice_files())
    strange = {"PYTHONHASHSEED": "7", "TZ": "America/New_York", "LC_ALL": "C"}
    desktop = Path(__file__).parents[2] / "desktop"
    subprocess.run(
        [sys.executable, "-c", WRITE, str(tmp_path / "two")],
        env={**os.environ, **strange, "PYTHONPATH": str(desktop)},
        check=True,
    )
    assert _digests(tmp_path / "one") == _digests(tmp_path / "two")


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    write_practice(tmp_path, practice_files())
    assert (tmp_path / "README.txt").is_file()


def test_the_saved_login_of_the_shop_is_older_than_the_reset(tmp_path: Path) -> None:
    write_practice(tmp_path, practice_files())
    database = tmp_path / "home/.config/chromium/Default/Login Data"
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute(
            "SELECT signon_realm, username_value, date_password_modified, times_used"
            " FROM logins WHERE origin_url LIKE '%amazon%'"
        ).fetchall()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    year_2017_since_1601 = 13_127_702_400_000_000
    ((realm, user, modified, used),) = rows
    assert (realm, user) == ("https://www.amazon.co.jp/", "midori@sasano.example")
    assert 0 < modified < year_2017_since_1601
    assert used > 0


def test_the_mailbox_reader_finds_every_mail_of_the_shop(tmp_path: Path) -> None:
    write_practice(tmp_path, practice_files())
    wanted = wanted_for(load_catalogue(resource("catalogue")), [SHOP])
    mail = str(tmp_path / MAIL_FOLDER)
    found: set[str] = set()
    messages = 0
    for finding in FileMailboxes().search([mail], wanted, Patience()):
        match finding:
            case Found():
                raw, quoting = finding.raw, finding.quoting
                found.add(read_message(raw, quoting).message_id)
            case Covered():
                messages += finding.messages
            case NotCovered() | PassedOver():
                pytest.fail(f"not covered: {finding}")
    assert messages == expected().mails + expected().copies
    assert found >= {one.message_id for one in all_letters() if one.claims == SHOP}


@pytest.mark.parametrize("name", ["a file", "a folder"])
def test_a_folder_in_use_is_refused_and_left_alone(tmp_path: Path, name: str) -> None:
    if name == "a file":
        (tmp_path / "mine.txt").write_text("mine", "utf-8")
    else:
        (tmp_path / "mine").mkdir()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(FolderNotEmptyError):
        write_practice(tmp_path, practice_files())
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "taken"
    path.write_text("mine", "utf-8")
    with pytest.raises(FolderNotEmptyError):
        write_practice(path, practice_files())
    assert path.read_text("utf-8") == "mine"


def _failing() -> Iterator[PracticeFile]:
    yield PracticeFile(path="mail/one.eml", content=b"1", told="one")
    yield PracticeFile(path="two.txt", content=b"2", told="two")
    yield PracticeFile(path="two.txt/three", content=b"3", told="below a file")


@pytest.mark.parametrize("is_new", [True, False])
def test_an_error_leaves_nothing_half_written(tmp_path: Path, *, is_new: bool) -> None:
    folder = tmp_path / "practice"
    if not is_new:
        folder.mkdir()
    with pytest.raises(OSError, match=r"two\.txt"):
        write_practice(folder, _failing())
    assert list(tmp_path.rglob("*")) == ([] if is_new else [folder])


def test_only_the_stale_login_is_removed(tmp_path: Path) -> None:
    write_practice(tmp_path, practice_files())
    remove_stale_login(tmp_path)
    with closing(sqlite3.connect(tmp_path / STALE_STORE)) as store:
        left = store.execute("SELECT signon_realm FROM logins").fetchall()
    assert left == [("https://library.example/",)]


def test_where_there_is_no_practice_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="Login Data"):
        remove_stale_login(tmp_path)
    assert list(tmp_path.iterdir()) == []
