"""What comes out of a mailbox on a real server, and that it stays as it was."""

import hashlib
from base64 import b64encode
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.adapters.network.imap.reading import (
    WANTED,
    Reports,
    covered,
    findings,
    folder_of,
    found,
    mail,
    missed,
)
from torimodosu.adapters.mailboxes import FileMailboxes
from torimodosu.adapters.network.imap import connection
from torimodosu.recovery.catalogue.mail_provider import Security
from torimodosu.recovery.mail.search import Covered, Found, KeptBefore
from torimodosu.recovery.mail.servers.places import known_on_servers
from torimodosu.recovery.progress import Cancelled

if TYPE_CHECKING:
    from tests.dovecot import Dovecot

OTHER = mail(9, sender="friend@mail.example", subject="Dinner", body=b"At eight?\r\n")
ODD = [
    mail(1, body="注文番号 250-1234567-1234567\r\n".encode("iso-2022-jp")),
    mail(2, body="注文番号".encode("shift_jis")),  # and no end of line
    mail(3, body=b"\xff\xfe\x80 not any charset\r\n\r\n\r\n"),
    mail(4, body=b"x" * 20_000 + b"\r\n"),
    mail(5, body=b"From here on\r\n>From there\r\n.\r\n..\r\n"),
    mail(6, body=b"tab\t and\x0b odd\x0c blanks \r\n"),
    mail(7, more="X-Long: " + "y" * 5000),
    b"From: a@amazon.co.jp\r\n\r\n",
]


def test_a_mail_comes_byte_for_byte_as_it_lies_on_the_server(
    dovecot: "Dovecot",
) -> None:
    files = dovecot.deliver(*ODD)
    wanted = replace(WANTED, since=None)
    came = found(findings(dovecot.account, dovecot.authorities, wanted=wanted))
    assert [hashlib.sha256(raw).hexdigest() for raw in came] == [
        hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    ]


def test_nothing_in_the_mailbox_changes(dovecot: "Dovecot") -> None:
    files = dovecot.deliver(mail(1), OTHER)
    before = [(file, file.read_bytes()) for file in files]
    findings(dovecot.account, dovecot.authorities)
    # The flags stand in the name of a file: "S" would say that it was read.
    assert [(file, file.read_bytes()) for file in files] == before
    assert all(file.name.endswith(":2,") for file in files)


def test_folders_are_read_whatever_they_are_called(dovecot: "Dovecot") -> None:
    dovecot.deliver(mail(1), OTHER)
    dovecot.deliver(mail(2), into="注文/古い & 新しい")
    dovecot.deliver(mail(3), into="Trash")
    dovecot.deliver(mail(4), into="Junk")
    all_ = findings(dovecot.account, dovecot.authorities)
    assert covered(all_) == {
        "INBOX": 2,
        "Junk": 1,
        "Trash": 1,
        "注文/古い & 新しい": 1,
    }
    assert found(all_) == [mail(1), mail(4), mail(3), mail(2)]
    assert missed(all_) == []


def test_a_folder_with_all_mails_keeps_them_from_being_taken_twice() -> None:
    from tests.dovecot import serving  # noqa: PLC0415 -- on Linux

    with serving(special=["All", "Junk"]) as server:
        server.deliver(mail(1))
        server.deliver(mail(1), into="All")
        server.deliver(mail(2), into="Junk")
        all_ = findings(server.account, server.authorities)
    assert covered(all_) == {"All": 1, "Junk": 1}
    assert found(all_) == [mail(1), mail(2)]


def encoded(text: str) -> bytes:
    return mail(
        5,
        sender="friend@mail.example",
        more="Content-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: base64",
        body=b64encode(text.encode()) + b"\r\n",
    )


NAMING_IT = (
    mail(1, sender="order@mail.AMAZON.co.jp"),
    mail(2, sender="x@mail.example", subject="=?utf-8?B?44Ki44Oe44K+44Oz?="),
    mail(3, sender="x@mail.example", subject="Ａｍａｚｏｎから"),
    encoded("アマゾンで買った"),
    encoded("see https://www.amazon.co.jp/gp/"),
)


def test_a_mail_is_wanted_by_its_sender_its_subject_or_its_body(
    dovecot: "Dovecot",
) -> None:
    dovecot.deliver(*NAMING_IT, encoded("our files are at s3.amazonaws.com"), OTHER)
    all_ = findings(dovecot.account, dovecot.authorities)
    assert found(all_) == list(NAMING_IT)
    assert covered(all_)["INBOX"] == 7


