import argparse

import pytest

from tests.screens.selection import SETTINGS, Selection, add_options, selection_of
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.place import View


def chosen(*words: str) -> Selection:
    parser = argparse.ArgumentParser()
    add_options(parser)
    return selection_of(parser.parse_args(words))


def test_without_a_choice_everything_is_shown() -> None:
    selection = chosen()
    assert selection.settings == SETTINGS
    assert selection.of("way", (View.LOG,)) == (View.LOG,)
    assert selection.has("way", "weak")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("--language", "ja", "--form", "200"), ["ja-light-200", "ja-dark-200"]),
        (("--theme", "dark", "--form", "100"), ["ja-dark", "en-dark"]),
        (
            ("--language", "en", "--theme", "light", "--form", "small", "contrast"),
            ["en-light-small", "en-light-contrast"],
        ),
    ],
)
def test_forms_are_chosen(words: tuple[str, ...], names: list[str]) -> None:
    assert [setting.name for setting in chosen(*words).settings] == names


def test_pages_and_scenes_are_chosen() -> None:
    selection = chosen("--page", "log", "weak", "--scene", "way")
    assert selection.of("way", (View.LOG, Step.SHOP)) == (View.LOG,)
    assert selection.of("cards", (View.LOG,)) == ()
    assert [selection.has("way", state) for state in ("weak", "codes")] == [True, False]
    assert not selection.has("cards", "weak")
