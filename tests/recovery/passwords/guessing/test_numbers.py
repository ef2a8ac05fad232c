import pytest

from torimodosu.recovery.passwords.guessing.match import Pattern
from torimodosu.recovery.passwords.guessing.numbers import numbers_in


def found(text: str) -> set[tuple[str, Pattern]]:
    return {(text[it.start : it.end], it.pattern) for it in numbers_in(text)}


@pytest.mark.parametrize(
    "text",
    [
        *("s60", "h07", "r8", "r1", "t9", "showa60", "shouwa60", "syouwa60"),
        *("heisei7nen", "reiwa1", "s600401", "h070512", "r8.1.1", "s60-04-01"),
        *("h30.4", "m45", "taisho15", "s64"),
    ],
)
def test_dates_of_eras_are_known(text: str) -> None:
    whole = text.removesuffix(".4")
    assert (whole, Pattern.ERA_DATE) in found(text)


@pytest.mark.parametrize("text", ["s65", "x60", "reiwa", "h0", "s600"])
def test_what_is_no_date_of_an_era_is_none(text: str) -> None:
    assert {it for it in found(text) if it[1] is Pattern.ERA_DATE} == set()


@pytest.mark.parametrize(
    ("text", "part", "pattern"),
    [
        ("sakura0401", "0401", Pattern.DATE),
        ("12/31x", "12/31", Pattern.DATE),
        ("go2024", "2024", Pattern.DATE),
        ("09048267193", "09048267193", Pattern.PHONE_NUMBER),
        ("080-4826-7193", "080-4826-7193", Pattern.PHONE_NUMBER),
        ("0312345678", "0312345678", Pattern.PHONE_NUMBER),
        ("03-1234-5678", "03-1234-5678", Pattern.PHONE_NUMBER),
        ("045-123-4567", "045-123-4567", Pattern.PHONE_NUMBER),
        ("1500001", "1500001", Pattern.POSTCODE),
        ("150-0001a", "150-0001", Pattern.POSTCODE),
    ],
)
def test_numbers_that_one_knows_by_heart_are_known(
    text: str, part: str, pattern: Pattern
) -> None:
    assert (part, pattern) in found(text)


@pytest.mark.parametrize("text", ["1301", "0432", "20245", "150-00012", "sakura"])
def test_other_numbers_are_not(text: str) -> None:
    assert found(text) == set()


def test_a_day_of_an_era_takes_more_guesses_than_a_year() -> None:
    year, day = (
        min(it.guesses for it in numbers_in(text) if it.pattern is Pattern.ERA_DATE)
        for text in ("s60", "s600401")
    )
    assert 100 < year < 1_000 < day < 1_000_000
