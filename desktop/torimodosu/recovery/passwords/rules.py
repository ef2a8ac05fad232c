"""Whether a password keeps the rules of the service that it is for."""

import string
from collections.abc import Mapping
from enum import Enum
from itertools import groupby

from torimodosu.recovery.catalogue.service import CharacterClass, PasswordRules


class BrokenRule(Enum):
    """Why a service would refuse a password."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    NO_LOWER = "no_lower"
    NO_UPPER = "no_upper"
    NO_DIGIT = "no_digit"
    NO_SPECIAL = "no_special"
    SPECIAL_NOT_TAKEN = "special_not_taken"
    ALIKE_IN_A_ROW = "alike_in_a_row"


_LACKING: Mapping[CharacterClass, BrokenRule] = {
    CharacterClass.LOWER: BrokenRule.NO_LOWER,
    CharacterClass.UPPER: BrokenRule.NO_UPPER,
    CharacterClass.DIGIT: BrokenRule.NO_DIGIT,
    CharacterClass.SPECIAL: BrokenRule.NO_SPECIAL,
}


def class_of(character: str) -> CharacterClass:
    """Return which sort *character* is, as sites count: all else is special."""
    if character in string.ascii_lowercase:
        return CharacterClass.LOWER
    if character in string.ascii_uppercase:
        return CharacterClass.UPPER
    if character in string.digits:
        return CharacterClass.DIGIT
    return CharacterClass.SPECIAL


def broken_rules(password: str, rules: PasswordRules) -> tuple[BrokenRule, ...]:
    """Return which of *rules* is broken by *password*, as far as they are known."""
    held = {class_of(character) for character in password}
    broken = [_LACKING[sort] for sort in rules.required if sort not in held]
    if rules.shortest is not None and len(password) < rules.shortest:
        broken.append(BrokenRule.TOO_SHORT)
    if rules.longest is not None and len(password) > rules.longest:
        broken.append(BrokenRule.TOO_LONG)
    if rules.special is not None and _has_other_special(password, rules.special):
        broken.append(BrokenRule.SPECIAL_NOT_TAKEN)
    if rules.most_alike is not None and _most_alike(password) > rules.most_alike:
        broken.append(BrokenRule.ALIKE_IN_A_ROW)
    return tuple(broken)


def _has_other_special(password: str, taken: str) -> bool:
    return any(
        class_of(character) is CharacterClass.SPECIAL and character not in taken
        for character in password
    )


def _most_alike(password: str) -> int:
    return max((len([*run]) for _, run in groupby(password)), default=0)
