"""Mail in zip files."""

import struct
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.adapters.mailboxes.writing import (
    FROM_FRIEND,
    FROM_SHOP,
    covered,
    found,
    mbox,
    passed_over,
    search,
    troubles,
)
from tests.adapters.mailboxes.zipping import CENTRAL, END, patched, zipped
from tests.recovery.mail.outlook import writing as outlook
from torimodosu.adapters.mailboxes.zipped import LARGEST_UNPACKED
from torimodosu.recovery.mail.search import EVERYTHING, NotCovered, Trouble

APPLE = b"%d\n%s<plist></plist>" % (len(FROM_SHOP), FROM_SHOP)
OUTLOOK = outlook.msg(
    outlook.Msg(
        properties={outlook.BODY: "合計はみどりや電器まで", outlook.SUBJECT: "x"}
    )
)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_every_kind_of_mail_is_found_byte_for_byte(tmp_path: Path, method: int) -> None:
    files = {
        "mail/": b"",
        "mail/a.eml": FROM_SHOP,
        "mail/b.emlx": APPLE,
        "mail/c.msg": OUTLOOK,
        "Inbox": mbox([FROM_FRIEND, FROM_SHOP]),
        "Mail/new/1.host": FROM_SHOP.replace(b"Your", b"Another"),
        "photo.jpg": bytes(3000),
        "__MACOSX/mail/._a.eml": b"\0\5\x16\7",
    }
    path = zipped(tmp_path / "mail.zip", files, method)
    findings = search(path)
    assert {one.origin.source: one.raw for one in found(findings)} == {
        f"{path}/mail/a.eml": FROM_SHOP,
        f"{path}/mail/b.emlx": FROM_SHOP,
        f"{path}/mail/c.msg": OUTLOOK,
        f"{path}/Inbox": FROM_SHOP,
        f"{path}/Mail/new/1.host": files["Mail/new/1.host"],
    }
    assert troubles(findings) == []
    assert [(one.source, one.messages) for one in covered(findings)] == [(str(path), 6)]
    assert sum(one.files for one in passed_over(findings)) == 2


def test_the_origin_of_a_mail_tells_where_in_the_file_it_lies(tmp_path: Path) -> None:
    box = mbox([FROM_FRIEND, FROM_SHOP])
    path = zipped(tmp_path / "mail.zip", {"Inbox": box})
    (mail,) = found(search(path))
    start, length = mail.origin.offset, mail.origin.length
    assert box[start : start + length] == mail.raw


def test_a_zip_file_in_a_folder_is_opened_too(tmp_path: Path) -> None:
    zipped(tmp_path / "mail.zip", {"a.eml": FROM_SHOP})
    zipped(tmp_path / "photos.zip", {"a.jpg": b"x"})
    (tmp_path / "b.eml").write_bytes(FROM_FRIEND)
    findings = search(tmp_path)
    assert len(found(findings)) == 1
    assert troubles(findings) == []


@pytest.mark.parametrize("files", [{}, {"a.jpg": b"x"}])
def test_a_chosen_zip_file_without_mail_is_named(
    tmp_path: Path, files: dict[str, bytes]
) -> None:
    path = zipped(tmp_path / "photos.zip", files)
    assert troubles(search(path)) == [
        NotCovered(source=str(path), offset=None, trouble=Trouble.NO_MAIL_INSIDE)
    ]


