"""Theme, language and size change while pages are open, and nothing is lost."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import SignIn
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.appearance import Appearance, Language, Theme
from torimodosu.window.frame import Frame
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.tokens import DARK, LIGHT
from torimodosu.window.place import View
from torimodosu.window.ports import Setting
from torimodosu.window.steps.questions.card import CardFields
from torimodosu.window.steps.questions.page import QuestionsPage


class Full:
    """Settings on a full disk."""

    settings: Mapping[str, Setting] = {"theme": "green", "text_size": "large"}

    def set(self, name: str, value: Setting) -> None:
        del name, value
        raise StoreError(StoreTrouble.FULL, "disk is full")


@pytest.mark.parametrize(
    ("theme", "canvas"),
    [(Theme.DARK, DARK["canvas"]), (Theme.LIGHT, LIGHT["canvas"])],
)
def test_a_theme_is_worn_at_once_and_remembered(
    qapp: QApplication,
    appearance: Appearance,
    store: Store,
    theme: Theme,
    canvas: str,
) -> None:
    appearance.choose_theme(Theme.DARK)
    appearance.choose_theme(theme)
    assert canvas in qapp.styleSheet()
    assert qapp.palette().window().color().name().upper() == canvas
    assert store.settings["theme"] == theme.value


def test_without_a_choice_the_theme_follows_the_system(appearance: Appearance) -> None:
    # Told as Qt tells it: the platform of the tests has no theme to change.
    changed = QGuiApplication.styleHints().colorSchemeChanged
    changed.emit(Qt.ColorScheme.Dark)
    assert appearance.look.tokens.colours == DARK
    appearance.choose_theme(Theme.LIGHT)
    assert appearance.look.tokens.colours == LIGHT
    appearance.choose_theme(Theme.SYSTEM)
    changed.emit(Qt.ColorScheme.Light)
    assert appearance.look.tokens.colours == LIGHT


def test_more_contrast_is_given_to_who_asked_the_system(appearance: Appearance) -> None:
    changed = QGuiApplication.styleHints().accessibility().contrastPreferenceChanged
    changed.emit(Qt.ContrastPreference.HighContrast)
    colours = appearance.look.tokens.colours
    assert colours["line"] == colours["text"]
    assert colours["ok_soft"] == colours["surface"]
    assert colours["accent"] == LIGHT["accent"]
    changed.emit(Qt.ContrastPreference.NoPreference)
    assert appearance.look.tokens.colours == LIGHT


@pytest.mark.parametrize(("percent", "pixels"), [(100, 15), (150, 22), (200, 30)])
def test_words_grow(
    qapp: QApplication, appearance: Appearance, percent: int, pixels: int
) -> None:
    appearance.choose_text_size(percent)
    assert qapp.font().pixelSize() == pixels
    assert appearance.look.px(10) == percent // 10


def test_large_words_of_the_system_are_followed(
    qapp: QApplication, store: Store, appearance: Appearance
) -> None:
    before, large = qapp.font(), qapp.font()
    large.setPixelSize(60)
    qapp.setFont(large)
    assert Appearance(qapp, store).look.px(100) == 200
    qapp.setFont(before)
    assert appearance.look.px(100) == 100


def test_what_was_chosen_is_there_again(
    qapp: QApplication, store: Store, appearance: Appearance
) -> None:
    appearance.choose_theme(Theme.DARK)
    appearance.choose_language(Language.JAPANESE)
    appearance.choose_text_size(125)
    again = Appearance(qapp, store)
    assert again.theme is Theme.DARK
    assert again.language is Language.JAPANESE
    assert again.text_size == 125
    appearance.choose_text_size(None)
    assert appearance.look.px(100) == 100


def test_what_cannot_be_kept_holds_for_now_and_is_told(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance
) -> None:
    del appearance
    full = Appearance(qapp, Full())
    assert full.theme is Theme.SYSTEM
    assert full.text_size is None
    with qtbot.waitSignal(full.failed):
        full.choose_theme(Theme.DARK)
    assert full.look.tokens.colours == DARK


@pytest.fixture
def questions(frame: Frame, appearance: Appearance) -> QuestionsPage:
    appearance.choose_language(Language.ENGLISH)
    frame.navigation.go_to(Step.QUESTIONS)
    page = frame.navigation.page
    assert isinstance(page, QuestionsPage)
    return page


def fill_in(page: QuestionsPage) -> None:
    """Answer some questions and leave the others open."""
    buttons = {button.accessibleName(): button for button in page.findChildren(Button)}
    buttons["Rakuten Ichiba"].click()
    buttons["No"].click()
    buttons["Add a card"].click()
    fields = page.findChildren(CardFields)[0]
    fields.nickname.setText("Blue")
    fields.nickname.textEdited.emit("Blue")


def test_a_new_language_keeps_what_was_typed(
    qtbot: QtBot, frame: Frame, appearance: Appearance, questions: QuestionsPage
) -> None:
    fill_in(questions)
    draft = questions.draft
    appearance.choose_language(Language.JAPANESE)
    qtbot.waitUntil(lambda: frame.windowTitle() == "取り戻す")
    assert questions.header is not None
    assert questions.header.accessibleName() == "5つの短い質問です"
    assert questions.draft == draft
    assert draft.sign_in is SignIn.NO
    typed = [field.text() for field in questions.findChildren(QLineEdit)]
    assert "Blue" in typed
    chosen = [
        b.accessibleName() for b in questions.findChildren(Button) if b.isChecked()
    ]
    assert "楽天市場" in chosen
    assert QLocale().language() is QLocale.Language.Japanese
    assert frame.bar.primary is not None
    assert frame.bar.primary.accessibleName() == "この内容で進む"


@pytest.mark.parametrize("percent", [100, 175])
def test_a_new_theme_or_size_keeps_what_was_typed(
    qtbot: QtBot, appearance: Appearance, questions: QuestionsPage, percent: int
) -> None:
    fill_in(questions)
    draft = questions.draft
    appearance.choose_theme(Theme.DARK)
    appearance.choose_text_size(percent)
    qtbot.waitUntil(lambda: bool(questions.findChildren(CardFields)))
    assert questions.draft == draft
    assert "Blue" in [field.text() for field in questions.findChildren(QLineEdit)]


def test_a_page_behind_speaks_the_new_language_when_it_comes_forward(
    qtbot: QtBot, frame: Frame, appearance: Appearance, questions: QuestionsPage
) -> None:
    frame.navigation.go_to(View.ABOUT)
    appearance.choose_language(Language.JAPANESE)
    qtbot.waitUntil(lambda: frame.windowTitle() == "取り戻す")
    frame.navigation.go_back()
    assert questions.header is not None
    assert questions.header.accessibleName() == "5つの短い質問です"


def test_the_first_page_changes_the_language(
    qtbot: QtBot, frame: Frame, appearance: Appearance
) -> None:
    buttons = frame.navigation.page.findChildren(Button)
    japanese = next(button for button in buttons if button.text().strip() == "日本語")
    japanese.click()
    qtbot.waitUntil(lambda: frame.navigation.page.name == "一歩ずつ、取り戻しましょう")
    assert appearance.language is Language.JAPANESE


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Language.JAPANESE, ["場所(&L):", "ファイル名(&N):", "ファイルの種類(&T):"]),
        (Language.ENGLISH, ["&Look in:", "File &name:", "Files of &type:"]),
    ],
)
def test_the_dialogs_of_qt_speak_the_language(
    qtbot: QtBot, appearance: Appearance, language: Language, expected: list[str]
) -> None:
    appearance.choose_language(language)
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert [label.text() for label in dialog.findChildren(QLabel)] == expected
    box = dialog.findChildren(QDialogButtonBox)[0]
    for button in box.buttons():
        assert button.icon().isNull()
        edge = button.grab().toImage().pixelColor(0, button.height() // 2)
        assert edge.name().upper() in (LIGHT["control"], LIGHT["accent"], LIGHT["line"])
