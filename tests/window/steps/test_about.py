import pytest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening
from tests.window.seen import words_in
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.place import View
from torimodosu.window.steps.about.page import AboutPage

NOTHING = Snapshot(at=SaturdayEvening().now())


@pytest.fixture
def page(qtbot: QtBot, look: Look, jobs: JobRunner) -> AboutPage:
    page = AboutPage(
        look, NOTHING, version="1.2.3", jobs=jobs, packs=lambda: "2026.11.1"
    )
    qtbot.addWidget(page)
    page.rebuild()
    return page


def test_it_says_which_version_it_is_and_under_which_licence(page: AboutPage) -> None:
    assert page.name == "Torimodosu 1.2.3"
    assert "MIT licence" in words_in(page)
    assert "belongs to no shop" in words_in(page)
    assert "version 2026.11.1" in words_in(page)


def test_qt_may_be_replaced_and_its_terms_be_read(
    page: AboutPage, qtbot: QtBot
) -> None:
    assert "put your own build of them in their place" in words_in(page)
    qtbot.waitUntil(lambda: bool(page.findChildren(QComboBox)))
    (parts,) = page.findChildren(QComboBox)
    (terms,) = page.findChildren(QPlainTextEdit)
    assert "MIT License" in terms.toPlainText()
    names = [parts.itemText(number) for number in range(parts.count())]
    qt = next(n for n, name in enumerate(names) if name.startswith("shiboken6"))
    parts.setCurrentIndex(qt)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in terms.toPlainText()
    page.rebuild()
    assert page.findChildren(QComboBox)[-1].currentIndex() == qt


def test_a_part_without_terms_of_its_own_says_the_name_of_its_licence(
    page: AboutPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(page.findChildren(QComboBox)))
    (parts,) = page.findChildren(QComboBox)
    (terms,) = page.findChildren(QPlainTextEdit)
    names = [parts.itemText(number) for number in range(parts.count())]
    parts.setCurrentIndex(
        next(n for n, name in enumerate(names) if name.startswith("Python"))
    )
    assert terms.toPlainText() == "Python is under the licence PSF-2.0."


@pytest.mark.parametrize(
    ("words", "view"),
    [
        ("Everything that is kept", View.EVERYTHING),
        ("What left this computer", View.SENT),
        ("Log", View.LOG),
    ],
)
def test_it_leads_to_what_the_program_keeps(
    page: AboutPage, qtbot: QtBot, words: str, view: View
) -> None:
    button = next(b for b in page.findChildren(Button) if b.accessibleName() == words)
    with qtbot.waitSignal(page.place_chosen) as chosen:
        button.click()
    assert chosen.args == [view]
