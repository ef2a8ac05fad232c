import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.keepass.keepassxc import PASSWORD, told
from torimodosu.recovery.keepass.fault import KeePassError, KeePassProblem
from torimodosu.recovery.keepass.key_derivation import USUAL_COST, Cost
from torimodosu.recovery.keepass.reading import read_entries
from torimodosu.recovery.keepass.writing import Lock, NewEntry, write_file

AT = datetime(2026, 4, 1, 21, 15, 30, tzinfo=UTC)
# A test tries many passwords, and none of them guards anything.
CHEAP = Cost(memory=64, passes=1, lanes=1)

SHOP = NewEntry(
    open={"Title": "アマゾン <&>", "UserName": "taro@example.jp"},
    hidden={
        "Password": " a\tb\n'\"c ",
        "otp": "otpauth://totp/x?secret=JBSWY3DPEHPK3PXP",
    },
)
PLAIN = NewEntry(open={"Title": "Plain"}, hidden={"Password": "second"})


def written(
    entries: Sequence[NewEntry], password: str = PASSWORD, cost: Cost = CHEAP
) -> bytes:
    lock = Lock(password=password, chance=secrets.token_bytes, cost=cost)
    return write_file(entries, lock, name="取り戻す", at=AT)


def test_what_was_written_is_read_back() -> None:
    first, second = read_entries(written([SHOP, PLAIN]), PASSWORD)
    assert first.fields == {**SHOP.open, **SHOP.hidden}
    assert second.fields == {**PLAIN.open, **PLAIN.hidden}
    assert (first.modified, first.groups) == (AT, ("取り戻す",))


def test_two_files_of_the_same_have_nothing_in_common_but_their_form() -> None:
    one, other = written([SHOP]), written([SHOP])
    assert one != other
    same = sum(a == b for a, b in zip(one[300:], other[300:], strict=False))
    assert same < len(one) / 10


def test_nothing_of_it_shows_without_the_password() -> None:
    raw = written([SHOP])
    for text in (*SHOP.open.values(), *SHOP.hidden.values(), PASSWORD):
        assert text.encode() not in raw
    with pytest.raises(KeePassError) as caught:
        read_entries(raw, "another")
    assert caught.value.problem is KeePassProblem.WRONG_KEY


def test_neither_an_entry_nor_a_lock_shows_what_it_holds() -> None:
    lock = Lock(password=PASSWORD, chance=secrets.token_bytes)
    assert PASSWORD not in repr(lock)
    assert "JBSWY3DPEHPK3PXP" not in repr(SHOP)


def test_what_is_larger_than_a_block_is_whole() -> None:
    note = secrets.token_hex(2**20)  # which can't be made smaller than a half
    entries = [NewEntry(open={"Title": note}, hidden={"Password": note})] * 2
    assert [e.password for e in read_entries(written(entries), PASSWORD)] == [note] * 2


@given(
    st.lists(
        st.tuples(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20)),
        max_size=4,
    )
)
def test_any_text_survives_where_it_is_hidden(rows: list[tuple[str, str, str]]) -> None:
    entries = [
        NewEntry(open={"Title": title}, hidden={"Password": password, "otp": code})
        for title, password, code in rows
    ]
    read = read_entries(written(entries), PASSWORD)
    assert [(e.password, e.fields["otp"]) for e in read] == [r[1:] for r in rows]
    for entry, (title, _, _) in zip(read, rows, strict=True):
        # XML has no place for control characters.
        pairs = zip(title, entry.title, strict=True)
        assert all(after in (before, "\ufffd") for before, after in pairs)


def test_keepassxc_opens_what_was_written(tmp_path: Path) -> None:
    file = tmp_path / "backup.kdbx"
    file.write_bytes(written([SHOP, PLAIN], cost=USUAL_COST))
    assert told("ls", file).splitlines() == ["アマゾン <&>", "Plain"]
    shown = told("show", "-s", "-a", "UserName", "-a", "otp", file, "アマゾン <&>")
    assert shown.splitlines() == ["taro@example.jp", SHOP.hidden["otp"]]
    password = told("show", "-s", "-a", "Password", file, "アマゾン <&>")
    assert password.removesuffix("\n") == SHOP.hidden["Password"]
    about = told("db-info", file)
    assert "Argon2id (10 rounds, 65536 KB)" in about
    assert "ChaCha20 256-bit" in about


def test_what_keepassxc_writes_is_read(tmp_path: Path) -> None:
    file = tmp_path / "own.kdbx"
    told("db-create", "-p", "-t", "100", file, typed=f"{PASSWORD}\n{PASSWORD}")
    told(
        *("add", "-u", "taro", "--url", "https://shop.example/", "-p", file, "買い物"),
        typed=f"{PASSWORD}\nmade up 1",
    )
    told("mkdir", file, "Group")
    told("add", "-p", file, "Group/<deep>", typed=f"{PASSWORD}\nmade up 2")
    told("add", "-p", file, "thrown away", typed=f"{PASSWORD}\nmade up 3")
    told("rm", file, "thrown away")
    shop, deep = read_entries(file.read_bytes(), PASSWORD)
    assert (shop.title, shop.username, shop.password, shop.url) == (
        *("買い物", "taro"),
        *("made up 1", "https://shop.example/"),
    )
    assert (deep.password, deep.groups) == ("made up 2", ("Passwords", "Group"))
    assert shop.modified is not None


def test_keepassxc_changes_a_file_that_was_written_here(tmp_path: Path) -> None:
    file = tmp_path / "backup.kdbx"
    file.write_bytes(written([PLAIN]))
    told("edit", "-u", "hanako", "-p", file, "Plain", typed=f"{PASSWORD}\nthird")
    (entry,) = read_entries(file.read_bytes(), PASSWORD)
    assert (entry.username, entry.password) == ("hanako", "third")
