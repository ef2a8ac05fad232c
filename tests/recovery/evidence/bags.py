"""Bags in memory, good and changed."""

import hashlib
from collections.abc import Mapping

from tests.fakes.bag_files import FakeBagFiles
from torimodosu.recovery.evidence.bag import check_bag
from torimodosu.recovery.evidence.bag_report import BagReport, Fault, Oddity
from torimodosu.recovery.evidence.manifest import write_manifest

PAYLOAD = {"data/a.eml": b"mail a", "data/sub/b.eml": b"mail b"}


def manifest(files: Mapping[str, bytes], algorithm: str = "sha256") -> bytes:
    sums = {p: hashlib.new(algorithm, data).hexdigest() for p, data in files.items()}
    return write_manifest(sums.items()).encode()


def bag(version: str = "1.0", **changes: bytes) -> dict[str, bytes]:
    """Return a good bag with *changes* to its tag files, named without ".txt"."""
    files = {
        "bagit.txt": (
            f"BagIt-Version: {version}\nTag-File-Character-Encoding: UTF-8\n".encode()
        ),
        "bag-info.txt": b"Payload-Oxum: 12.2\n",
        "manifest-sha256.txt": manifest(PAYLOAD),
    }
    named = {name.replace("_", "-") + ".txt": text for name, text in changes.items()}
    return PAYLOAD | files | named


def faults(files: Mapping[str, bytes]) -> set[tuple[str, Fault]]:
    return faults_of(check_bag(FakeBagFiles(files)))


def faults_of(report: BagReport) -> set[tuple[str, Fault]]:
    return {(item.path, item.fault) for item in report.faults}


def oddities(files: Mapping[str, bytes]) -> set[tuple[str, Oddity]]:
    report = check_bag(FakeBagFiles(files))
    assert report.valid
    return {(item.path, item.oddity) for item in report.oddities}
