import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.adapters.mailboxes.writing import (
    FROM_FRIEND,
    FROM_SHOP,
    GMAIL,
    SHOP,
    UNIX,
    Told,
    covered,
    found,
    maildir,
    mbox,
    search,
    troubles,
)
from torimodosu.adapters.mailboxes import FileMailboxes
from torimodosu.adapters.mailboxes.troubles import not_covered
from torimodosu.recovery.mail.search import EVERYTHING, Quoting, Trouble, Wanted
from torimodosu.recovery.progress import Cancelled

NAMED_IN_SUBJECT = b"Subject: =?utf-8?B?44G/44Gp44KK44KE6Zu75Zmo?=\n\nhello\n"
NAMED_IN_BODY = (
    b"From: Anna <anna@other.example>\nSubject: Look\n"
    b"Content-Type: text/plain; charset=iso-2022-jp\n\n"
    + "昨日みどりや電器で".encode("iso2022_jp") + b"\n"
)  # fmt: skip
FROM_BELOW = b"From: x <x@mail.Midoriya.example>\n\nx\n"
LOOK_ALIKE = b"From: x <x@notmidoriya-shop.example>\n\nx\n"


@pytest.mark.parametrize(
    ("mail", "wanted"),
    [
        (FROM_SHOP, True),
        (FROM_BELOW, True),
        (NAMED_IN_SUBJECT, True),
        (NAMED_IN_BODY, True),
        (FROM_FRIEND, False),
    ],
)
def test_a_mail_of_the_shop_or_about_it_is_found(
    mail: bytes, tmp_path: Path, *, wanted: bool
) -> None:
    (tmp_path / "mail.eml").write_bytes(mail)
    assert [one.raw for one in found(search(tmp_path))] == [mail] * wanted


def test_everything_may_be_wanted(tmp_path: Path) -> None:
    mails = [FROM_SHOP, FROM_FRIEND, b"Date: nonsense\n\n", FROM_BELOW]
    (tmp_path / "box").write_bytes(mbox(mails))
    findings = found(search(tmp_path, wanted=EVERYTHING))
    assert [one.raw for one in findings] == mails


def test_a_host_that_only_ends_alike_is_not_the_shop(tmp_path: Path) -> None:
    (tmp_path / "mail.eml").write_bytes(LOOK_ALIKE)
    wanted = Wanted(domains=("midoriya-shop.example",), names=())
    assert found(search(tmp_path, wanted=wanted)) == []


@pytest.mark.parametrize("quoting", list(Quoting))
def test_what_is_found_says_where_it_lies_and_how_it_was_quoted(
    quoting: Quoting, tmp_path: Path
) -> None:
    lines = b"From here\n" if quoting is not Quoting.NONE else b"Not so\n"
    deeper = b">From there\n" if quoting is Quoting.MBOXRD else b""
    mails = [FROM_FRIEND, FROM_SHOP + lines + deeper, FROM_FRIEND, FROM_SHOP]
    path = tmp_path / "Inbox"
    content = mbox(mails, separator=GMAIL, eol=b"\n", quoting=quoting)
    path.write_bytes(content)
    first, second = found(search(path))
    assert first.quoting is quoting
    assert second.quoting is Quoting.NONE
    assert second.raw == FROM_SHOP
    for one in (first, second):
        end = one.origin.offset + one.origin.length
        assert content[one.origin.offset : end] == one.raw
        assert one.origin.source == str(path)


def test_findings_come_in_the_order_of_the_sources(tmp_path: Path) -> None:
    inbox = tmp_path / "z-Inbox"
    inbox.write_bytes(mbox([FROM_SHOP, FROM_FRIEND, FROM_SHOP + b"2\n"]))
    folder = maildir(tmp_path / "a-Maildir", [FROM_SHOP + b"3\n"])
    single = tmp_path / "mail.eml"
    single.write_bytes(FROM_SHOP + b"4\n")
    findings = search(inbox, folder, single)
    assert [one.raw[len(FROM_SHOP) :] for one in found(findings)] == [
        b"",
        b"2\n",
        b"3\n",
        b"4\n",
    ]
    assert [(one.source, one.messages, one.size) for one in covered(findings)] == [
        (str(inbox), 3, inbox.stat().st_size),
        (str(folder), 1, len(FROM_SHOP) + 2),
        (str(single), 1, len(FROM_SHOP) + 2),
    ]


def test_the_newest_credible_date_of_all_mails_is_told(tmp_path: Path) -> None:
    spam = FROM_FRIEND.replace(b"2018", b"2038")
    late = FROM_FRIEND.replace(b"03 Jan 2018", b"04 Jan 2018")
    path = tmp_path / "Inbox"
    old = FROM_FRIEND.replace(b"Wed, 03 Jan 2018", b"1 Jan 0001")
    path.write_bytes(mbox([spam, late, old, FROM_SHOP, b"Date: broken\n\n"]))
    os.utime(path, (1.6e9, 1.6e9))  # in 2020
    (one,) = covered(search(path))
    assert one.newest == datetime(2018, 1, 4, 3, 4, 5, tzinfo=UTC)
    path.write_bytes(mbox([b"Date: broken\n\n"]))
    (one,) = covered(search(path))
    assert one.newest is None


