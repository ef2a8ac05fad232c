"""Which pictures are taken: of what, and in which forms."""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from torimodosu.window.appearance import Language, Theme
from torimodosu.window.frame import MINIMUM_SIZE
from torimodosu.window.place import Place
from torimodosu.window.shell import USUAL_SIZE


class Form(Enum):
    """What a window is shown in beside its language and its theme."""

    USUAL = "100"
    LARGE = "200"
    SMALL = "small"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a window is shown."""

    language: Language
    theme: Theme = Theme.LIGHT
    form: Form = Form.USUAL

    @property
    def name(self) -> str:
        form = "" if self.form is Form.USUAL else f"-{self.form.value}"
        return f"{self.language.value}-{self.theme.value}{form}"

    @property
    def percent(self) -> int:
        return 200 if self.form is Form.LARGE else 100

    @property
    def size(self) -> tuple[int, int]:
        return MINIMUM_SIZE if self.form is Form.SMALL else USUAL_SIZE


LANGUAGES = (Language.JAPANESE, Language.ENGLISH)
SETTINGS = tuple(
    Setting(language=language, theme=theme, form=form)
    for form in Form
    for theme in (Theme.LIGHT, Theme.DARK)
    for language in LANGUAGES
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is wanted of all pictures.

    Attributes:
        settings: The forms to show.
        pages: The values of the places to show; all where it is empty.
        scenes: What happened before, as the pictures' names begin; all where empty.

    """

    settings: Sequence[Setting] = SETTINGS
    pages: frozenset[str] = frozenset()
    scenes: frozenset[str] = frozenset()

    def of(self, scene: str, places: Iterable[Place]) -> tuple[Place, ...]:
        """Return those of *places* that are wanted as they are in *scene*."""
        if self.scenes and scene not in self.scenes:
            return ()
        return tuple(
            place for place in places if not self.pages or place.value in self.pages
        )

    def has(self, scene: str, state: str) -> bool:
        """Tell whether *state*, which is no page of its own, is wanted in *scene*."""
        is_wanted = not self.scenes or scene in self.scenes
        return is_wanted and (not self.pages or state in self.pages)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Let the command line choose; each option takes several values."""
    for name, values in (
        ("--language", [language.value for language in LANGUAGES]),
        ("--theme", [Theme.LIGHT.value, Theme.DARK.value]),
        ("--form", [form.value for form in Form]),
    ):
        parser.add_argument(name, nargs="+", choices=values, default=values)
    parser.add_argument("--page", nargs="+", default=[], help="such as overview")
    parser.add_argument("--scene", nargs="+", default=[], help="such as cards")


def selection_of(options: argparse.Namespace) -> Selection:
    """Return what *options* ask for."""
    settings = tuple(
        setting
        for setting in SETTINGS
        if setting.language.value in options.language
        and setting.theme.value in options.theme
        and setting.form.value in options.form
    )
    return Selection(
        settings=settings,
        pages=frozenset(options.page),
        scenes=frozenset(options.scene),
    )
