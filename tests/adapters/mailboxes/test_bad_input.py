import multiprocessing
import os
import signal
import tracemalloc
from itertools import repeat
from pathlib import Path

import pytest

from tests.adapters.mailboxes.writing import (
    FROM_FRIEND,
    FROM_SHOP,
    SHOP,
    UNIX,
    Told,
    covered,
    found,
    mbox,
    search,
    troubles,
)
from torimodosu.adapters.mailboxes import FileMailboxes, scanning
from torimodosu.adapters.mailboxes.buffers import LARGEST_READ
from torimodosu.recovery.mail.search import Found, Trouble

MEGABYTE = 2**20
LINE = b"SGVsbG8h" * 9 + b"\n"


def write_large(path: Path, beginning: bytes, megabytes: int, end: bytes = b"") -> Path:
    """Write a file with *megabytes* of base64 lines in the middle."""
    with path.open("wb") as file:
        file.write(beginning)
        file.writelines(repeat(LINE, megabytes * MEGABYTE // len(LINE)))
        file.write(end)
    return path


@pytest.fixture
def large_mbox(tmp_path: Path) -> Path:
    """Give an mbox that is read by worker processes, a wanted mail at each end."""
    end = b"\n" + mbox([FROM_SHOP])
    size = LARGEST_READ // MEGABYTE + 40
    return write_large(tmp_path / "large", mbox([FROM_SHOP, FROM_FRIEND]), size, end)


@pytest.mark.parametrize("kept", [0.25, 0.55, 0.99])
def test_a_truncated_mbox_gives_what_it_holds(kept: float, tmp_path: Path) -> None:
    whole = mbox([FROM_SHOP] * 10)
    path = tmp_path / "Inbox"
    path.write_bytes(whole[: int(len(whole) * kept)])
    findings = search(path)
    last = found(findings)[-1].origin
    assert len(found(findings)) == int(10 * kept) + 1
    assert [(one.offset, one.trouble) for one in troubles(findings)] == [
        (last.offset, Trouble.TRUNCATED)
    ]
    assert covered(findings)


def test_an_mbox_whose_beginning_is_lost_gives_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "Inbox.mbox"
    path.write_bytes(b"s end of a mail.\n\n" + mbox([FROM_SHOP]))
    findings = search(path)
    assert [one.raw for one in found(findings)] == [FROM_SHOP]
    assert [(one.offset, one.trouble) for one in troubles(findings)] == [
        (0, Trouble.NOT_A_MAIL)
    ]


@pytest.mark.parametrize("in_mbox", [True, False])
def test_a_mail_of_300_megabytes_is_found_by_its_header(
    tmp_path: Path, *, in_mbox: bool
) -> None:
    beginning = UNIX + b"\n" + FROM_SHOP if in_mbox else FROM_SHOP
    path = write_large(tmp_path / "large.eml", beginning, 300)
    (one,) = found(search(path))
    assert one.origin.length == path.stat().st_size - len(beginning) + len(FROM_SHOP)
    assert one.raw[: len(FROM_SHOP)] == FROM_SHOP


@pytest.mark.parametrize("in_mbox", [True, False])
def test_a_mail_above_the_limit_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, in_mbox: bool
) -> None:
    monkeypatch.setattr(scanning, "LARGEST_MAIL", len(FROM_SHOP))
    path = tmp_path / "mail"
    mails = [FROM_SHOP, FROM_SHOP + b"longer\n", FROM_FRIEND + b"longer\n"]
    path.write_bytes(mbox(mails) if in_mbox else mails[1])
    findings = search(path)
    assert len(found(findings)) == in_mbox
    assert [one.trouble for one in troubles(findings)] == [Trouble.TOO_LARGE]


def test_a_name_at_the_end_of_a_long_body_is_found(tmp_path: Path) -> None:
    end = b"\nMidoriya\n\n" + mbox([FROM_FRIEND])
    path = write_large(tmp_path / "large", UNIX + b"\n" + FROM_FRIEND, 40, end)
    assert len(found(search(path))) == 1


@pytest.mark.parametrize("place", ["first", "last"])
def test_100_000_headers_do_not_hide_the_sender(place: str, tmp_path: Path) -> None:
    headers = b"".join(b"X-Header-%d: %d\n" % (n, n) for n in range(100_000))
    mail = FROM_SHOP.replace(b"\n\n", b"\n" + headers + b"\n", 1)
    if place == "last":
        mail = headers + FROM_SHOP
    (tmp_path / "mail.eml").write_bytes(mail)
    (tmp_path / "Inbox").write_bytes(mbox([mail]))
    assert [one.raw for one in found(search(tmp_path))] == [mail, mail]


@pytest.mark.parametrize(
    "mail",
    [
        FROM_SHOP.replace(b"order", b"or\0der"),
        FROM_SHOP + bytes(5000) + b"\n",
        b"\0" * 300 + FROM_SHOP,
        b"From: x\nSubject: Midoriya \0\n\n\0\n",
    ],
)
def test_nuls_do_not_hide_a_mail(mail: bytes, tmp_path: Path) -> None:
    (tmp_path / "mail.eml").write_bytes(mail)
    (tmp_path / "Inbox").write_bytes(mbox([mail]))
    assert [one.raw for one in found(search(tmp_path))] == [mail, mail]


def test_a_large_mbox_is_read_by_other_processes(large_mbox: Path) -> None:
    mailboxes = FileMailboxes()
    told = Told()
    findings = list(mailboxes.search([str(large_mbox)], SHOP, told))
    again = list(mailboxes.search([str(large_mbox)], SHOP, told))
    children = multiprocessing.active_children()
    mailboxes.close()
    assert [one.raw for one in found(findings)] == [FROM_SHOP] * 2
    assert findings == again
    assert 1 <= len(children) <= 2
    assert [one.messages for one in covered(findings)] == [3]
    size = large_mbox.stat().st_size
    assert told.reports[-1] == (size, size)
    assert len({done for done, _ in told.reports}) > 3


def test_a_killed_worker_loses_nothing(large_mbox: Path) -> None:
    mailboxes = FileMailboxes()
    findings = mailboxes.search([str(large_mbox)], SHOP, Told())
    seen = [next(findings)]
    for child in multiprocessing.active_children():
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
    seen += findings
    seen += mailboxes.search([str(large_mbox)], SHOP, Told())
    mailboxes.close()
    assert [one.raw for one in found(seen)] == [FROM_SHOP] * 4
    assert troubles(seen) == []


def test_a_file_that_is_cut_short_meanwhile_is_named(large_mbox: Path) -> None:
    mailboxes = FileMailboxes()
    findings = mailboxes.search([str(large_mbox)], SHOP, Told())
    first = next(findings)
    os.truncate(large_mbox, 100)
    rest = list(findings)
    mailboxes.close()
    assert isinstance(first, Found)
    assert {one.trouble for one in troubles(rest)} <= {
        Trouble.TRUNCATED,
        Trouble.UNREADABLE,
    }
    assert troubles(rest)


def test_little_memory_is_used_for_much_mail(tmp_path: Path) -> None:
    body = LINE * 1000
    path = tmp_path / "Inbox"
    with path.open("wb") as file:
        for number in range(400):
            mail = FROM_SHOP if number % 100 == 0 else FROM_FRIEND
            file.write(mbox([mail + body]))
    tracemalloc.start()
    mailboxes = FileMailboxes()
    count = sum(1 for _ in mailboxes.search([str(path)], SHOP, Told()))
    mailboxes.close()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 5
    assert peak < LARGEST_READ + 16 * MEGABYTE
