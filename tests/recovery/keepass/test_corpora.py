"""Files of real programs, with what they hold."""

from pathlib import Path

import pytest

from torimodosu.recovery.keepass.fault import KeePassError, KeePassProblem
from torimodosu.recovery.keepass.reading import read_entries

CORPORA = Path(__file__).parents[3].parent / "shared" / "corpora"
XC = CORPORA / "keepassxc" / "tests" / "data"
STRATUM = CORPORA / "stratum" / "Stratum.Test" / "data"
BUTTERCUP = CORPORA / "buttercup-importer" / "test" / "resources"


def content(path: Path) -> bytes:
    if not path.exists():
        pytest.skip(f"corpora not present: ../shared/corpora, {path.name}")
    return path.read_bytes()


@pytest.mark.parametrize(
    ("name", "password", "titles"),
    [
        ("Format200.kdbx", "a", ["Sample Entry"]),
        ("NewDatabase.kdbx", "a", ["Sample Entry", "Subgroup Entry"]),
        ("ProtectedStrings.kdbx", "masterpw", ["Sample Entry"]),
    ],
)
def test_the_files_of_keepassxc_are_read(
    name: str, password: str, titles: list[str]
) -> None:
    entries = read_entries(content(XC / name), password)
    assert [entry.title for entry in entries] == titles
    assert all(entry.password and entry.modified for entry in entries)


def test_fields_are_uncovered_in_their_order() -> None:
    (entry,) = read_entries(content(XC / "ProtectedStrings.kdbx"), "masterpw")
    fields = {name: entry.fields[name] for name in ("TestProtected", "TestUnprotected")}
    assert fields == {"TestProtected": "ABC", "TestUnprotected": "DEF"}
    assert entry.password == "ProtectedPassword"  # noqa: S105


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("keepass.aes256.argon2d.kdbx", 9),
        ("keepass.chacha20.argon2d.kdbx", 9),
        ("keepass.norecyclebin.kdbx", 9),
        ("keepass.kdbx3.kdbx", 0),
    ],
)
def test_each_cipher_and_version_is_read(name: str, count: int) -> None:
    assert len(read_entries(content(STRATUM / name), "test")) == count


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        (STRATUM / "keepass.twofish.argon2d.kdbx", KeePassProblem.OTHER_CIPHER),
        (XC / "basic.kdb", KeePassProblem.OTHER_VERSION),
        # They have a key file, which nobody asks for here.
        (XC / "FileKeyXmlV2.kdbx", KeePassProblem.WRONG_KEY),
        (BUTTERCUP / "test-archive-keyfile-kdbx4.kdbx", KeePassProblem.WRONG_KEY),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_what_is_not_opened_says_why(path: Path, problem: KeePassProblem) -> None:
    with pytest.raises(KeePassError) as caught:
        read_entries(content(path), "test")
    assert caught.value.problem is problem
