import hashlib
from collections.abc import Mapping

import pytest

from tests.fakes.bag_files import FakeBagFiles
from tests.recovery.evidence.bags import (
    PAYLOAD,
    bag,
    faults,
    faults_of,
    manifest,
)
from torimodosu.recovery.evidence.bag import check_bag
from torimodosu.recovery.evidence.bag_report import Fault
from torimodosu.recovery.evidence.manifest import write_manifest
from torimodosu.recovery.evidence.ports import Sort


@pytest.mark.parametrize("version", ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"])
def test_a_good_bag_of_any_version_is_valid(version: str) -> None:
    files = bag(version)
    files["tagmanifest-md5.txt"] = manifest(
        {name: data for name, data in files.items() if name not in PAYLOAD}, "md5"
    )
    report = check_bag(FakeBagFiles(files))
    assert report.valid
    assert report.complete
    assert (report.files, report.size) == (2, 12)
    assert [element.label for element in report.metadata] == ["Payload-Oxum"]


@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha224", "sha512", "blake2b"])
def test_each_algorithm_of_hashlib_is_checked(algorithm: str) -> None:
    files = bag()
    files[f"manifest-{algorithm}.txt"] = manifest(PAYLOAD, algorithm)
    assert not faults(files)
    files["data/a.eml"] = b"mail A"
    assert faults(files) == {("data/a.eml", Fault.CHECKSUM_WRONG)}


def without(path: str) -> dict[str, bytes]:
    files = bag()
    del files[path]
    return files


@pytest.mark.parametrize(
    ("files", "path", "fault"),
    [
        (without("bagit.txt"), "bagit.txt", Fault.DECLARATION_MISSING),
        (bag(bagit=b"BagIt 1.0"), "bagit.txt", Fault.DECLARATION_MALFORMED),
        (bag("2.0"), "bagit.txt", Fault.VERSION_UNKNOWN),
        (without("manifest-sha256.txt"), "", Fault.MANIFEST_MISSING),
        (bag() | {"data/new": b""}, "data/new", Fault.NOT_LISTED),
        (bag() | {"data/a.eml": b"MAIL A"}, "data/a.eml", Fault.CHECKSUM_WRONG),
        (bag(manifest_crc32=manifest(PAYLOAD)), "manifest-crc32.txt", None),
        (bag(manifest_md5=b"zz data/a.eml\n"), "manifest-md5.txt", None),
        (bag(manifest_md5=b"\xff\xfe"), "manifest-md5.txt", Fault.ENCODING_WRONG),
        (bag(bag_info=b"\xef\xbb\xbfA: b\n"), "bag-info.txt", Fault.BYTE_ORDER_MARK),
        (bag(bag_info=b"Payload-Oxum: 13.2\n"), "bag-info.txt", None),
        (bag(bag_info=b"Payload-Oxum: 12.3\n"), "bag-info.txt", None),
        (bag(bag_info=b"Payload-Oxum: x\n"), "bag-info.txt", Fault.METADATA_MALFORMED),
        (bag(bag_info=b"Payload-Oxum: 12.2\n" * 2), "bag-info.txt", None),
        (bag(bag_info=b"no colon\n"), "bag-info.txt", Fault.METADATA_MALFORMED),
        (bag(bag_info=b"unreadable"), "bag-info.txt", Fault.UNREADABLE),
        (bag(fetch=b"nonsense\n"), "fetch.txt", Fault.FETCH_MALFORMED),
        (bag(fetch=b"http://x - ../y\n"), "../y", Fault.UNSAFE_PATH),
        (bag(fetch=b"http://x - y\n"), "y", Fault.LISTED_IN_WRONG_MANIFEST),
        (bag(fetch=b"http://x - data/y\n"), "data/y", Fault.NOT_LISTED),
    ],
)
def test_a_fault_is_named_with_its_file(
    files: Mapping[str, bytes], path: str, fault: Fault | None
) -> None:
    found = faults(files)
    assert path in {where for where, _ in found}
    assert fault is None or (path, fault) in found


@pytest.mark.parametrize(
    ("line", "path", "fault"),
    [
        ("aa data/gone\n", "data/gone", Fault.MISSING),
        ("aa data/sub\n", "data/sub", Fault.MISSING),
        ("aa bagit.txt\n", "bagit.txt", Fault.LISTED_IN_WRONG_MANIFEST),
        ("aa ../data/x\n", "../data/x", Fault.UNSAFE_PATH),
        ("aa data/a.eml\n", "data/a.eml", Fault.LISTED_TWICE),
    ],
)
def test_a_wrong_line_of_a_manifest_is_named(
    line: str, path: str, fault: Fault
) -> None:
    files = bag(manifest_sha256=manifest(PAYLOAD) + line.encode())
    assert (path, fault) in faults(files)


def test_a_payload_file_must_be_in_every_manifest_since_1_0_only() -> None:
    halves = {
        "manifest-sha256.txt": manifest({"data/a.eml": b"mail a"}),
        "manifest-md5.txt": manifest({"data/sub/b.eml": b"mail b"}, "md5"),
    }
    assert not faults(bag("0.97") | halves)
    assert faults(bag("1.0") | halves) == {
        ("data/a.eml", Fault.NOT_LISTED),
        ("data/sub/b.eml", Fault.NOT_LISTED),
    }


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ({"data/a.eml": b"mail a"}, ("data/a.eml", Fault.LISTED_IN_WRONG_MANIFEST)),
        (
            {"tagmanifest-md5.txt": b""},
            ("tagmanifest-md5.txt", Fault.LISTED_IN_WRONG_MANIFEST),
        ),
        ({"note.txt": b""}, ("note.txt", Fault.MISSING)),
        (
            {"bagit.txt": bag()["bagit.txt"]},
            ("manifest-sha256.txt", Fault.MANIFEST_NOT_LISTED),
        ),
    ],
)
def test_a_tag_manifest_lists_tag_files_and_every_payload_manifest(
    listed: Mapping[str, bytes], found: tuple[str, Fault]
) -> None:
    assert found in faults(bag(tagmanifest_sha256=manifest(listed)))


