"""Servers that answer what they should not: nothing is skipped in silence."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.adapters.network.imap.odd_server import Answer, answering_oddly, usual
from tests.adapters.network.imap.reading import findings, found, mail, missed
from torimodosu.adapters.network.imap.connection import MOST_RANGES
from torimodosu.recovery.catalogue.mail_provider import MailServer, Security
from torimodosu.recovery.mail.search import Finding, Trouble
from torimodosu.recovery.mail.servers.account import MailAccount

LONGEST_COMMAND = 8192  # bytes: RFC 7162, section 4
MAILS = {uid: mail(uid) for uid in (1, 2, 3)}


@pytest.fixture
def certified(tmp_path: Path) -> Path:
    if sys.platform != "linux":
        pytest.skip("Dovecot's certificates are made on Linux")
    from tests.dovecot import make_certificates  # noqa: PLC0415 -- on Linux

    make_certificates(tmp_path)
    return tmp_path


def fetched(command: str, broken: int = 0) -> Sequence[bytes] | None:
    """Answer a FETCH; for the mail *broken* with what is no IMAP."""
    if not command.startswith("UID FETCH"):
        return usual(command)
    uids = [int(uid) for uid in command.split()[2].split(",")]
    lines = []
    for uid in uids:
        raw = MAILS[uid]
        if uid == broken:
            lines.append(f"* {uid} FETCH (UID {uid} )))( BODY[] {{".encode())
        elif "HEADER" in command:
            head = raw.split(b"\r\n\r\n")[0] + b"\r\n\r\n"
            told = f"* {uid} FETCH (UID {uid} RFC822.SIZE {len(raw)} BODY[HEADER.FIELDS"
            told += f" (FROM SUBJECT DATE)] {{{len(head)}}}\r\n"
            lines.append(told.encode() + head + b")")
        else:
            told = f"* {uid} FETCH (UID {uid} BODY[] {{{len(raw)}}}\r\n"
            lines.append(told.encode() + raw + b")")
    return lines


def elsewhere(command: str) -> Sequence[bytes] | None:
    """Answer as if the mails came from somebody else, of a name as long."""
    lines = fetched(command)
    return lines and [line.replace(b"amazon.co.jp", b"elsewher.jpn") for line in lines]


def findings_of(folder: Path, answer: Answer) -> list[Finding]:
    with answering_oddly(folder, answer) as port:
        server = MailServer(host="127.0.0.1", port=port, security=Security.TLS)
        account = MailAccount(server=server, user="hanako", password="made-up-1")  # noqa: S106
        return findings(account, str(folder / "ca.pem"))


def test_a_server_of_few_words_is_enough(certified: Path) -> None:
    all_ = findings_of(certified, fetched)
    assert found(all_) == list(MAILS.values())
    assert missed(all_) == []


def test_a_mail_that_nobody_can_read_is_named_and_the_others_come(
    certified: Path,
) -> None:
    all_ = findings_of(certified, lambda command: fetched(command, broken=2))
    assert found(all_) == [MAILS[1], MAILS[3]]
    assert [(told.offset, told.trouble) for told in missed(all_)] == [
        (2, Trouble.UNREADABLE)
    ]


def test_a_mail_that_is_gone_meanwhile_is_named(certified: Path) -> None:
    def answer(command: str) -> Sequence[bytes] | None:
        if command.startswith("UID FETCH") and "BODY.PEEK[]" in command:
            return fetched(command.replace("1,2,3", "1,3"))
        return fetched(command)

    all_ = findings_of(certified, answer)
    assert found(all_) == [MAILS[1], MAILS[3]]
    assert [told.trouble for told in missed(all_)] == [Trouble.DELETED]


def test_a_folder_that_is_not_shown_is_named(certified: Path) -> None:
    def answer(command: str) -> Sequence[bytes] | None:
        return None if command.startswith("EXAMINE") else fetched(command)

    all_ = findings_of(certified, answer)
    assert [told.trouble for told in missed(all_)] == [Trouble.SERVER_REFUSED]
    assert missed(all_)[0].source.endswith("/INBOX")


def test_a_server_that_searches_no_bodies_is_told(certified: Path) -> None:
    def answer(command: str) -> Sequence[bytes] | None:
        if re.match("UID SEARCH.*TEXT", command):
            return None
        return elsewhere(command)

    all_ = findings_of(certified, answer)
    assert found(all_) == []
    assert [told.trouble for told in missed(all_)] == [Trouble.BODY_NOT_SEARCHED]


def test_a_server_that_searches_by_no_day_is_read_whole(certified: Path) -> None:
    def answer(command: str) -> Sequence[bytes] | None:
        return None if "SINCE" in command else fetched(command)

    assert found(findings_of(certified, answer)) == list(MAILS.values())


@pytest.mark.parametrize(
    ("mails", "parts"),
    [
        (0, ["UID 1:*"]),
        (50_000, ["UID 1:*"]),
        (50_001, ["50001:*", "1:50000"]),
        (150_000, ["100001:*", "50001:100000", "1:50000"]),
    ],
)
def test_numbers_are_asked_for_in_as_many_parts_as_there_are_mails_for(
    certified: Path, mails: int, parts: list[str]
) -> None:
    """Whatever the numbers are: here the next one is a moment in seconds."""
    asked: list[str] = []

    def answer(command: str) -> Sequence[bytes] | None:
        if command.startswith("EXAMINE"):
            told = f"* {mails} EXISTS\r\n* OK [UIDVALIDITY 7] .\r\n"
            return [f"{told}* OK [UIDNEXT 1700000000] .".encode()]
        asked.extend(re.findall(r"UID SEARCH ((?:UID )?[0-9:*]+) OR SINCE", command))
        return fetched(command)

    assert found(findings_of(certified, answer)) == list(MAILS.values())
    assert asked == parts


def test_a_mail_that_moves_up_meanwhile_is_not_passed_over(
    certified: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first mail of all is deleted after each question for numbers."""
    there, new = [*range(1, 150_001)], 50_001
    monkeypatch.setitem(MAILS, new, mail(new))

    def answer(command: str) -> Sequence[bytes] | None:
        if command.startswith("EXAMINE"):
            return [b"* 150000 EXISTS", b"* OK [UIDVALIDITY 7] ."]
        part = re.match(r"UID SEARCH (\d+):(\d+|\*) OR SINCE", command)
        if part is None:
            return fetched(command)
        stop = len(there) if part[2] == "*" else int(part[2])
        found = new in there[int(part[1]) - 1 : stop]
        del there[0]
        return [f"* SEARCH {new}".encode() if found else b"* SEARCH"]

    assert found(findings_of(certified, answer)) == [mail(new)]