def test_the_same_mails_are_found_as_in_files(dovecot: "Dovecot") -> None:
    dovecot.deliver(*NAMING_IT, *ODD, OTHER)
    wanted = replace(WANTED, since=None)
    there = found(findings(dovecot.account, dovecot.authorities, wanted=wanted))
    with closing(FileMailboxes()) as files:
        here = files.search([str(dovecot.folder / "mail")], wanted, Reports())
        assert sorted(there) == sorted(found(list(here)))


def test_older_mails_are_left_out_and_those_without_a_date_are_not(
    dovecot: "Dovecot",
) -> None:
    old = mail(1, date="Tue, 30 Dec 2025 10:00:00 +0000")
    late = mail(2, date="Thu, 01 Jan 2026 08:00:00 +0900")  # still 2025 in UTC
    dateless = mail(3, date="")
    dovecot.deliver(old, late, dateless)
    wanted = replace(WANTED, since=datetime(2025, 12, 31, 15, tzinfo=UTC))
    # The server got all of them in 2023; only what they say of themselves is later.
    assert found(findings(dovecot.account, dovecot.authorities, wanted=wanted)) == [
        late
    ]
    always = replace(WANTED, since=datetime.min.replace(tzinfo=UTC))
    assert found(findings(dovecot.account, dovecot.authorities, wanted=always)) == [
        old,
        late,
        dateless,
    ]


def test_a_mail_that_is_kept_is_not_fetched_again(dovecot: "Dovecot") -> None:
    dovecot.deliver(mail(1), OTHER, mail(2))
    first = findings(dovecot.account, dovecot.authorities)
    (inbox,) = {f.origin.source for f in first if isinstance(f, Found)}
    again = findings(
        dovecot.account, dovecot.authorities, known={inbox: frozenset({1})}
    )
    assert found(again) == [mail(2)]
    assert KeptBefore(source=inbox, messages=1) in again
    assert folder_of(inbox) == "INBOX"
    assert known_on_servers([]) == {}


def test_a_large_folder_that_is_numbered_by_the_time_is_read_whole_and_gone_on_with(
    dovecot: "Dovecot", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "UIDS_AT_ONCE", 10)
    mails = [mail(number, body=b"%d\r\n" % number) for number in range(25)]
    files = dovecot.deliver(*mails, OTHER)
    uids = [1_700_000_000 + 5000 * number for number in range(26)]
    dovecot.number(files, uids)
    first = findings(dovecot.account, dovecot.authorities)
    assert found(first) == mails
    origins = [f.origin for f in first if isinstance(f, Found)]
    assert [origin.offset for origin in origins] == uids[:-1]
    known = {origins[0].source: frozenset(uids[:20])}
    again = findings(dovecot.account, dovecot.authorities, known=known)
    assert found(again) == mails[20:]


def test_the_newest_mail_of_a_folder_is_told_wanted_or_not(dovecot: "Dovecot") -> None:
    dovecot.deliver(mail(1, date="Mon, 06 Nov 2023 10:00:00 +0000"))
    # Spam of tomorrow: the server got everything in November 2023.
    dovecot.deliver(mail(2, date="Fri, 13 Mar 2036 19:02:00 +0900"))
    dovecot.deliver(mail(3, sender="x@y.example", date="Wed, 08 Nov 2023 10:00 +0000"))
    wanted = replace(WANTED, since=None)
    told = findings(dovecot.account, dovecot.authorities, wanted=wanted)
    (inbox,) = [f for f in told if isinstance(f, Covered) and f.messages]
    assert inbox.newest == datetime(2023, 11, 8, 10, tzinfo=UTC)


def test_it_tells_how_far_it_is_and_stops_when_asked_to(dovecot: "Dovecot") -> None:
    dovecot.deliver(*(mail(number) for number in range(20)))
    progress = Reports()
    findings(dovecot.account, dovecot.authorities, progress=progress)
    assert progress.said[-1] == (20, 20)
    assert progress.said == sorted(progress.said)
    with pytest.raises(Cancelled):
        findings(dovecot.account, dovecot.authorities, progress=Reports(patience=4))


def test_encryption_may_begin_with_a_command(dovecot: "Dovecot") -> None:
    dovecot.deliver(mail(1))
    account = dovecot.account_at(dovecot.starttls_port, security=Security.STARTTLS)
    assert found(findings(account, dovecot.authorities)) == [mail(1)]
    assert "TLS" in dovecot.log()


def test_an_empty_mailbox_is_covered(dovecot: "Dovecot") -> None:
    all_ = findings(dovecot.account, dovecot.authorities)
    assert covered(all_) == {"INBOX": 0, "Junk": 0, "Trash": 0}
    assert found(all_) == []
