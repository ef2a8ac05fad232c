"""The guides: both languages say the same, so nobody is shown half a program."""

from pathlib import Path

import pytest

from torimodosu.resources import resource

GUIDES = resource("guides")
LANGUAGES = ("en", "ja")


def names(language: str) -> set[str]:
    return {path.name for path in (GUIDES / language).iterdir()}


def outline(path: Path) -> list[str]:
    """Return the shape of a guide: its headings and steps without their words."""
    marks = [line.split(" ", 1)[0] for line in path.read_text("utf-8").splitlines()]
    return [
        mark for mark in marks if mark in {"#", "##", "###", "-"} or mark[:1].isdigit()
    ]


ALL = sorted(set.union(*map(names, LANGUAGES)))


def test_there_are_guides_and_no_other_languages() -> None:
    assert {path.name for path in GUIDES.iterdir()} == set(LANGUAGES)
    assert ALL


@pytest.mark.parametrize("name", ALL)
def test_a_guide_says_the_same_in_every_language(name: str) -> None:
    english, *others = (outline(GUIDES / language / name) for language in LANGUAGES)
    assert english[0] == "#"
    assert others == [english]


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guide_leaves_what_ages_to_the_catalogue(language: str, name: str) -> None:
    text = (GUIDES / language / name).read_text("utf-8")
    assert "://" not in text
