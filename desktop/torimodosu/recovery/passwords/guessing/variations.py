"""How many ways there are to write a word with capitals and look-alikes."""

import re
from collections.abc import Mapping
from functools import lru_cache
from math import comb

# A single capital at either end, or nothing but capitals: what one tries first.
_USUAL = re.compile(r"[A-Z][^A-Z]+|[^A-Z]+[A-Z]|[^a-z]+", re.DOTALL)
_CAPITAL = re.compile(r"[A-Z]")


def in_capitals(token: str) -> int:
    """Return how many ways of writing capitals one tries until *token* comes."""
    if token == token.lower() or not _CAPITAL.search(token):
        return 1
    if _USUAL.fullmatch(token):
        return 2
    upper = sum(map(str.isupper, token))
    lower = sum(map(str.islower, token))
    return _choices(upper, lower)


def with_look_alikes(token: str, letters: Mapping[str, str]) -> int:
    """Return how many ways of writing look-alikes one tries until *token* comes.

    Args:
        token: What stands in the password, in small letters.
        letters: Each look-alike with the letter for which it stands.

    """
    ways = 1
    for sign, letter in letters.items():
        signs = token.count(sign)
        if not signs:
            continue
        kept = token.count(letter)
        ways *= _choices(signs, kept) if kept else 2
    return ways


@lru_cache(maxsize=1024)
def _choices(some: int, others: int) -> int:
    return sum(comb(some + others, count) for count in range(1, min(some, others) + 1))