def test_a_hole_that_was_not_fetched_makes_the_bag_incomplete() -> None:
    line = "aa data/far\n"
    files = bag(
        manifest_sha256=manifest(PAYLOAD) + line.encode(),
        fetch=b"https://example.com/far 5 data/far\n",
    )
    report = check_bag(FakeBagFiles(files))
    assert faults_of(report) == {("data/far", Fault.NOT_FETCHED)}
    assert not report.complete


def test_a_changed_file_leaves_the_bag_complete() -> None:
    report = check_bag(FakeBagFiles(bag() | {"data/a.eml": b"mail A"}))
    assert report.complete
    assert not report.valid


def test_what_is_no_file_of_the_bag_is_a_fault_and_is_not_opened() -> None:
    sorts = {
        "data/out": Sort.LINK_OUT,
        "data/dir": Sort.FOLDER_LINK,
        "data/pipe": Sort.OTHER,
        "data/locked": Sort.UNREADABLE,
    }
    files = FakeBagFiles(bag(), sorts)
    assert faults_of(check_bag(files)) == {
        ("data/out", Fault.LINK),
        ("data/dir", Fault.LINK),
        ("data/pipe", Fault.NOT_A_FILE),
        ("data/locked", Fault.UNREADABLE),
    }
    assert set(files.opened) <= set(files.files)


def test_a_payload_file_that_cannot_be_read_is_told() -> None:
    payload = PAYLOAD | {"data/a.eml": b"unreadable"}
    files = bag(manifest_sha256=manifest(payload), bag_info=b"") | payload
    assert faults(files) == {("data/a.eml", Fault.UNREADABLE)}


def test_a_bag_without_a_payload_folder_is_incomplete() -> None:
    files = {name: data for name, data in bag().items() if name not in PAYLOAD}
    assert ("data/", Fault.PAYLOAD_FOLDER_MISSING) in faults(files)


def test_an_empty_folder_has_neither_declaration_nor_payload_nor_manifest() -> None:
    assert {fault for _, fault in faults({})} == {
        Fault.DECLARATION_MISSING,
        Fault.PAYLOAD_FOLDER_MISSING,
        Fault.MANIFEST_MISSING,
    }


def test_an_unknown_encoding_is_a_fault_of_its_own() -> None:
    declared = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: klingon\n"
    assert faults(bag(bagit=declared)) == {("bagit.txt", Fault.ENCODING_UNKNOWN)}


def test_a_bag_in_shift_jis_is_read() -> None:
    payload = {"data/注文.eml": b"mail"}
    sums = [("data/注文.eml", hashlib.sha256(b"mail").hexdigest())]
    files = payload | {
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: Shift_JIS\n",
        "manifest-sha256.txt": write_manifest(sums).encode("shift_jis"),
    }
    assert not faults(files)


@pytest.mark.parametrize(
    ("kept", "is_bag"),
    [
        ({"bagit.txt"}, True),
        ({"manifest-sha256.txt"}, True),
        ({"data/a.eml"}, True),
        ({"bag-info.txt"}, True),
        (set(), False),
    ],
)
def test_what_has_anything_of_a_bag_is_one(kept: set[str], *, is_bag: bool) -> None:
    rest = {path: data for path, data in bag().items() if path in kept}
    report = check_bag(FakeBagFiles(rest | {"photo.jpg": b""}))
    assert report.is_bag is is_bag
    assert not report.valid
