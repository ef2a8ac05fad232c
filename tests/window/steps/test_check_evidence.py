from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening
from tests.window.seen import words_in, words_in_sight
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.bags import bag_of
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.evidence.copied import Copied
from torimodosu.recovery.evidence.harm import Harm, HarmFound
from torimodosu.recovery.plan.snapshot import Snapshot, Verification
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.progress import Progress
from torimodosu.window.activities.evidence_check import Ended, EvidenceCheck
from torimodosu.window.evidence_words import ended_words
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.check_evidence.page import CheckEvidencePage
from torimodosu.window.steps.check_evidence.words import HarmWords

PATIENCE = 120_000
AT = SaturdayEvening().now()


@pytest.fixture
def copied() -> list[Path]:
    return []


@pytest.fixture
def check(worker: JobRunner, copied: list[Path]) -> EvidenceCheck:
    def copy(case: Case, target: Path, progress: Progress) -> Copied:
        del case
        progress.report(1, 2)
        copied.append(target)
        return Copied.WHOLE

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
    said = words_in(page)
    assert "1 mail(s) are not what was kept any more" in said
    assert f"data/mails/{mail.name}" in said


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


@pytest.mark.parametrize("harm", Harm)
@pytest.mark.parametrize("number", [1, 5])
def test_every_harm_is_told_with_what_to_do(harm: Harm, number: int) -> None:
    words = HarmWords("/the/folder")
    examples = tuple(f"data/{number}" for number in range(min(number, 3)))
    found = HarmFound(harm=harm, number=number, examples=examples)
    title, advice = words.title(found), words.advice(found)
    assert title
    assert "%" not in title + advice
    assert "{" not in title + advice
    first, *files = advice.splitlines()
    assert first.endswith(".")
    assert files == [*examples, *(["and 2 more"] if number == 5 else [])]
    titles = {words.title(HarmFound(harm=other)) for other in Harm}
    assert len(titles) == len(Harm)


def test_the_place_of_an_archive_is_shown_as_it_is_written() -> None:
    words = HarmWords("/home/%n/{files}")
    advice = words.advice(HarmFound(harm=Harm.GONE))
    assert "Its place is /home/%n/{files}." in advice


def checked(
    qtbot: QtBot, page: CheckEvidencePage, check: EvidenceCheck, practice: Store
) -> str:
    """Check the evidence, show the page anew, and return what it says."""
    case = page.snapshot.case
    assert case is not None
    with qtbot.waitSignal(check.verified, timeout=PATIENCE):
        check.verify(case)
    page.show_snapshot(practice.snapshot(case, at=AT))
    return words_in(page)


def test_an_archive_that_was_moved_is_looked_for_and_not_called_forged(
    qtbot: QtBot,
    page: CheckEvidencePage,
    check: EvidenceCheck,
    practice: Store,
    practice_case: Case,
) -> None:
    folder = bag_of(practice, practice_case)
    folder.rename(folder.with_name("elsewhere"))
    said = checked(qtbot, page, check, practice)
    assert "The folder with the evidence is not there" in said
    assert f"Its place is {folder}." in said
    assert "Open the folder" not in said
    folder.with_name("elsewhere").rename(folder)
    said = checked(qtbot, page, check, practice)
    assert "The folder with the evidence is not there" not in said
    assert page.name == "The evidence is whole"


def test_files_that_do_not_belong_there_are_shown_in_their_folder(  # noqa: PLR0913
    qtbot: QtBot,
    *,
    page: CheckEvidencePage,
    check: EvidenceCheck,
    practice: Store,
    practice_case: Case,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile()))
    )
    folder = bag_of(practice, practice_case)
    (folder / "data" / "letter.txt").write_bytes(b"dear")
    (folder / "data" / ".DS_Store").write_bytes(b"\0")
    said = checked(qtbot, page, check, practice)
    assert "1 file(s) are not part of the evidence" in said
    assert "Your computer put 1 file(s) there" in said
    assert "data/.DS_Store" in said
    assert said.count("Open the folder") == 1
    buttons_of(page)["Open the folder"].click()
    assert opened == [folder]


def test_what_was_found_before_a_restart_can_be_seen_by_checking_again(
    page: CheckEvidencePage, snapshot: Snapshot
) -> None:
    page.show_snapshot(
        replace(snapshot, verification=Verification(at=AT, faults=3), read_at=None)
    )
    assert "“Check now” shows what it is" in words_in(page)


def test_what_was_found_before_mails_were_read_again_is_not_shown(
    qtbot: QtBot,
    page: CheckEvidencePage,
    check: EvidenceCheck,
    practice: Store,
    practice_case: Case,
) -> None:
    mail = next((bag_of(practice, practice_case) / "data" / "mails").iterdir())
    mail.write_bytes(b"forged")
    assert "1 mail(s) are not what was kept" in checked(qtbot, page, check, practice)
    known = page.snapshot.verification
    assert known is not None
    later = known.at + timedelta(minutes=1)
    page.show_snapshot(replace(page.snapshot, read_at=later))
    assert "1 mail(s) are not what was kept" not in words_in_sight(page)
