from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.window.seen import words_in, words_in_sight
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import MailPlace
from torimodosu.recovery.mail.search import NotCovered, Trouble
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.practice.incident import MAIL_FOLDER
from torimodosu.window.activities.intake import Intake
from torimodosu.window.dropped import FileKind
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.read_mail.further_back import FurtherBack
from torimodosu.window.steps.read_mail.how import how_words
from torimodosu.window.steps.read_mail.page import ReadMailPage
from torimodosu.window.steps.read_mail.progress import left_words
from torimodosu.window.words.not_read import not_read_words, place_words

PATIENCE = 120_000


@pytest.fixture
def intake(worker: JobRunner) -> Intake:
    return Intake(worker)


@pytest.fixture
def page(qtbot: QtBot, look: Look, snapshot: Snapshot, intake: Intake) -> ReadMailPage:
    page = ReadMailPage(look, snapshot, intake=intake, thunderbird=("/no/Mail",))
    qtbot.addWidget(page)
    page.show_snapshot(snapshot)
    return page


def mails_of(practice: Store) -> str:
    return str(practice.practice_folder / "files" / MAIL_FOLDER)


def test_what_was_read_is_named_and_the_next_step_is_open(page: ReadMailPage) -> None:
    said = words_in(page)
    assert "all-mail.mbox" in said
    assert "Not covered: mail that is only on your phone" in said
    assert "Read Thunderbird" in said
    primary = page.buttons().primary
    assert primary is not None
    assert primary.held_back == ""
    places: list[object] = []
    page.place_chosen.connect(places.append)
    primary.run()
    assert places == [Step.SORT_ORDERS]


def test_folders_of_thunderbird_that_are_found_late_are_offered_and_read(
    qtbot: QtBot, look: Look, snapshot: Snapshot, intake: Intake
) -> None:
    page = ReadMailPage(look, snapshot, intake=intake)
    qtbot.addWidget(page)
    page.show_snapshot(snapshot)
    assert "Read Thunderbird" not in words_in(page)
    page.offer_thunderbird(("/no/such/place",))
    (button,) = [b for b in page.findChildren(Button) if "Thunderbird" in b.text()]
    with qtbot.waitSignal(intake.ended, timeout=PATIENCE):
        button.click()
    assert intake.result is not None
    (missed,) = intake.result.intake.not_covered
    assert missed.source == "/no/such/place"


def test_before_anything_is_read_the_page_says_so_and_what_will_be(
    qtbot: QtBot, page: ReadMailPage, snapshot: Snapshot, intake: Intake
) -> None:
    assert "Nothing has been read yet" not in words_in(page)
    page.show_snapshot(replace(snapshot, kept={}, covered=()))
    said = words_in_sight(page)
    assert "Nothing has been read yet" in said
    assert "Mails of the shop and of card companies, since 24 May 2026" in said
    with qtbot.waitSignal(intake.ended, timeout=PATIENCE):
        page.take_files(["/no/such/place"])
        said = words_in_sight(page)
        assert "Your mail is being read" in said
        assert "Nothing has been read yet" not in said


def test_after_a_reading_that_was_cut_off_the_same_files_are_asked_for(
    page: ReadMailPage, snapshot: Snapshot
) -> None:
    page.show_snapshot(replace(snapshot, covered=()))
    said = words_in_sight(page)
    assert "Reading was cut off" in said
    assert "Drop the same files once more." in said
    assert "Nothing has been read yet" not in said


def test_without_a_case_nobody_knows_since_when_mails_are_looked_at(
    page: ReadMailPage, snapshot: Snapshot
) -> None:
    page.show_snapshot(replace(snapshot, case=None, kept={}, covered=()))
    said = words_in_sight(page)
    assert "Nothing has been read yet" in said
    assert "What we look for" not in said


def test_without_a_kept_mail_the_next_step_waits(
    page: ReadMailPage, snapshot: Snapshot
) -> None:
    page.show_snapshot(replace(snapshot, kept={}, covered=()))
    primary = page.buttons().primary
    assert primary is not None
    assert primary.held_back


def test_a_drop_is_read_and_told_to_be_known(
    qtbot: QtBot, page: ReadMailPage, intake: Intake, practice: Store
) -> None:
    with qtbot.waitSignal(intake.ended, timeout=PATIENCE):
        page.take_files([mails_of(practice)])
        said = words_in(page)
        assert "Reading your mail" in said
        assert "Cancel" in said
        primary = page.buttons().primary
        assert primary is not None
        assert primary.held_back
    assert "These mails were kept already" in words_in(page)


def test_files_that_come_while_mail_is_read_are_not_dropped_in_silence(
    qtbot: QtBot, page: ReadMailPage, intake: Intake, practice: Store
) -> None:
    with qtbot.waitSignal(intake.ended, timeout=PATIENCE):
        page.take_files([mails_of(practice)])
        assert "More files came meanwhile" not in words_in_sight(page)
        page.take_files(["/no/such/place"])
        said = words_in_sight(page)
        assert "More files came meanwhile" in said
        assert "They are read after this." in said
    assert "More files came meanwhile" not in words_in_sight(page)
    with qtbot.waitSignal(intake.ended, timeout=PATIENCE):
        assert intake.is_running
    assert "More files came meanwhile" not in words_in_sight(page)
    assert intake.result is not None
    (missed,) = intake.result.intake.not_covered
    assert missed.source == "/no/such/place"


