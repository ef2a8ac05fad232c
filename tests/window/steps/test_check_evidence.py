from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening
from tests.window.seen import words_in
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.bags import bag_of
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot, Verification
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.tasks import FaultFound
from torimodosu.recovery.progress import Progress
from torimodosu.window.activities.evidence_check import Ended, EvidenceCheck
from torimodosu.window.evidence_words import ended_words
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.check_evidence.page import CheckEvidencePage
from torimodosu.window.steps.check_evidence.words import fault_words

PATIENCE = 120_000
AT = SaturdayEvening().now()


@pytest.fixture
def copied() -> list[Path]:
    return []


@pytest.fixture
def check(worker: JobRunner, copied: list[Path]) -> EvidenceCheck:
    def copy(case: Case, target: Path, progress: Progress) -> int:
        del case
        progress.report(1, 2)
        copied.append(target)
        return 0

    return EvidenceCheck(worker, copy)


@pytest.fixture
def page(
    qtbot: QtBot, look: Look, snapshot: Snapshot, check: EvidenceCheck, practice: Store
) -> CheckEvidencePage:
    def folder_of(case: Case) -> Path:
        return bag_of(practice, case)

    page = CheckEvidencePage(look, snapshot, check=check, folder_of=folder_of)
    qtbot.addWidget(page)
    page.show_snapshot(snapshot)
    return page


def buttons_of(page: CheckEvidencePage) -> dict[str, Button]:
    return {button.accessibleName(): button for button in page.findChildren(Button)}


def test_checking_proves_the_evidence_whole(
    qtbot: QtBot,
    page: CheckEvidencePage,
    check: EvidenceCheck,
    practice: Store,
    practice_case: Case,
) -> None:
    assert page.name == "Is the evidence whole?"
    primary = page.buttons().primary
    assert primary is not None
    with qtbot.waitSignal(check.verified, timeout=PATIENCE):
        primary.run()
        assert page.name == "Comparing the mails with their seal"
        assert "Cancel" in words_in(page)
    page.show_snapshot(practice.snapshot(practice_case, at=AT))
    assert page.name == "The evidence is whole"
    following = page.buttons().primary
    assert following is not None
    places: list[object] = []
    page.place_chosen.connect(places.append)
    following.run()
    assert places == [Step.SORT_ORDERS]


def test_a_changed_mail_is_told(
    qtbot: QtBot,
    page: CheckEvidencePage,
    check: EvidenceCheck,
    practice: Store,
    practice_case: Case,
) -> None:
    mail = next((bag_of(practice, practice_case) / "data" / "mails").iterdir())
    mail.write_bytes(b"forged")
    with qtbot.waitSignal(check.verified, timeout=PATIENCE):
        check.verify(practice_case)
    page.show_snapshot(practice.snapshot(practice_case, at=AT))
    assert "no longer as they were kept" in page.name
    assert f"No longer as it was kept: data/mails/{mail.name}" in words_in(page)


def test_mails_added_since_are_told(
    page: CheckEvidencePage, snapshot: Snapshot
) -> None:
    assert snapshot.seal is not None
    seal = replace(snapshot.seal, at=AT)
    before = Verification(at=AT.replace(hour=1), faults=0)
    page.show_snapshot(replace(snapshot, seal=seal, verification=before))
    assert "mails were added since" in words_in(page)


def test_a_copy_goes_where_the_person_says(
    qtbot: QtBot,
    page: CheckEvidencePage,
    copied: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    buttons_of(page)["Copy it to a stick"].click()
    qtbot.waitUntil(lambda: "The copy is whole" in words_in(page), timeout=PATIENCE)
    assert [target.parent for target in copied] == [tmp_path]


def test_the_list_opens_outside(
    page: CheckEvidencePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile())
    )
    buttons_of(page)["Open the list"].click()
    assert [Path(path).name for path in opened] == ["index.html"]
    assert Path(opened[0]).exists()


def test_without_mails_the_page_asks_for_them(
    page: CheckEvidencePage, snapshot: Snapshot
) -> None:
    page.show_snapshot(replace(snapshot, kept={}))
    assert "The evidence will be here" in words_in(page)
    assert page.buttons().primary is None


@pytest.mark.parametrize("ended", Ended)
def test_every_end_is_explained(ended: Ended) -> None:
    title, words = ended_words(ended)
    assert title
    assert words.endswith(".")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (FaultFound(path="a", fault="checksum_wrong"), "No longer as it was kept: a"),
        (FaultFound(path="a", fault="missing"), "No longer there: a"),
        (FaultFound(path="a", fault="not_listed"), "Put there by somebody else: a"),
        (
            FaultFound(path="", fault="seal_differs"),
            "Sealed anew by somebody else: the archive as a whole",
        ),
        (
            FaultFound(path="j", fault="changed", entry=3),
            "The journal was changed: j, entry 3",
        ),
        (FaultFound(path="a", fault="link"), "Not as it should be (link): a"),
    ],
)
def test_faults_are_named(fault: FaultFound, words: str) -> None:
    assert fault_words(fault) == words
