"""Exports of real programs, with the logins that they hold."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from torimodosu.adapters.password_files import read_password_file
from torimodosu.recovery.passwords.exports.outcome import (
    ExportError,
    ExportTrouble,
    Form,
)
from torimodosu.recovery.passwords.exports.reading import read_exports
from torimodosu.recovery.passwords.login import ExportedLogin

CORPORA = Path(__file__).parents[4].parent / "shared" / "corpora"
PASS = CORPORA / "pass-import/tests/assets"
KEEPASSXC = CORPORA / "keepassxc/tests/data"
BUTTERCUP = CORPORA / "buttercup-importer/test/resources"

Told = tuple[str, str, str]


def present(path: Path) -> Path:
    if not path.exists():
        pytest.skip(f"corpora not present: ../shared/corpora, {path.name}")
    return path


def logins(path: Path, key: str = "") -> tuple[ExportedLogin, ...]:
    return read_exports(read_password_file(present(path)), key=key).logins


def told(login: ExportedLogin) -> Told:
    return (login.site, login.username, login.password)


def references(name: str) -> Iterator[Mapping[str, str]]:
    """Yield the expected entries, which stand in a simple part of YAML."""
    text = present(PASS / "references" / name).read_text("utf-8")
    for block in text.split("\n- ")[1:]:
        pairs = (line.strip().partition(": ") for line in block.splitlines())
        yield {key: unquoted(value) for key, _, value in pairs}


def unquoted(value: str) -> str:
    if value.startswith('"'):
        return value[1:-1].replace(r"\"", '"').replace(r"\\", "\\")
    return value.strip("'")


def expected(name: str) -> set[Told]:
    return {
        (one.get("url") or one["title"], one.get("login", ""), one["password"])
        for one in references(name)
        if one.get("password")
    }


@pytest.mark.parametrize(
    "name",
    [
        *("1password.csv", "1password4.csv", "1password8.csv", "bitwarden-org.csv"),
        *("bitwarden-org.json", "bitwarden.csv", "bitwarden.json", "chrome.csv"),
        *("chromesqlite.csv", "keepass.csv"),
    ],
)
def test_every_login_of_an_export_is_read(name: str) -> None:
    read = read_exports(read_password_file(present(PASS / "db" / name)))
    assert {told(login) for login in read.logins} == expected("main.yml")
    assert len(read.without_password) == 1
    assert len(read.others) == 2
    assert read.damaged == ()


@pytest.mark.parametrize("name", ["firefox.csv", "apple-keychain.txt"])
def test_a_program_without_titles_or_paths_loses_no_login(name: str) -> None:
    read = read_exports(read_password_file(present(PASS / "db" / name)))
    assert {told(login)[1:] for login in read.logins} == {
        entry[1:] for entry in expected("main.yml")
    }
    assert all(login.modified is not None for login in read.logins)
    assert len(read.without_password) == 1


def test_cards_identities_and_notes_are_no_logins() -> None:
    read = read_exports(read_password_file(present(PASS / "db/bitwarden-other.json")))
    assert {told(login) for login in read.logins} == expected("bitwarden-other.yml")
    assert read.others == (2, 3, 4, 5)


def test_notes_in_a_keychain_are_no_logins() -> None:
    with pytest.raises(ExportError) as caught:
        logins(PASS / "db/apple-keychain-note.txt")
    assert caught.value.trouble is ExportTrouble.NO_LOGINS


def test_a_password_used_at_four_sites_is_read_four_times() -> None:
    read = logins(BUTTERCUP / "lastpass.csv")
    assert len({login.site for login in read}) == 4
    assert len({login.password for login in read}) == 1


def test_a_pack_of_1password_holds_its_logins() -> None:
    read = read_exports(read_password_file(present(KEEPASSXC / "1PasswordExport.1pux")))
    assert read.form is Form.ONEPASSWORD
    assert ("https://keepassxc.org", "team@keepassxc.org") in {
        (login.site, login.username) for login in read.logins
    }
    assert "UUID 005 Password" in {login.site for login in read.logins}


@pytest.mark.parametrize("path", ["bitwarden_export.json", "NewDatabase.xml"])
def test_an_export_that_keepassxc_reads_is_read(path: str) -> None:
    assert logins(KEEPASSXC / path)


def test_a_file_of_keepass_is_opened_by_its_password() -> None:
    assert logins(KEEPASSXC / "NewDatabase.kdbx", key="a")


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        ("NewDatabase.kdbx", ExportTrouble.NEEDS_KEY),
        ("Format200.kdbx", ExportTrouble.NEEDS_KEY),
        ("basic.kdb", ExportTrouble.ENCRYPTED),
        ("id_rsa-encrypted-asn1", ExportTrouble.NOT_AN_EXPORT),
        ("FileKeyHex.key", ExportTrouble.NOT_AN_EXPORT),
        ("BrokenNoEntryUuid.xml", ExportTrouble.NO_LOGINS),
    ],
)
def test_what_cannot_be_read_says_why(name: str, trouble: ExportTrouble) -> None:
    with pytest.raises(ExportError) as caught:
        logins(KEEPASSXC / name)
    assert caught.value.trouble is trouble


@pytest.mark.parametrize("folder", [PASS / "db", KEEPASSXC, BUTTERCUP])
def test_every_file_gives_logins_or_a_trouble(folder: Path) -> None:
    for path in sorted(present(folder).iterdir()):
        try:
            assert all(login.password for login in logins(path, key="another"))
        except ExportError as error:
            assert error.trouble in ExportTrouble  # noqa: PT017 -- either will do
