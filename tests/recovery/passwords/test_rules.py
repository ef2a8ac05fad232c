from datetime import date

import pytest

from torimodosu.recovery.catalogue.service import CharacterClass, PasswordRules
from torimodosu.recovery.catalogue.source import Grade, Source
from torimodosu.recovery.passwords.rules import BrokenRule, broken_rules

SOURCE = Source(text="a page", grade=Grade.A, last_checked=date(2026, 11, 22))
EVERY_SORT = tuple(CharacterClass)


def rules_of(
    shortest: int | None = None,
    longest: int | None = None,
    required: tuple[CharacterClass, ...] = (),
    *,
    special: str | None = None,
    most_alike: int | None = None,
) -> PasswordRules:
    return PasswordRules(
        shortest=shortest,
        longest=longest,
        required=required,
        special=special,
        most_alike=most_alike,
        source=SOURCE,
    )


@pytest.mark.parametrize(
    ("password", "rules", "broken"),
    [
        ("", rules_of(), ()),
        ("12345", rules_of(6), (BrokenRule.TOO_SHORT,)),
        ("123456", rules_of(6), ()),
        ("123456789", rules_of(6, 8), (BrokenRule.TOO_LONG,)),
        ("aB3-", rules_of(required=EVERY_SORT), ()),
        ("é", rules_of(required=EVERY_SORT[:3]), tuple(BrokenRule)[2:5]),
        ("あ", rules_of(required=(CharacterClass.SPECIAL,)), ()),
        ("abc", rules_of(required=(CharacterClass.SPECIAL,)), tuple(BrokenRule)[5:6]),
        ("a-b", rules_of(special="-"), ()),
        ("a-b", rules_of(special=""), (BrokenRule.SPECIAL_NOT_TAKEN,)),
        ("aabb", rules_of(most_alike=2), ()),
        ("abbb", rules_of(most_alike=2), (BrokenRule.ALIKE_IN_A_ROW,)),
    ],
)
def test_what_a_service_would_refuse_is_named(
    password: str, rules: PasswordRules, broken: tuple[BrokenRule, ...]
) -> None:
    assert broken_rules(password, rules) == broken
