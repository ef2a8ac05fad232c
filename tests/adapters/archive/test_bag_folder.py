import os
from pathlib import Path

import pytest

from torimodosu.adapters.archive import BagFolder, verify_bag
from torimodosu.recovery.evidence.bag_report import Fault
from torimodosu.recovery.evidence.ports import BagEntry, Sort, UnreadableFileError


def sorts(folder: Path) -> dict[str, Sort]:
    return {entry.path: entry.sort for entry in BagFolder(folder).entries()}


def test_entries_are_all_below_the_folder_by_path(tmp_path: Path) -> None:
    (tmp_path / "data" / "b").mkdir(parents=True)
    (tmp_path / "data" / "b" / "注文.eml").write_bytes(b"12345")
    (tmp_path / "a.txt").touch()
    assert BagFolder(tmp_path).entries() == [
        BagEntry(path="a.txt", sort=Sort.FILE),
        BagEntry(path="data", sort=Sort.FOLDER),
        BagEntry(path="data/b", sort=Sort.FOLDER),
        BagEntry(path="data/b/注文.eml", sort=Sort.FILE, size=5),
    ]


def test_a_link_is_followed_only_to_a_file_inside(tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    bag.mkdir()
    (bag / "file").write_bytes(b"x")
    (tmp_path / "secret").write_bytes(b"x")
    (bag / "inside").symlink_to("file")
    (bag / "outside").symlink_to("../secret")
    (bag / "absolute").symlink_to(tmp_path / "secret")
    (bag / "folder").symlink_to(".")
    (bag / "dangling").symlink_to("nothing")
    (bag / "loop").symlink_to("loop")
    assert sorts(bag) == {
        "file": Sort.FILE,
        "inside": Sort.FILE,
        "outside": Sort.LINK_OUT,
        "absolute": Sort.LINK_OUT,
        "folder": Sort.FOLDER_LINK,
        "dangling": Sort.LINK_OUT,
        "loop": Sort.LINK_OUT,
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "to pipe").symlink_to("pipe")
    assert set(sorts(tmp_path).values()) == {Sort.OTHER}


def test_digests_are_those_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc" * 10**6)
    digests = BagFolder(tmp_path).digests("a", ["md5", "sha1"])
    assert digests == {
        "md5": "4f31b51448012f3b28b9b6b496fa91c9",
        "sha1": "e3f12e341149b0b798f36dbbbe52e4f2b31a3846",
    }


def test_a_vanished_file_cannot_be_read(tmp_path: Path) -> None:
    folder = BagFolder(tmp_path)
    with pytest.raises(UnreadableFileError, match="gone"):
        folder.read("gone", 9)
    with pytest.raises(UnreadableFileError, match="gone"):
        folder.digests("gone", ["md5"])


def test_no_more_is_read_than_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert BagFolder(tmp_path).read("a", 3) == b"123"


def test_a_folder_that_is_absent_is_a_bag_with_faults(tmp_path: Path) -> None:
    report = verify_bag(tmp_path / "nothing")
    assert not report.complete
    assert Fault.UNREADABLE in {item.fault for item in report.faults}
