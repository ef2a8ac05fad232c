import hashlib
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.bag_files import FakeBagFiles
from tests.fakes.progress import Steps
from tests.recovery.evidence.bags import (
    PAYLOAD,
    bag,
    faults,
    manifest,
    oddities,
)
from torimodosu.recovery.evidence.bag import check_bag
from torimodosu.recovery.evidence.bag_report import Fault, Oddity
from torimodosu.recovery.progress import Cancelled


def relisted(*lines: str) -> bytes:
    digest = hashlib.sha256(b"mail a").hexdigest()
    return "".join(f"{digest} {line}\n" for line in lines).encode()


def small(version: str, name: str, listing: bytes) -> dict[str, bytes]:
    return {
        "bagit.txt": bag(version)["bagit.txt"],
        name: b"mail a",
        "manifest-sha256.txt": listing,
    }


@pytest.mark.parametrize(
    ("files", "path", "oddity"),
    [
        (
            small("0.97", "data/a", relisted("data/a", "data/a")),
            "data/a",
            Oddity.LISTED_TWICE,
        ),
        (
            small("1.0", "data/a", relisted("*data/a")),
            "data/a",
            Oddity.STAR_BEFORE_PATH,
        ),
        (
            small("1.0", "data/a", relisted("./data/a")),
            "data/a",
            Oddity.DOT_BEFORE_PATH,
        ),
        (
            small("1.0", "data/a", relisted("data/A")),
            "data/A",
            Oddity.SPELLED_OTHERWISE,
        ),
        (
            small("1.0", "data/e\u0301", relisted("data/\u00e9")),
            "data/\u00e9",
            Oddity.SPELLED_OTHERWISE,
        ),
        (
            small("1.0", "data/.DS_Store", relisted("data/.DS_Store")),
            "data/.DS_Store",
            Oddity.SYSTEM_FILE,
        ),
        (
            small("0.97", "data/a", b"\xef\xbb\xbf" + relisted("data/a")),
            "manifest-sha256.txt",
            Oddity.BYTE_ORDER_MARK,
        ),
    ],
)
def test_an_oddity_leaves_the_bag_valid(
    files: Mapping[str, bytes], path: str, oddity: Oddity
) -> None:
    assert (path, oddity) in oddities(files)


def test_the_metadata_of_the_first_drafts_is_in_another_file() -> None:
    files = bag("0.95")
    files["package-info.txt"] = files.pop("bag-info.txt")
    assert check_bag(FakeBagFiles(files)).metadata
    assert not faults(files)


def test_a_tag_file_too_large_to_be_one_is_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = "torimodosu.recovery.evidence.tag_files"
    monkeypatch.setattr(f"{module}.LARGEST_TAG_FILE", 100)
    files = bag(bag_info=b"A: " + b"b" * 100)
    assert ("bag-info.txt", Fault.TOO_LARGE) in faults(files)


def test_a_name_that_is_no_utf_8_is_told_in_printable_form() -> None:
    assert ("data/\\udcff", Fault.NOT_LISTED) in faults(bag() | {"data/\udcff": b""})


def test_progress_counts_the_bytes_to_check() -> None:
    steps = Steps()
    check_bag(FakeBagFiles(bag()), steps)
    assert steps.heard == [(6, 12), (12, 12)]


def test_the_verification_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        check_bag(FakeBagFiles(bag()), Steps(0))


def single_changes(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield each of *files* with one of its bytes changed, every seventh in turn."""
    for path, content in files.items():
        for place in range(0, len(content), 7):
            changed = bytes([content[place] ^ 1])
            yield path, content[:place] + changed + content[place + 1 :]


def test_no_changed_byte_of_a_listed_file_goes_unseen() -> None:
    tags = {name: data for name, data in bag().items() if name not in PAYLOAD}
    whole = bag(tagmanifest_sha256=manifest(tags))
    assert not faults(whole)
    for path, content in single_changes(bag()):
        assert faults(whole | {path: content})


TAG_FILES = st.sampled_from(
    [
        "bagit.txt",
        "bag-info.txt",
        "fetch.txt",
        "manifest-md5.txt",
        "tagmanifest-md5.txt",
    ]
)
ENCODINGS = st.sampled_from(["UTF-8", "UTF-16", "UTF-7", "ISO-2022-JP", "Shift_JIS"])


@given(st.dictionaries(TAG_FILES, st.binary() | st.text().map(str.encode)), ENCODINGS)
def test_no_bytes_in_the_tag_files_make_the_verification_fail(
    tags: dict[str, bytes], encoding: str
) -> None:
    declared = f"BagIt-Version: 0.97\nTag-File-Character-Encoding: {encoding}\n"
    files = PAYLOAD | {"bagit.txt": declared.encode()} | tags
    report = check_bag(FakeBagFiles(files))
    assert not report.valid
    assert all(fault.path.encode() or not fault.path for fault in report.faults)
