"""Files that are broken, strange or hostile, dropped on the program all at once."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from tests.cli.mails import ORDER, mail
from tests.cli.running import Commands, command
from tests.fakes.clock import FRIDAY_NIGHT, FixedClock
from tests.fakes.progress import Steps
from torimodosu.adapters.archive import BagArchive, verify_bag
from torimodosu.adapters.mailboxes import FileMailboxes
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Answers, MailPlace, SignIn
from torimodosu.recovery.evidence.intake_report import Ending
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.plan.casework import Desk, take_in_and_read
from torimodosu.recovery.plan.tasks import TakeIn
from torimodosu.resources import resource

ANSWERS = Answers(
    service="amazon.co.jp",
    noticed=date(2026, 3, 13),
    sign_in=SignIn.NO,
    mail_place=MailPlace.FILES,
)
SEPARATOR = b"From shop@amazon.co.jp Sat Mar 14 12:00:00 2026\n"
BEGINNING = mail("").partition(b"Content-Type")[0]


def order(number: int) -> bytes:
    named = ORDER.replace("0000001", f"{number:07}")
    return mail(named, subject="Amazon.co.jpでのご注文", number=number)


def nested(depth: int) -> bytes:
    """Return a mail with parts in parts in parts."""
    begin = b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n'
    opened = b"".join(begin % (level, level) for level in range(depth))
    closed = b"".join(b"--b%d--\n" % level for level in reversed(range(depth)))
    text = b"Content-Type: text/plain\n\namazon.co.jp\n"
    return BEGINNING + opened + text + closed


def forwarded(depth: int) -> bytes:
    """Return a mail in a mail in a mail."""
    inner = b"Content-Type: message/rfc822\n\nFrom: a@b.example\n"
    return BEGINNING + inner * depth + b"\namazon.co.jp\n"


def side_by_side(parts: int) -> bytes:
    """Return a mail of very many parts."""
    part = b"--b\nContent-Type: text/plain\n\namazon.co.jp\n"
    head = BEGINNING + b"Content-Type: multipart/mixed; boundary=b\n\n"
    return head + part * parts + b"--b--\n"


def fields(number: int) -> bytes:
    return b"".join(b"X-Field-%d: %d\n" % (n, n) for n in range(number))


# What each file holds, and what is told of it: None where it is read like any mail.
FILES: dict[str, tuple[bytes, str | None]] = {
    "nested.eml": (nested(10_000), None),
    "forwarded.eml": (forwarded(10_000), None),
    "side by side.eml": (side_by_side(10_000), None),
    "fields first.eml": (fields(100_000) + order(11), None),
    "fields last.eml": (
        order(12).replace(b"\n\n", b"\n" + fields(100_000) + b"\n", 1),
        None,
    ),
    "nuls.eml": (order(13).replace("鉛筆".encode(), b"\0\0\0") + bytes(9000), None),
    "only a line.eml": (b"From: auto-confirm@amazon.co.jp", None),
    "one long line.eml": (order(14) + b"amazon.co.jp " * 40_000, None),
    "n" * 251 + ".eml": (order(15), None),
    "注文 ☃.eml": (order(16), None),
    "empty.eml": (b"", "no_mail_inside"),
    "cut.mbox": (
        SEPARATOR + order(17) + b"\n" + SEPARATOR + order(18)[:-4],
        "truncated",
    ),
    "outlook.pst": (b"!BDN" + bytes(3000), "format_not_supported"),
    "takeout.zip": (b"PK\3\4" + bytes(300), "truncated"),
    "photo.mbox": (b"\xff\xd8\xff\xe0" + bytes(range(256)), "not_a_mail"),
}


@pytest.fixture
def torimodosu(capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(capsys)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "dropped"
    (folder / "below" / "nothing here").mkdir(parents=True)
    for name, (content, _) in FILES.items():
        (folder / name).write_bytes(content)
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)))
    (folder / "below" / "again.eml").write_bytes(order(16))
    if sys.platform != "win32":
        (folder / "below" / "loop").symlink_to(folder)
        (folder / "itself").symlink_to("itself")
        os.mkfifo(folder / "below" / "pipe")
    return folder


def told(missed: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return why each file was not read, by its name without the place in it."""
    return {Path(what).name.partition(" (byte")[0]: why for what, why in missed}


EXPECTED = {name: why for name, (_, why) in FILES.items() if why is not None}
NUMBERS = {f"250-7777777-{number:07}" for number in range(11, 18)}


