import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.adapters.mailboxes.writing import (
    FROM_FRIEND,
    FROM_SHOP,
    GMAIL,
    THUNDERBIRD,
    covered,
    found,
    maildir,
    mbox,
    names,
    passed_over,
    search,
    troubles,
)
from torimodosu.adapters.mailboxes.sources import explore
from torimodosu.recovery.mail.search import PassedOver, Trouble
from torimodosu.recovery.progress import Cancelled

MBOX = mbox([FROM_SHOP])


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("order.eml", FROM_SHOP),
        ("order.EML", FROM_SHOP.replace(b"\n", b"\r\n")),
        ("headerless.eml", "みどりや電器です".encode()),
        ("really-an-mbox.eml", MBOX),
        ("All mail Including Spam and Trash.mbox", mbox([FROM_SHOP], separator=GMAIL)),
        ("Inbox", mbox([FROM_SHOP], separator=THUNDERBIRD, eol=b"\r\n")),
        ("INBOX", mbox([FROM_SHOP], separator=b"From ")),
        ("archive.2018", MBOX),
        ("saved mail", FROM_SHOP),
        ("注文.txt", FROM_SHOP),
        ("blank lines first", b"\n\r\n" + MBOX),
        ("old.msg", FROM_SHOP),
        ("1514862245.M1P1.host:2,S", FROM_SHOP.replace(b"\n", b"\r")),
    ],
)
@pytest.mark.parametrize("chosen", ["file", "folder"])
def test_mail_is_known_by_what_is_in_the_file(
    name: str, content: bytes, chosen: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    findings = search(path if chosen == "file" else tmp_path)
    assert [finding.origin.source for finding in found(findings)] == [str(path)]
    assert troubles(findings) == []


@pytest.mark.parametrize(
    ("name", "content", "trouble"),
    [
        ("mail.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "NOT_A_MAIL"),
        ("outlook.pst", b"!BDN" + bytes(99), "UNSUPPORTED"),
        ("mac.olm", b"PK\x03\x04" + bytes(99), "UNSUPPORTED"),
        ("takeout.zip", b"PK\x03\x04" + bytes(99), "TRUNCATED"),
        ("takeout.zip", b"no zip", "NOT_A_MAIL"),
        ("1.emlx", b"312       \nabc\n", "NOT_A_MAIL"),
        ("empty.eml", b"", "NO_MAIL"),
        ("broken.mbox", b"\x00\x01\x02", "NOT_A_MAIL"),
    ],
)
@pytest.mark.parametrize("chosen", ["file", "folder"])
def test_a_file_that_ought_to_be_mail_is_named(
    name: str, content: bytes, trouble: str, chosen: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (tmp_path / "other.eml").write_bytes(FROM_FRIEND)
    expected = {
        "UNSUPPORTED": Trouble.FORMAT_NOT_SUPPORTED,
        "NO_MAIL": Trouble.NO_MAIL_INSIDE,
        "NOT_A_MAIL": Trouble.NOT_A_MAIL,
        "TRUNCATED": Trouble.TRUNCATED,
    }[trouble]
    named = troubles(search(path if chosen == "file" else tmp_path))
    assert [(one.source, one.trouble) for one in named] == [(str(path), expected)]


def test_other_files_in_a_folder_are_passed_over_and_counted(tmp_path: Path) -> None:
    (tmp_path / "order.eml").write_bytes(FROM_SHOP)
    (tmp_path / "Inbox.msf").write_bytes(b"// <!-- <mdb:mork:z v=1.4/> -->\n")
    (tmp_path / "Inbox").write_bytes(b"")
    (tmp_path / "global-messages-db.sqlite").write_bytes(b"SQLite format 3\0")
    (tmp_path / "notes.txt").write_bytes(b"Note: buy milk\nFrom: the shop\n")
    (tmp_path / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    (tmp_path / "._order.eml").write_bytes(b"\0\5\x16\7")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    below = tmp_path / "letters"
    below.mkdir()
    (below / "letter.docx").write_bytes(b"PK\x03\x04")
    findings = search(tmp_path)
    assert list(names(findings)) == ["order.eml"]
    assert troubles(findings) == []
    assert passed_over(findings) == [PassedOver(source=str(tmp_path), files=8)]


def test_where_all_is_mail_nothing_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "order.eml").write_bytes(FROM_SHOP)
    (tmp_path / "broken.mbox").write_bytes(b"\0")
    (tmp_path / "order too.eml").hardlink_to(tmp_path / "order.eml")
    maildir(tmp_path / "Maildir", [FROM_SHOP])
    assert passed_over(search(tmp_path)) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
def test_what_is_no_file_and_no_mail_is_counted_too(tmp_path: Path) -> None:
    (tmp_path / "order.eml").write_bytes(FROM_SHOP)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert [one.files for one in passed_over(search(tmp_path))] == [2]


def test_a_file_beside_its_index_ought_to_be_mail(tmp_path: Path) -> None:
    (tmp_path / "Sent").write_bytes(b"no mail")
    (tmp_path / "Sent.msf").write_bytes(b"//")
    named = troubles(search(tmp_path))
    assert [one.trouble for one in named] == [
        Trouble.NOT_A_MAIL,
        Trouble.NO_MAIL_INSIDE,
    ]


def test_folders_are_searched_through_and_through(tmp_path: Path) -> None:
    sbd = tmp_path / "Local Folders" / "Shops.sbd" / ".hidden"
    sbd.mkdir(parents=True)
    (tmp_path / "Local Folders" / "Shops").write_bytes(MBOX)
    (sbd / "Midoriya").write_bytes(MBOX)
    (sbd / "order.eml").write_bytes(FROM_SHOP)
    findings = search(tmp_path)
    assert list(names(findings)) == ["Shops", "Midoriya", "order.eml"]


def test_a_maildir_is_read_with_all_its_mail(tmp_path: Path) -> None:
    mails = [FROM_SHOP, FROM_FRIEND, b"broken \xff", FROM_SHOP.replace(b"\n", b"\r\n")]
    folder = maildir(tmp_path / "Maildir", mails)
    maildir(folder / ".Sent", [FROM_SHOP])
    (folder / "tmp" / "unfinished").write_bytes(b"From: x")
    (folder / "dovecot.index").write_bytes(b"\1\2")
    findings = search(folder)
    assert [finding.raw for finding in found(findings)] == [
        mails[3],
        mails[0],
        FROM_SHOP,
    ]
    assert [(one.source, one.messages) for one in covered(findings)] == [
        (str(folder), 4),
        (str(folder / ".Sent"), 1),
    ]
    assert [(one.source, one.trouble) for one in troubles(findings)] == [
        (str(folder / "tmp" / "unfinished"), Trouble.TRUNCATED)
    ]


def test_a_folder_without_mail_says_so(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "below").mkdir()
    named = troubles(search(tmp_path))
    assert [(one.source, one.trouble) for one in named] == [
        (str(tmp_path), Trouble.NO_MAIL_INSIDE)
    ]


@pytest.mark.parametrize("missing", ["nothing here", "nul\0byte", "file/below"])
def test_a_source_that_is_not_there_is_named(missing: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(MBOX)
    findings = search(f"{tmp_path}/{missing}", tmp_path / "file")
    assert [one.trouble for one in troubles(findings)] == [Trouble.NOT_FOUND]
    assert list(names(findings)) == ["file"]


def test_what_is_no_file_at_all_is_named(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.eml"
    os.mkfifo(pipe)
    (tmp_path / "Inbox").write_bytes(MBOX)
    for source in (pipe, tmp_path):
        named = troubles(search(source))
        assert [(one.source, one.trouble) for one in named] == [
            (str(pipe), Trouble.NOT_A_MAIL)
        ]


@pytest.mark.parametrize("name", ["saved.txt", "saved.HTML", "保存.htm"])
def test_a_text_without_a_header_is_a_mail_where_it_is_chosen_itself(
    name: str, tmp_path: Path
) -> None:
    text = "<html>みどりや電器 ご注文</html>\n".encode()
    path = tmp_path / name
    path.write_bytes(text)
    assert [one.raw for one in found(search(path))] == [text]
    assert [one.trouble for one in troubles(search(tmp_path))] == [
        Trouble.NO_MAIL_INSIDE
    ]


def test_a_text_with_nuls_is_none(tmp_path: Path) -> None:
    path = tmp_path / "saved.txt"
    path.write_bytes(b"Midoriya\0")
    assert [one.trouble for one in troubles(search(path))] == [Trouble.NOT_A_MAIL]


def test_the_same_mail_is_read_once_however_it_is_given(tmp_path: Path) -> None:
    inbox = tmp_path / "Inbox"
    inbox.write_bytes(MBOX)
    below = tmp_path / "below"
    below.mkdir()
    (below / "loop").symlink_to(tmp_path)
    (below / "Inbox again").symlink_to(inbox)
    roundabout = f"{below}/../Inbox"
    for sources in ([inbox, tmp_path], [tmp_path, inbox], [roundabout, inbox, below]):
        findings = search(*sources)
        assert len(found(findings)) == 1
        assert troubles(findings) == []


def test_a_link_to_another_place_is_followed(tmp_path: Path, elsewhere: Path) -> None:
    (elsewhere / "Inbox").write_bytes(MBOX)
    chosen = tmp_path / "chosen"
    chosen.mkdir()
    (chosen / "folder").symlink_to(elsewhere)
    (chosen / "gone.eml").symlink_to(tmp_path / "nowhere")
    findings = search(chosen)
    assert list(names(findings)) == ["Inbox"]
    assert [one.trouble for one in troubles(findings)] == [Trouble.NOT_FOUND]


def test_a_name_that_is_no_utf_8_is_told_readably(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + "/注文.eml".encode("cp932")
    Path(os.fsdecode(path)).write_bytes(FROM_SHOP)
    for source in (tmp_path, os.fsdecode(path)):
        findings = search(source)
        assert [one.raw for one in found(findings)] == [FROM_SHOP]
        assert list(names(findings)) == ["注文.eml"]


def test_looking_for_files_can_be_cancelled(tmp_path: Path) -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(explore([str(tmp_path)], stop))


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder that everybody may enter, for tests that root runs as another."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@contextmanager
def not_as_root() -> Iterator[None]:
    """Give root's rights away for a while, since root may read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_what_may_not_be_read_is_named(open_folder: Path) -> None:
    (open_folder / "Inbox").write_bytes(MBOX)
    secret = open_folder / "secret.eml"
    secret.write_bytes(FROM_SHOP)
    secret.chmod(0)
    sealed = open_folder / "Sealed"
    sealed.write_bytes(MBOX)
    sealed.chmod(0)
    below = open_folder / "below"
    below.mkdir(mode=0)
    with not_as_root():
        findings = search(open_folder)
    assert list(names(findings)) == ["Inbox"]
    assert {one.source: one.trouble for one in troubles(findings)} == {
        str(secret): Trouble.NO_PERMISSION,
        str(sealed): Trouble.NO_PERMISSION,
        str(below): Trouble.NO_PERMISSION,
    }
