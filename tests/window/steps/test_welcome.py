from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.contracts.cases import OTHER, SHOP
from tests.window.scene import SaturdayEvening
from tests.window.seen import words_in, words_in_sight
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.evidence.copied import Copied
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.progress import Progress
from torimodosu.window.activities.evidence_check import COPY_NAME, EvidenceCheck
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.question import Question
from torimodosu.window.library import Library
from torimodosu.window.place import View
from torimodosu.window.ports import Ports
from torimodosu.window.steps.welcome.page import WelcomePage

NOTHING = Snapshot(at=SaturdayEvening().now())
CASE = Case(number=1, answers=SHOP)
PRACTICE = Case(number=2, answers=OTHER, is_practice=True)


@pytest.fixture
def check(jobs: JobRunner) -> EvidenceCheck:
    return EvidenceCheck(jobs, copy_nothing)


def copy_nothing(_case: Case, target: Path, _progress: Progress) -> Copied:
    target.mkdir()
    return Copied.WHOLE


class Build:
    """Builds pages whose archives lie below a folder."""

    def __init__(
        self,
        qtbot: QtBot,
        look: Look,
        check: EvidenceCheck,
        library: Library,
        folder: Path,
    ) -> None:
        self._qtbot, self._look, self._check = qtbot, look, check
        self._library = library
        self.folder, self.is_reading = folder, False

    def __call__(
        self, kept: tuple[Case, ...] = (), *, is_open: bool = False
    ) -> WelcomePage:
        page = WelcomePage(
            self._look,
            replace(NOTHING, case=kept[0]) if is_open else NOTHING,
            lambda: kept,
            library=self._library,
            check=self._check,
            is_reading=lambda: self.is_reading,
            folder_of=lambda case: self.folder / str(case.number),
        )
        self._qtbot.addWidget(page)
        page.rebuild()
        return page


@pytest.fixture
def library(ports: Ports) -> Library:
    return Library(ports)


@pytest.fixture
def build(
    qtbot: QtBot, look: Look, check: EvidenceCheck, library: Library, tmp_path: Path
) -> Build:
    return Build(qtbot, look, check, library, tmp_path)


def press(page: WelcomePage, name: str) -> None:
    buttons = page.findChildren(Button)
    next(button for button in buttons if button.accessibleName() == name).click()


def test_it_says_what_it_does_and_does_not(build: Build) -> None:
    page = build()
    told = words_in(page)
    assert "It sends nothing by itself" in told
    assert "Keeps the shop's mails" in told
    assert not page.buttons().has_bar


def test_it_leads_to_the_questions(qtbot: QtBot, build: Build) -> None:
    page = build()
    with qtbot.waitSignal(page.place_chosen) as chosen:
        press(page, "Begin")
    assert chosen.args == [Step.QUESTIONS]


def test_it_leads_to_practice(qtbot: QtBot, build: Build) -> None:
    page = build()
    with qtbot.waitSignal(page.practice_chosen):
        press(page, "Practise first")


def test_kept_cases_go_on_and_practice_is_marked(qtbot: QtBot, build: Build) -> None:
    page = build((CASE, PRACTICE))
    assert "Practice incident" in words_in(page)
    for case in (PRACTICE, CASE):
        with qtbot.waitSignal(page.case_chosen) as chosen:
            press(page, f"Go on with {case.answers.service}")
        assert chosen.args == [case]


def test_a_shop_is_called_by_its_name_once_the_packs_are_read(
    qtbot: QtBot, build: Build, library: Library
) -> None:
    page = build((CASE,))
    assert "Go on with amazon.co.jp" in words_in(page)
    with qtbot.waitSignal(library.read):
        library.prepare()
    said = words_in_sight(page)
    assert "Amazon.co.jp" in said
    assert "amazon.co.jp" not in said


def test_with_a_case_it_leads_back_or_to_a_new_one(qtbot: QtBot, build: Build) -> None:
    page = build((CASE,), is_open=True)
    with qtbot.waitSignal(page.place_chosen) as chosen:
        press(page, "Back to my case")
    assert chosen.args == [View.OVERVIEW]
    with qtbot.waitSignal(page.case_chosen) as chosen:
        press(page, "Start a new case")
    assert chosen.args == [None]


