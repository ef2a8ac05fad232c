"""What a person does with a window before a picture of it is taken."""

import re
from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree as ET

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests.screens.camera import Camera
from torimodosu.resources import resource
from torimodosu.window.frame import Frame
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.button import Button
from torimodosu.window.page import Page

_GAP = re.compile(r"\\\{[^}]*\\\}")


class Hand:
    """Presses and types in one window, in whatever language it is."""

    def __init__(self, camera: Camera, frame: Frame, jobs: JobRunner) -> None:
        self.frame = frame
        self._camera, self._jobs = camera, jobs

    @property
    def page(self) -> Page:
        """Return the page in front."""
        return self.frame.navigation.page

    def press(self, words: str) -> None:
        """Press the button that says *words* in English, or is called so.

        Raises:
            LookupError: If no such button can be pressed.

        """
        patterns = [*map(re.compile, _said_for(words)), re.compile(re.escape(words))]
        for button in _buttons():
            said = button.accessibleName(), button.objectName()
            if any(each.fullmatch(one) for each in patterns for one in said):
                button.click()
                self._camera.settle()
                return
        raise LookupError(words)

    def write(self, text: str, field: int | str = 0) -> None:
        """Type *text* into a field of the page: that of a number, or of a name."""
        fields = [one for one in self.page.findChildren(QLineEdit) if one.isVisible()]
        named = [one for one in fields if one.objectName() == field]
        chosen = fields[field] if isinstance(field, int) else named[0]
        chosen.setText(text)
        chosen.textEdited.emit(text)
        self._camera.settle()

    def paste(self, text: str) -> None:
        """Put *text* into the large field of the page."""
        fields = self.page.findChildren(QPlainTextEdit)
        next(one for one in fields if one.isVisible()).setPlainText(text)
        self._camera.settle()

    def run_primary(self) -> None:
        """Press the one filled button."""
        self.frame.bar.press_primary() or self.page.press_primary()
        self._camera.settle()

    def rest(self) -> None:
        """Wait until nothing is worked on."""
        self._camera.rest(self._jobs)


def dialogs() -> Iterator[QWidget]:
    """Yield the windows that stand over the first one."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and not isinstance(window, Frame):
            yield window


def _buttons() -> Iterator[Button]:
    """Yield what can be pressed; that of a dialog first."""
    for window in sorted(
        QApplication.topLevelWidgets(), key=lambda one: isinstance(one, Frame)
    ):
        for button in window.findChildren(Button):
            if button.isVisible() and button.isEnabled():
                yield button


@cache
def _said_for(words: str) -> tuple[str, ...]:
    """Return patterns of *words* and of what they are in Japanese, anywhere."""
    said = [there for source, there in _catalogue() if source == words]
    return tuple(_GAP.sub(".*", re.escape(each)) for each in (words, *said))


@cache
def _catalogue() -> tuple[tuple[str, str], ...]:
    tree = ET.parse(resource("i18n", "torimodosu_ja.ts"))
    return tuple(
        (message.findtext("source", ""), message.findtext("translation", ""))
        for message in tree.iter("message")
    )
