import pytest

from torimodosu.window.kit.stylesheet import stylesheet
from torimodosu.window.kit.tokens import (
    DARK,
    LIGHT,
    Colour,
    Tokens,
    with_strong_edges,
)

WORDS: tuple[tuple[Colour, Colour], ...] = (
    *(("text", back) for back in ("canvas", "surface", "rail", "sunken")),
    *(("text", back) for back in ("accent_soft", "attention_soft", "danger_soft")),
    *(("text", back) for back in ("ok_soft", "unknown_soft")),
    *(("muted", back) for back in ("canvas", "surface", "rail", "sunken")),
    ("muted", "unknown_soft"),
    ("accent", "surface"),
    ("accent", "canvas"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_press"),
    ("ok", "surface"),
    ("ok", "ok_soft"),
    ("attention", "surface"),
    ("attention", "sunken"),
    ("attention", "attention_soft"),
    ("danger", "surface"),
    ("danger", "danger_soft"),
    ("unknown", "unknown_soft"),
    ("surface", "text"),
)
SHAPES: tuple[tuple[Colour, Colour], ...] = (
    ("control", "surface"),
    ("control", "canvas"),
    ("accent", "rail"),
    ("accent", "canvas"),
    ("data_a", "surface"),
    ("data_b", "surface"),
    ("data_c", "surface"),
    ("data_open", "surface"),
)


def luminance(colour: str) -> float:
    """Return the relative luminance of a #RRGGBB colour (WCAG 2.2)."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


THEMES = {
    "light": LIGHT,
    "dark": DARK,
    "light, strong": with_strong_edges(LIGHT),
    "dark, strong": with_strong_edges(DARK),
}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(("front", "back"), WORDS)
def test_words_stand_out(theme: dict[Colour, str], front: Colour, back: Colour) -> None:
    assert contrast(theme[front], theme[back]) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(("front", "back"), SHAPES)
def test_shapes_stand_out(
    theme: dict[Colour, str], front: Colour, back: Colour
) -> None:
    assert contrast(theme[front], theme[back]) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_with_more_contrast_boxes_have_edges_and_what_is_chosen_stays_filled(
    colours: dict[Colour, str],
) -> None:
    callouts = 'QFrame[box="info"], QFrame[box="ok"]'
    assert callouts not in stylesheet(Tokens(colours=colours, scale=1.0))
    strong = with_strong_edges(colours)
    assert callouts in stylesheet(Tokens(colours=strong, scale=1.0))
    assert strong["accent_soft"] != strong["surface"]


def test_both_themes_have_the_same_roles() -> None:
    assert list(LIGHT) == list(DARK)


@pytest.mark.parametrize(
    ("colours", "ratio"),
    [(("#000000", "#FFFFFF"), 21), (("#777777", "#FFFFFF"), 4.48)],
)
def test_contrast_is_measured_as_the_standard_says(
    colours: tuple[str, str], ratio: float
) -> None:
    assert contrast(*colours) == pytest.approx(ratio, abs=0.005)


def test_lengths_scale_with_the_text() -> None:
    assert Tokens(colours=LIGHT, scale=1.5).px(13) == 20