@pytest.mark.parametrize(
    ("locale", "checked"),
    [("en_GB", ["English"]), ("ja_JP", ["日本語"]), ("fr_FR", ["English"])],
)
def test_the_language_can_be_chosen(
    qtbot: QtBot, build: Build, locale: str, checked: list[str]
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    page = build()
    QLocale.setDefault(before)
    buttons = page.findChildren(Button)
    assert [b.accessibleName() for b in buttons if b.isChecked()] == checked
    with qtbot.waitSignal(page.language_chosen) as chosen:
        press(page, "日本語")
    assert chosen.args == ["ja"]


def ask_to_delete(page: WelcomePage, case: Case) -> Question:
    press(page, f"Delete {case.answers.service}")
    return page.findChildren(Question)[-1]


def answers(question: Question) -> list[str]:
    return [button.accessibleName() for button in question.buttons]


def test_a_case_without_mails_is_deleted_after_a_question(
    qtbot: QtBot, build: Build
) -> None:
    page = build((CASE,))
    question = ask_to_delete(page, CASE)
    assert "Delete this case?" in words_in(question)
    assert answers(question) == ["Keep it", "Delete the case"]
    with qtbot.waitSignal(page.deletion_confirmed) as confirmed:
        question.buttons[1].click()
    assert confirmed.args == [CASE]


def test_the_safe_answer_has_the_focus_and_escape(qtbot: QtBot, build: Build) -> None:
    page = build((CASE,))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        question = ask_to_delete(page, CASE)
        assert question.focusWidget() is question.buttons[0]
        with (
            qtbot.assertNotEmitted(page.deletion_confirmed),
            qtbot.waitSignal(question.destroyed),
        ):
            QTest.keyClick(question, key)


def test_a_case_with_mails_says_so_and_offers_a_copy_first(
    qtbot: QtBot, build: Build, monkeypatch: pytest.MonkeyPatch, check: EvidenceCheck
) -> None:
    (build.folder / str(CASE.number)).mkdir()
    stick = build.folder / "stick"
    stick.mkdir()
    page = build((CASE,))
    question = ask_to_delete(page, CASE)
    assert "the archive of the mails" in words_in(question)
    assert answers(question)[1:] == ["Delete the case", "Copy the mails first"]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    with qtbot.assertNotEmitted(page.deletion_confirmed):
        question.buttons[2].click()
        assert "Copying the mails" in words_in(page)
        qtbot.waitUntil(lambda: not check.is_running)
    assert (stick / COPY_NAME).is_dir()
    assert "The copy is whole" in words_in(page)


def test_practice_goes_without_a_copy(qtbot: QtBot, build: Build) -> None:
    (build.folder / str(PRACTICE.number)).mkdir()
    page = build((PRACTICE,))
    question = ask_to_delete(page, PRACTICE)
    assert "you can practise again" in words_in(question)
    assert answers(question) == ["Keep it", "Delete it"]
    with qtbot.waitSignal(page.deletion_confirmed):
        question.buttons[1].click()


def test_nothing_is_deleted_while_its_mails_are_read(build: Build) -> None:
    page = build((CASE,))
    build.is_reading = True
    press(page, f"Delete {CASE.answers.service}")
    assert page.findChildren(Question) == []
    assert "Its mails are in use at the moment" in words_in(page)
    build.is_reading = False
    page.rebuild()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert "in use" not in words_in(page)


def test_who_is_losing_money_now_is_told_to_call_first(build: Build) -> None:
    assert "Call the number on the back of the card first." in words_in(build())


def test_who_is_new_chooses_the_language_first(build: Build) -> None:
    words = [button.accessibleName() for button in build().findChildren(Button)]
    assert words[:3] == ["日本語", "English", "Begin"]
    words = [button.accessibleName() for button in build((CASE,)).findChildren(Button)]
    assert words.index("日本語") > words.index("Begin")


def test_an_open_case_goes_on_where_the_person_was(build: Build) -> None:
    assert "It goes on where you were" in words_in(build((CASE,), is_open=True))
    assert "Five short questions" in words_in(build((CASE,)))