def test_progress_is_told_in_bytes(tmp_path: Path) -> None:
    (tmp_path / "Inbox").write_bytes(mbox([FROM_SHOP] * 9))
    (tmp_path / "mail.eml").write_bytes(FROM_SHOP)
    told = Told()
    search(tmp_path, progress=told)
    total = sum(path.stat().st_size for path in tmp_path.iterdir())
    done = [report[0] for report in told.reports]
    assert told.reports[-1] == (total, total)
    assert done == sorted(done)


def test_a_search_can_be_cancelled_between_two_mails(tmp_path: Path) -> None:
    class Impatient(Told):
        def report(self, done: int, total: int) -> None:
            super().report(done, total)
            if total:
                raise Cancelled

    (tmp_path / "Inbox").write_bytes(mbox([FROM_SHOP] * 9))
    with pytest.raises(Cancelled):
        search(tmp_path, progress=Impatient())


def test_each_mail_lies_where_it_is_said_to(tmp_path: Path) -> None:
    path, mails = tmp_path / "Inbox", [FROM_SHOP, NAMED_IN_SUBJECT, b"\nno header\n"]
    path.write_bytes(mbox(mails))
    content = path.read_bytes()
    origins = [one.origin for one in found(search(path, wanted=EVERYTHING))]
    assert {origin.source for origin in origins} == {str(path)}
    assert [content[at.offset : at.offset + at.length] for at in origins] == mails


ANY_MAIL = st.sampled_from(
    [FROM_SHOP, FROM_FRIEND, NAMED_IN_BODY, NAMED_IN_SUBJECT, FROM_BELOW]
)
MANY_TIMES = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("eol", [b"\n", b"\r\n"])
@MANY_TIMES
@given(mails=st.lists(ANY_MAIL, min_size=1, max_size=8))
def test_a_maildir_and_an_mbox_give_the_same_mails(
    mails: list[bytes], eol: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("mails")
    mails = [mail.replace(b"\n", eol) for mail in mails]
    (folder / "Inbox").write_bytes(mbox(mails, eol=eol))
    maildir(folder / "Maildir", mails[1:] + mails[:1])
    one_by_one = [one.raw for one in found(search(folder / "Inbox"))]
    assert one_by_one == [mail for mail in mails if not mail.startswith(b"From: F")]
    in_folder = [one.raw for one in found(search(folder / "Maildir"))]
    assert sorted(in_folder) == sorted(one_by_one)


@MANY_TIMES
@given(
    content=st.binary(max_size=400)
    | st.lists(
        st.sampled_from(
            [b"From ", b"- Tue Jan 02 03:04:05 2018", b"\n", b"\r", b"\n\n", b"From: x",
             b"@midoriya.example", b"\x00", b"Subject: =?utf-8?B?", b"\xff"]
        ),
        max_size=40,
    ).map(b"".join),
    name=st.sampled_from(["Inbox", "x.eml", "x.mbox", "x.msg"]),
)  # fmt: skip
def test_no_bytes_are_too_broken_to_search(
    content: bytes, name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    findings = search(path)
    assert covered(findings) or troubles(findings)
    for one in found(findings):
        end = one.origin.offset + one.origin.length
        assert content[one.origin.offset : end] == one.raw
    assert path.read_bytes() == content


def test_a_vanished_file_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).write_bytes(mbox([FROM_SHOP]))
    mailboxes = FileMailboxes()
    findings = mailboxes.search([str(tmp_path)], SHOP, Told())
    seen = [next(findings)]
    (tmp_path / "b").unlink()
    seen += findings
    mailboxes.close()
    assert [Path(one.origin.source).name for one in found(seen)] == ["a", "c"]
    assert [(Path(one.source).name, one.trouble) for one in troubles(seen)] == [
        ("b", Trouble.NOT_FOUND)
    ]
    assert [Path(one.source).name for one in covered(seen)] == ["a", "c"]


def test_a_mail_that_vanishes_before_it_is_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "Inbox"
    path.write_bytes(mbox([FROM_SHOP, FROM_SHOP]))
    mailboxes = FileMailboxes()
    findings = mailboxes.search([str(path)], SHOP, Told())
    first = next(findings)
    path.write_bytes(b"")
    rest = list(findings)
    mailboxes.close()
    assert found([first]) == [first]
    assert [one.trouble for one in troubles(rest)] == [Trouble.TRUNCATED]
    second = 2 * len(UNIX + b"\n") + len(FROM_SHOP + b"\n")
    assert [one.offset for one in troubles(rest)] == [second]


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (PermissionError(), Trouble.NO_PERMISSION),
        (FileNotFoundError(), Trouble.NOT_FOUND),
        (NotADirectoryError(), Trouble.NOT_FOUND),
        (OSError(5, "Input/output error"), Trouble.UNREADABLE),
    ],
)
def test_errors_of_the_system_are_told_as_trouble(
    error: OSError, trouble: Trouble
) -> None:
    assert not_covered("x", error).trouble is trouble
