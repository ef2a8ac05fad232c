"""Mails of Outlook in a bag: what opens them goes by their ending."""

from pathlib import Path

import bagit  # type: ignore[import-untyped]

from tests.recovery.mail.outlook import writing
from tests.recovery.mail.outlook.writing import Msg, msg
from torimodosu.adapters.archive import BagArchive, BagFolder
from torimodosu.recovery.evidence.verification import verify_evidence
from torimodosu.recovery.mail.kept import Origin
from torimodosu.recovery.mail.search import Found

HEADER = "From: a@b.example\r\nSubject: Hello\r\nDKIM-Signature: v=1; a=rsa-sha256\r\n"
RAW = msg(Msg(properties={writing.HEADERS: HEADER, writing.BODY: "words"}))
FOUND = Found(origin=Origin(source="a.msg", offset=0, length=len(RAW)), raw=RAW)


def test_they_end_like_outlook_ends_them(tmp_path: Path) -> None:
    folder = tmp_path / "bag"
    archive = BagArchive(folder)
    ((_, sha256),) = archive.keep(FOUND)
    archive.seal((), ())
    assert archive.read(sha256) == RAW
    path = f"data/mails/{sha256}.msg"
    assert (folder / path).read_bytes() == RAW
    assert f'href="mails/{sha256}.msg"' in (folder / "data/index.html").read_text()
    bagit.Bag(str(folder)).validate()


def test_they_are_mails_like_others(tmp_path: Path) -> None:
    archive = BagArchive(tmp_path / "bag")
    archive.keep(FOUND)
    archive.seal((), ())
    report = verify_evidence(BagFolder(tmp_path / "bag"))
    assert (report.valid, report.mails) == (True, 1)
    assert report.signatures.unknown == 1


def test_one_that_is_gone_is_missed_under_its_name(tmp_path: Path) -> None:
    archive = BagArchive(tmp_path / "bag")
    ((_, sha256),) = archive.keep(FOUND)
    archive.seal((), ())
    (tmp_path / f"bag/data/mails/{sha256}.msg").unlink()
    archive.seal((), ())
    report = verify_evidence(BagFolder(tmp_path / "bag"))
    assert report.faults[0].path == f"data/mails/{sha256}.msg"