def test_a_zip_file_that_has_a_password_is_named_once(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.eml": FROM_SHOP, "b.eml": FROM_SHOP})
    raw = path.read_bytes()
    for entry in (raw.index(CENTRAL), raw.rindex(CENTRAL)):
        raw = raw[: entry + 8] + b"\1\0" + raw[entry + 10 :]
    path.write_bytes(raw)
    findings = search(path)
    assert [(one.source, one.trouble) for one in troubles(findings)] == [
        (str(path), Trouble.HAS_PASSWORD)
    ]


@pytest.mark.parametrize(
    ("name", "content", "trouble"),
    [
        ("inner.zip", b"PK\x03\x04", Trouble.PACKED_TWICE),
        ("a.pst", b"!BDN", Trouble.FORMAT_NOT_SUPPORTED),
        ("a.msg", outlook.MAGIC + bytes(600), Trouble.NOT_A_MAIL),
        ("a.eml", b"", Trouble.NO_MAIL_INSIDE),
        ("a.mbox", b"nothing", Trouble.NOT_A_MAIL),
        ("1.emlx", b"9999\n" + FROM_SHOP, Trouble.TRUNCATED),
    ],
)
def test_what_ought_to_be_mail_is_named(
    tmp_path: Path, name: str, content: bytes, trouble: Trouble
) -> None:
    path = zipped(tmp_path / "a.zip", {name: content, "b.eml": FROM_FRIEND})
    (told,) = troubles(search(path))
    assert (told.source, told.trouble) == (f"{path}/{name}", trouble)


def test_what_was_never_delivered_to_a_maildir_is_named(tmp_path: Path) -> None:
    files = {"M/cur/1": FROM_SHOP, "M/tmp/2": FROM_SHOP, "other/tmp/3": FROM_SHOP}
    findings = search(zipped(tmp_path / "a.zip", files))
    assert [Path(one.source).name for one in troubles(findings)] == ["2"]
    assert {Path(one.origin.source).name for one in found(findings)} == {"1", "3"}


@pytest.mark.parametrize(
    ("changes", "trouble"),
    [
        # What it is packed with, its size, and where it lies.
        ([(10, "<H", 14)], Trouble.FORMAT_NOT_SUPPORTED),
        ([(24, "<I", LARGEST_UNPACKED + 1)], Trouble.PACKED_TOO_LARGE),
        ([(24, "<I", 5000)], Trouble.TRUNCATED),
        ([(16, "<I", 0)], Trouble.UNREADABLE),
        ([(42, "<I", 3)], Trouble.UNREADABLE),
        ([(42, "<I", 2**31)], Trouble.UNREADABLE),
        ([(20, "<I", 2**31)], Trouble.UNREADABLE),
    ],
)
def test_wrong_numbers_are_told(
    tmp_path: Path, changes: list[tuple[int, str, int]], trouble: Trouble
) -> None:
    path = patched(zipped(tmp_path / "a.zip", {"a.eml": FROM_SHOP}), *changes)
    findings = search(path)
    assert [one.trouble for one in troubles(findings)] == [trouble]
    assert found(findings) == []


def test_files_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    """The densest bombs list one packed file many times."""
    path = zipped(tmp_path / "a.zip", {"a.eml": FROM_SHOP * 50})
    raw = path.read_bytes()
    start, end = raw.index(CENTRAL), raw.index(END)
    directory = raw[start:end] * 100
    tail = bytearray(raw[end:])
    struct.pack_into("<I", tail, 12, len(directory))
    path.write_bytes(raw[:start] + directory + tail)
    assert [one.trouble for one in troubles(search(path))] == [Trouble.UNREADABLE]


def test_a_file_that_grows_without_bounds_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {f"{n}.txt": b"" for n in range(40)})
    raw = bytearray(path.read_bytes())
    entry = raw.index(CENTRAL)
    for _ in range(40):
        struct.pack_into("<I", raw, entry + 24, 200 * 2**20)
        entry = raw.find(CENTRAL, entry + 4)
    path.write_bytes(raw)
    (told,) = troubles(search(path))
    assert told.trouble is Trouble.PACKED_TOO_LARGE


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("../../etc/a.eml", "etc/a.eml"),
        ("/root/a.eml", "root/a.eml"),
        ("..\\a.eml", "a.eml"),
        ("a\nb.eml", "a\ufffdb.eml"),
        ("注文/確認.eml", "注文/確認.eml"),
    ],
)
def test_names_are_labels_and_no_paths(tmp_path: Path, name: str, label: str) -> None:
    path = zipped(tmp_path / "a.zip", {name: FROM_SHOP})
    (mail,) = found(search(path))
    assert mail.origin.source == f"{path}/{label}"


def test_names_of_japan_without_a_charset_are_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"xxxxxxxx.eml": FROM_SHOP})
    name = "注文確認".encode("cp932")
    path.write_bytes(path.read_bytes().replace(b"xxxxxxxx", name))
    (mail,) = found(search(path))
    assert mail.origin.source == f"{path}/注文確認.eml"


def test_a_zip_file_behind_a_program_is_read(tmp_path: Path) -> None:
    """It unpacks itself where it was made, and is a zip file here."""
    path = zipped(tmp_path / "a.zip", {"a.eml": FROM_SHOP})
    path.write_bytes(b"PK\x03\x04" + bytes(500) + path.read_bytes())
    assert len(found(search(path))) == 1


def test_large_zip_files_have_larger_numbers(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.eml": FROM_SHOP})
    raw = path.read_bytes()
    start, end = raw.index(CENTRAL), raw.index(END)
    entry = bytearray(raw[start:end])
    numbers = struct.unpack_from("<II", entry, 20)
    struct.pack_into("<II", entry, 20, 0xFFFFFFFF, 0xFFFFFFFF)
    extra = struct.pack("<HHQQ", 1, 16, numbers[1], numbers[0])
    struct.pack_into("<H", entry, 30, len(extra))
    directory = bytes(entry[: 46 + 5]) + extra
    end_64 = struct.pack(
        "<4sQHHIIQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, len(directory), start
    )
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, start + len(directory), 1)
    tail = bytearray(raw[end:])
    struct.pack_into("<II", tail, 12, 0xFFFFFFFF, 0xFFFFFFFF)
    path.write_bytes(raw[:start] + directory + end_64 + locator + tail)
    assert [one.raw for one in found(search(path))] == [FROM_SHOP]


def test_many_mails_are_searched_by_worker_processes(
    tmp_path: Path, *, long_form: bool
) -> None:
    count = 20_000 if long_form else 2_100
    mails = {f"{n}.eml": FROM_SHOP + b"%d\n" % n for n in range(count)}
    path = zipped(tmp_path / "a.zip", mails)
    raws = {sha256(one.raw).digest() for one in found(search(path))}
    assert raws == {sha256(raw).digest() for raw in mails.values()}


WHOLE = {"Inbox": mbox([FROM_FRIEND, FROM_SHOP]), "a.msg": OUTLOOK, "x/": b""}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=20),
    st.floats(0, 1),
)
def test_no_damage_makes_it_raise(
    tmp_path: Path, changes: list[tuple[float, int]], end: float
) -> None:
    path = zipped(tmp_path / "a.zip", WHOLE)
    raw = bytearray(path.read_bytes())
    for place, byte in changes:
        raw[int(place * len(raw))] = byte
    path.write_bytes(raw[: max(int(end * len(raw)), 1)])
    for finding in search(path, wanted=EVERYTHING):
        finding.source.encode() if isinstance(finding, NotCovered) else None
