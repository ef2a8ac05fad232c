"""Theme, language and text size of the window, which all change while it runs."""

import sys
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication

from torimodosu.recovery.case.ports import StoreError
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.palette import palette
from torimodosu.window.kit.stylesheet import stylesheet
from torimodosu.window.kit.tokens import DARK, LIGHT, TYPES, Tokens, with_strong_edges
from torimodosu.window.ports import Setting, Settings
from torimodosu.window.translator import translate

# What the systems call 100 %, in px: 9 pt at 96 dpi, 13 pt at 72, and GNOME's 11 pt.
_SYSTEM_SIZES = {"win32": 12.0, "darwin": 13.0}
_LINUX_SIZE = 14.7
LARGEST_SCALE = 2.0
# Without the name of a Japanese face, Linux may show Chinese shapes. Noto first: the
# proportional kana and commas of BIZ UDPGothic run together at the size of our words.
_LINUX_FONTS = ("Noto Sans CJK JP", "Noto Sans JP", "BIZ UDPGothic")

E = TypeVar("E", bound=Enum)


class Theme(Enum):
    """Light, dark, or as the system is."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Language(Enum):
    """The languages of the window, or that of the system."""

    SYSTEM = "system"
    JAPANESE = "ja"
    ENGLISH = "en"


class Appearance(QObject):
    """Dresses the application, and again whenever something is chosen or changes.

    `failed` tells that a choice holds for now, but could not be kept.
    """

    failed = Signal(Exception)

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__()
        self._app, self._settings = app, settings
        kept = settings.settings
        self.theme = _one_of(Theme, kept.get("theme"), Theme.SYSTEM)
        self.language = _one_of(Language, kept.get("language"), Language.SYSTEM)
        chosen = kept.get("text_size")
        self.text_size = chosen if isinstance(chosen, int) else None
        self._system_scale = _scale_of(app.font())
        hints = QGuiApplication.styleHints()
        self._scheme = hints.colorScheme()
        self._contrast = hints.accessibility().contrastPreference()
        self.look = Look(self._tokens())
        translate(app, self._locale())
        self._dress()
        hints.colorSchemeChanged.connect(self._follow_scheme)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_contrast)

    def choose_theme(self, theme: Theme) -> None:
        """Show *theme* from now on."""
        self.theme = theme
        self._follow()
        self._keep("theme", theme.value)

    def choose_language(self, language: Language) -> None:
        """Speak *language* from now on."""
        self.language = language
        translate(self._app, self._locale())
        self._keep("language", language.value)

    def speak(self, language: str) -> None:
        """Speak "ja" or "en" from now on."""
        self.choose_language(Language(language))

    def choose_text_size(self, percent: int | None) -> None:
        """Show words in *percent* of their size; None follows the system."""
        self.text_size = percent
        self._follow()
        self._keep("text_size", percent)

    def _keep(self, name: str, value: Setting) -> None:
        try:
            self._settings.set(name, value)
        except StoreError as error:
            self.failed.emit(error)

    def _follow_scheme(self, scheme: Qt.ColorScheme) -> None:
        self._scheme = scheme
        self._follow()

    def _follow_contrast(self, contrast: Qt.ContrastPreference) -> None:
        self._contrast = contrast
        self._follow()

    def _follow(self) -> None:
        tokens = self._tokens()
        if tokens != self.look.tokens:
            self._dress(tokens)
            self.look.use(tokens)

    def _dress(self, tokens: Tokens | None = None) -> None:
        tokens = tokens or self.look.tokens
        font = self._app.font()
        if sys.platform.startswith("linux"):
            font.setFamilies([*_LINUX_FONTS, font.defaultFamily()])
        font.setPixelSize(tokens.px(TYPES["body"].size))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._app.setFont(font)
        self._app.setPalette(palette(tokens))
        # Cleared first: replacing the sheet of a full window takes Qt 3 times as long.
        self._app.setStyleSheet("")
        self._app.setStyleSheet(stylesheet(tokens))

    def _tokens(self) -> Tokens:
        is_dark = self.theme is Theme.DARK or (
            self.theme is Theme.SYSTEM and self._scheme is Qt.ColorScheme.Dark
        )
        scale = self.text_size / 100 if self.text_size else self._system_scale
        colours = DARK if is_dark else LIGHT
        if self._contrast is Qt.ContrastPreference.HighContrast:
            colours = with_strong_edges(colours)
        return Tokens(colours=colours, scale=scale)

    def _locale(self) -> QLocale:
        if self.language is Language.SYSTEM:
            return QLocale.system()
        return QLocale(self.language.value)


def _scale_of(font: QFont) -> float:
    """Return how much larger than usual the system's font is, in steps of 5 %."""
    usual = _SYSTEM_SIZES.get(sys.platform, _LINUX_SIZE)
    scale = round(QFontInfo(font).pixelSize() / usual * 20) / 20
    return min(LARGEST_SCALE, max(1.0, scale))


def _one_of(kind: type[E], kept: Setting, usual: E) -> E:
    """Return the member that was *kept*, or the *usual* one for what is not known."""
    return next((member for member in kind if member.value == kept), usual)