@pytest.mark.parametrize(
    ("uids", "asked_for"),
    [
        ([1, 2, 3], "1:3"),
        ([1, 2, 90_000], "1:2,90000:90000"),
        ([7], "7:7"),
    ],
)
def test_bodies_are_searched_of_the_mails_in_question_alone(
    certified: Path,
    uids: list[int],
    asked_for: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    for uid in uids:
        monkeypatch.setitem(MAILS, uid, mail(uid))

    def answer(command: str) -> Sequence[bytes] | None:
        sought = re.match(r"UID SEARCH (?:CHARSET \S+ )?UID (\S+) .*TEXT", command)
        if sought is not None:
            asked.append(sought[1])
        elif command.startswith("UID SEARCH"):
            return [f"* SEARCH {' '.join(map(str, uids))}".encode()]
        return elsewhere(command)

    findings_of(certified, answer)
    assert asked == [asked_for]


def test_mails_that_lie_far_apart_are_asked_for_in_ranges_that_fit_a_command(
    certified: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    uids = [1_700_000_000 + 97 * number for number in range(500)]
    for uid in uids:
        monkeypatch.setitem(MAILS, uid, mail(uid))

    def answer(command: str) -> Sequence[bytes] | None:
        if re.match("UID SEARCH.*TEXT", command):
            asked.append(command)
        elif command.startswith("UID SEARCH"):
            return [f"* SEARCH {' '.join(map(str, uids))}".encode()]
        return elsewhere(command)

    findings_of(certified, answer)
    (command,) = asked
    assert len(command.encode()) < LONGEST_COMMAND
    sought = re.match(r"UID SEARCH CHARSET \S+ UID (\S+) ", command)
    assert sought is not None
    ranges = [tuple(map(int, part.split(":"))) for part in sought[1].split(",")]
    assert len(ranges) == MOST_RANGES
    assert all(any(a <= uid <= b for a, b in ranges) for uid in uids)


def test_a_server_that_takes_few_words_is_asked_in_parts(certified: Path) -> None:
    asked: list[int] = []

    def answer(command: str) -> Sequence[bytes] | None:
        if re.match("UID SEARCH.*TEXT", command):
            asked.append(command.count("TEXT"))
            return usual(command) if command.count("TEXT") < 2 else None
        return elsewhere(command)

    all_ = findings_of(certified, answer)
    assert missed(all_) == []
    assert set(asked) == {1, 2}


@pytest.mark.parametrize("name", ["\xff\xfe", "&bad-", "&"])
def test_names_of_folders_that_are_broken_do_no_harm(
    certified: Path, name: str
) -> None:
    listed = b'* LIST () "/" "' + name.encode("latin-1") + b'"'

    def answer(command: str) -> Sequence[bytes] | None:
        return [listed] if command.startswith("LIST") else fetched(command)

    all_ = findings_of(certified, answer)
    assert len(found(all_)) == 3 or missed(all_)
