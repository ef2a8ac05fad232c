"""Passwords as people have them, made up: common ones, words, and random ones."""

import random
import string
from collections.abc import Callable, Mapping, Sequence

from zxcvbn.frequency_lists import FREQUENCY_LISTS

COMMON: Sequence[str] = FREQUENCY_LISTS["passwords"][:20_000]
WORDS: Sequence[str] = FREQUENCY_LISTS["english_wikipedia"][:5_000]
JAPANESE = ("sakura", "tanaka", "yamada", "nihon", "tokyo", "hanako", "midori")
LETTERS = string.ascii_letters + string.digits + "-_"
SIGNS = string.ascii_letters + string.digits + string.punctuation
LOOK_ALIKES = str.maketrans({"a": "@", "o": "0", "e": "3"})


def made_up_passwords(count: int) -> Sequence[str]:
    """Return *count* passwords, the same each time; one in four comes again or nearly.

    Common ones, words with a year, Japanese with a number and words in look-alike signs
    are half of the rest; the others are random, of up to 72 characters.
    """
    chance = random.Random(5)  # noqa: S311 -- no secret
    makers, weights = [*MAKERS], [*MAKERS.values()]
    made: list[str] = []
    for _ in range(count):
        if made and chance.random() < 0.25:
            made.append(chance.choice(made) + chance.choice(["", "", "", "1", "!"]))
        else:
            (maker,) = chance.choices(makers, weights)
            made.append(maker(chance))
    return made


def with_year(chance: random.Random) -> str:
    year = chance.randrange(1950, 2026)
    return f"{chance.choice(WORDS).title()}{year}{chance.choice(['', '!', '#'])}"


def in_look_alikes(chance: random.Random) -> str:
    number = chance.choice(string.digits) * chance.randint(1, 4)
    return chance.choice(WORDS).translate(LOOK_ALIKES) + number


def of_signs(chance: random.Random, *lengths: int) -> str:
    return "".join(chance.choices(SIGNS, k=chance.choice(lengths)))


# How each kind is made, and how many in a hundred are so.
MAKERS: Mapping[Callable[[random.Random], str], int] = {
    lambda chance: chance.choice(COMMON): 12,
    with_year: 20,
    lambda chance: f"{chance.choice(JAPANESE)}{chance.randrange(10_000)}": 12,
    in_look_alikes: 12,
    lambda chance: "".join(chance.choices(LETTERS, k=chance.choice((12, 15, 16)))): 24,
    lambda chance: of_signs(chance, 16, 20, 24, 32): 12,
    lambda chance: "-".join(chance.choices(WORDS, k=chance.randint(4, 6))): 5,
    lambda chance: of_signs(chance, 40, 50, 64, 72): 3,
}
