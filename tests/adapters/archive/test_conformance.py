"""The BagIt conformance suite of the Library of Congress."""

import shutil
from pathlib import Path

import pytest

from torimodosu.adapters.archive import verify_bag
from torimodosu.recovery.evidence.bag_report import Fault, Oddity

ROOT = Path(__file__).parents[3]
SUITE = ROOT.parent / "shared" / "corpora" / "bagit-conformance"
BAGS = sorted(path for path in SUITE.glob("v*/*/*") if path.is_dir())
# The copy of the suite lost a hidden file that is in its manifest.
INCOMPLETE = SUITE / "v0.97" / "warning" / "special-system-files"

needs_suite = pytest.mark.skipif(
    not BAGS, reason="corpora not present: ../shared/corpora/bagit-conformance"
)


@needs_suite
def test_the_suite_is_there_as_a_whole() -> None:
    assert len(BAGS) == 60


@pytest.mark.parametrize(
    "folder",
    [path for path in BAGS if path != INCOMPLETE],
    ids=lambda path: "/".join(path.parts[-3:]),
)
@needs_suite
def test_a_bag_is_what_its_folder_says(folder: Path) -> None:
    report = verify_bag(folder)
    match folder.parent.name:
        case "valid":
            assert report.valid
        case "warning":
            assert report.valid
            assert report.oddities
        case _:  # also what the suite expects to fail on one system only
            assert not report.valid


@needs_suite
def test_a_bag_that_lost_a_file_is_valid_once_the_file_is_back(tmp_path: Path) -> None:
    assert not verify_bag(INCOMPLETE).complete
    folder = tmp_path / "bag"
    shutil.copytree(INCOMPLETE, folder, copy_function=shutil.copyfile)
    (folder / "data").chmod(0o700)
    (folder / "data" / ".DS_Store").touch()
    report = verify_bag(folder)
    assert report.valid
    assert {item.oddity for item in report.oddities} == {Oddity.SYSTEM_FILE}


@needs_suite
def test_nothing_outside_a_bag_is_opened() -> None:
    folder = SUITE / "v0.97/invalid/out-of-scope-file-paths-using-dot-notation"
    faults = {(item.path, item.fault) for item in verify_bag(folder).faults}
    assert ("../../../README.md", Fault.UNSAFE_PATH) in faults
    assert Fault.CHECKSUM_WRONG not in {fault for _, fault in faults}