def test_files_that_are_not_read_because_the_reading_was_stopped_are_told_of(
    qtbot: QtBot, page: ReadMailPage, intake: Intake, practice: Store
) -> None:
    page.take_files([mails_of(practice)])
    page.take_files(["/no/such/place"])
    intake.cancel()
    qtbot.waitUntil(lambda: not intake.is_running, timeout=PATIENCE)
    said = words_in_sight(page)
    assert "More files came meanwhile" in said
    assert "They were not read. Drop them once more." in said
    with qtbot.waitSignal(intake.ended, timeout=PATIENCE):
        page.take_files([mails_of(practice)])
    assert "More files came meanwhile" not in words_in_sight(page)


def test_what_cannot_be_read_is_not_said_to_hold_no_mail_of_the_shop(
    qtbot: QtBot, page: ReadMailPage, intake: Intake, tmp_path: Path
) -> None:
    with qtbot.waitSignal(intake.ended, timeout=PATIENCE):
        page.take_files(["/no/such/place"])
    said = words_in_sight(page)
    assert "There was no mail in it that could be read" in said
    assert "It is no longer there. Put it back, then drop it again." in said
    assert "No mail from the shop" not in said
    (tmp_path / "empty.mbox").touch()
    with qtbot.waitSignal(intake.ended, timeout=PATIENCE):
        page.take_files(["/no/such/place", str(tmp_path / "empty.mbox")])
    assert "Why is told below, under what is covered." in words_in_sight(page)


SHOP_MAIL = """\
From: auto-confirm@amazon.co.jp
Date: Thu, 20 Nov 2025 11:00:00 +0900
Subject: A year before

"""


def test_older_mails_of_the_same_files_are_read_when_asked_for(
    qtbot: QtBot,
    page: ReadMailPage,
    intake: Intake,
    practice: Store,
    tmp_path: Path,
) -> None:
    folder = tmp_path / "mail"
    folder.mkdir()
    (folder / "old.eml").write_text(SHOP_MAIL, "utf-8")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    with qtbot.waitSignal(intake.ended, timeout=PATIENCE):
        page.take_files([str(folder)])
    said = words_in(page)
    assert "No mail from the shop was found in it" in said
    assert "1 other file(s) are no mail and were passed over" in said
    page.show_snapshot(practice.snapshot(page.snapshot.case, at=page.snapshot.at))
    assert "we look at mails since 24 May 2026" in words_in(page)
    for name, kept in (("Two years back", 1), ("Look at everything, however old", 0)):
        with qtbot.waitSignal(intake.ended, timeout=PATIENCE):
            press(page, name)
        assert intake.result is not None
        assert intake.result.intake.kept == kept


def press(page: ReadMailPage, name: str) -> None:
    buttons = [b for b in page.findChildren(Button) if b.isVisibleTo(page)]
    next(button for button in buttons if button.accessibleName() == name).click()


def test_without_anything_read_nothing_leads_further_back(
    page: ReadMailPage, snapshot: Snapshot
) -> None:
    page.show_snapshot(replace(snapshot, covered=()))
    assert [b for b in page.findChildren(FurtherBack) if b.isVisibleTo(page)] == []


def test_files_are_chosen_by_button_too(
    qtbot: QtBot,
    page: ReadMailPage,
    intake: Intake,
    practice: Store,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen = mails_of(practice)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    buttons = {b.accessibleName(): b for b in page.findChildren(Button)}
    buttons["Choose files"].click()
    assert not intake.is_running
    with qtbot.waitSignal(intake.ended, timeout=PATIENCE):
        buttons["Choose a folder"].click()


def test_files_above_the_window_are_welcome(page: ReadMailPage) -> None:
    page.hover_files(is_over=True)
    page.hover_files(is_over=False)
    assert page.takes is FileKind.MAIL


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_has_words(trouble: Trouble) -> None:
    assert not_read_words(trouble).endswith(".")


@pytest.mark.parametrize("place", MailPlace)
def test_every_place_of_mail_is_explained(place: MailPlace) -> None:
    assert how_words(place).endswith((".", "。"))


def test_a_mail_in_a_file_is_named_by_its_place() -> None:
    missed = NotCovered(source="/a/box", offset=12, trouble=Trouble.TRUNCATED)
    assert place_words(missed) == "box, at byte 12"
    assert place_words(replace(missed, offset=None)) == "box"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (3.0, "About 10 second(s) left"),
        (38.0, "About 40 second(s) left"),
        (200.0, "About 3 minute(s) left"),
    ],
)
def test_the_time_left_is_rounded(seconds: float | None, words: str) -> None:
    assert left_words(seconds) == words


def test_ways_to_the_mail_are_not_numbered_as_if_all_were_needed(
    page: ReadMailPage,
) -> None:
    said = words_in(page).splitlines()
    assert "Thunderbird" in said
    assert not {"1", "2", "3"} & set(said)
