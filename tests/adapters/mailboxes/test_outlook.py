"""Mails that Outlook saved, among others."""

from pathlib import Path

import pytest

from tests.adapters.mailboxes.writing import (
    FROM_FRIEND,
    covered,
    found,
    search,
    troubles,
)
from tests.recovery.mail.outlook.writing import (
    BODY,
    FILE,
    FILE_NAME,
    HEADERS,
    MAGIC,
    Msg,
    compound,
    msg,
)
from torimodosu.recovery.mail.search import Trouble, Wanted

HEADER = (
    "From: a@other.example\r\nSubject: Hi\r\nDate: Tue, 2 Jan 2018 12:04:05 +0900\r\n"
)
WANTED = msg(
    Msg(
        properties={HEADERS: HEADER, BODY: "みどりや電器でございます。"},
        files=({FILE_NAME: "a.bin", FILE: bytes(9_000)},),
    )
)
OTHER = msg(Msg(properties={HEADERS: HEADER, BODY: "お元気ですか。"}))


@pytest.mark.parametrize("name", ["a.msg", "A.MSG", "without ending", "x.dat"])
def test_a_chosen_one_is_found_by_its_words(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(WANTED)
    findings = search(path)
    assert [one.raw for one in found(findings)] == [WANTED]
    assert troubles(findings) == []
    (told,) = covered(findings)
    assert (told.messages, told.size) == (1, len(WANTED))
    assert told.newest is not None


def test_those_in_a_folder_are_found_among_others(tmp_path: Path) -> None:
    (tmp_path / "a.msg").write_bytes(WANTED)
    (tmp_path / "b.msg").write_bytes(OTHER)
    (tmp_path / "c.eml").write_bytes(FROM_FRIEND)
    (tmp_path / "d.doc").write_bytes(compound({"WordDocument": b"x"}))
    findings = search(tmp_path)
    (mail,) = found(findings)
    assert (mail.raw, mail.origin.offset, mail.origin.length) == (
        WANTED,
        0,
        len(WANTED),
    )
    assert covered(findings)[0].messages == 3
    assert troubles(findings) == []


def test_the_dates_of_its_header_count(tmp_path: Path) -> None:
    path = tmp_path / "a.msg"
    path.write_bytes(WANTED)
    late = Wanted(
        domains=(), names=("みどりや電器",), since=covered(search(path))[0].newest
    )
    assert len(found(search(path, wanted=late))) == 1


def test_another_file_of_that_name_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.msg"
    path.write_bytes(compound({"WordDocument": b"x"}))
    assert [one.trouble for one in troubles(search(path))] == [Trouble.NOT_A_MAIL]
    path.write_bytes(MAGIC)
    assert [one.trouble for one in troubles(search(path))] == [Trouble.NOT_A_MAIL]


@pytest.mark.parametrize(
    "named",
    [
        Wanted(domains=("other.example",), names=()),
        Wanted(domains=(), names=("Hi",)),
    ],
)
def test_it_is_found_by_its_sender_and_by_its_subject(
    tmp_path: Path, named: Wanted
) -> None:
    path = tmp_path / "a.msg"
    path.write_bytes(WANTED)
    assert [one.raw for one in found(search(path, wanted=named))] == [WANTED]