def test_the_window_keeps_and_reads_what_can_be_read(
    sources: Path, tmp_path: Path
) -> None:
    store = Store.at(tmp_path / "cases.sqlite")
    case = store.open(ANSWERS, at=FRIDAY_NIGHT, is_practice=False)
    archive = BagArchive(tmp_path / "bag")
    desk = Desk(
        case=case,
        mailboxes=FileMailboxes(),
        archive=archive,
        mails=store.mails(case),
        book=store,
        catalogue=load_catalogue(resource("catalogue")),
        clock=FixedClock(),
        outside=Outside.unaided(FRIDAY_NIGHT),
    )
    request = TakeIn(case=case, sources=(str(sources), str(sources)))
    done = take_in_and_read(request, desk, Steps(), on_mails=lambda _: None)
    assert done.intake.ending is Ending.DONE
    troubles = (*done.intake.not_covered, *done.intake.unreadable)
    assert told((one.source, one.trouble.value) for one in troubles) == EXPECTED
    whole = {content for content, why in FILES.values() if why is None}
    kept = {archive.read(one.sha256) for one in store.mails(case).all()}
    assert whole <= kept
    assert verify_bag(tmp_path / "bag").valid
    read = store.snapshot(case, at=FRIDAY_NIGHT).orders
    assert read.keys() >= NUMBERS
    again = take_in_and_read(request, desk, Steps(), on_mails=lambda _: None)
    assert again.intake.adds_nothing


@pytest.mark.parametrize("words", [["mail", "scan"], ["orders"]])
def test_a_command_reads_what_can_be_read_and_tells_the_rest(
    torimodosu: Commands, sources: Path, words: list[str]
) -> None:
    done = torimodosu(*words, sources, sources, "--json")
    assert (done.status, done.err) == (1, "")
    missed = done.summary["not_covered"]
    assert told((one["what"], one["why"]) for one in missed) == EXPECTED
    assert all(one["advice"].endswith(".") for one in missed)
    if words == ["orders"]:
        assert {row["order_number"] for row in done.rows} >= NUMBERS
    else:
        found = {Path(row["source"]).name for row in done.rows}
        whole = {name for name, (_, why) in FILES.items() if why is None}
        assert whole <= found


def test_everything_is_packed_byte_for_byte(
    torimodosu: Commands, sources: Path, tmp_path: Path
) -> None:
    words = ("evidence", "pack", sources, sources, "--out", tmp_path / "bag", "--json")
    done = torimodosu(*words)
    assert (done.status, done.err) == (1, "")
    packed = {path.read_bytes() for path in (tmp_path / "bag/data/mails").iterdir()}
    assert packed >= {content for content, why in FILES.values() if why is None}
    assert {order(17), order(18)[:-4]} <= packed
    assert torimodosu("evidence", "verify", tmp_path / "bag").status == 0


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("photo.jpg", "not_a_mail"),
        ("empty.eml", "no_mail_inside"),
        ("below/nothing here", "no_mail_inside"),
        ("below/pipe", "not_a_mail"),
        ("outlook.pst", "format_not_supported"),
    ],
)
@pytest.mark.parametrize("words", [["mail", "scan"], ["mail", "judge"], ["orders"]])
def test_what_is_named_and_is_no_mail_is_refused(
    torimodosu: Commands, sources: Path, words: list[str], name: str, why: str
) -> None:
    if not (sources / name).exists():
        pytest.skip("this system has no such files")
    done = torimodosu(*words, sources / name, "--json")
    (missed,) = done.summary["not_covered"]
    assert (missed["what"], missed["why"]) == (str(sources / name), why)
    refusal = f"torimodosu: {sources / name}: {missed['advice']}\n"
    assert (done.status, list(done.rows), done.err) == (2, [], refusal)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this limit")
def test_a_mail_for_which_there_is_no_memory_is_named_and_the_rest_read(
    tmp_path: Path,
) -> None:
    (tmp_path / "1 large.eml").write_bytes(order(1))
    os.truncate(tmp_path / "1 large.eml", 400 * 2**20)
    (tmp_path / "2 small.eml").write_bytes(order(2))
    # 350 MB, of which the program itself takes a part.
    limited = ["/bin/sh", "-c", 'ulimit -v 358400; exec "$@"', "sh"]
    words = command("orders", tmp_path, "--json")
    done = subprocess.run([*limited, *words], capture_output=True, check=False)
    *rows, summary = map(json.loads, done.stdout.splitlines())
    assert (done.returncode, done.stderr) == (1, b"")
    assert [row["order_number"] for row in rows] == ["250-7777777-0000002"]
    assert [missed["why"] for missed in summary["summary"]["not_covered"]] == [
        "too_large"
    ]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="Unix only")
def test_a_device_is_no_mail(torimodosu: Commands, tmp_path: Path) -> None:
    (tmp_path / "endless.eml").symlink_to("/dev/zero")
    for source in ("/dev/zero", tmp_path / "endless.eml", tmp_path):
        done = torimodosu("mail", "scan", source, "--json")
        assert {one["why"] for one in done.summary["not_covered"]} >= {"not_a_mail"}


@pytest.mark.skipif(sys.platform == "win32", reason="Unix only")
def test_a_link_that_leads_nowhere_is_not_there(
    torimodosu: Commands, sources: Path
) -> None:
    done = torimodosu("mail", "scan", sources / "itself")
    assert (done.status, done.out) == (2, "")
    assert "is not there; check the path" in done.err
