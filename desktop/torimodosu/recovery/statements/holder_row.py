"""Rows that name a card and the person who holds it."""

import re
import unicodedata
from collections.abc import Sequence

_LONGEST = 200
_NUMBER = re.compile(r"[0-9*X●-]{8,30}")
_LAST_FOUR = re.compile(r"[0-9]{4}$")
_NOISE = re.compile(r"(?:ご利用者(?:名)?|お名前|会員氏名|氏名)[::]?|[【】\[\]]")
_TITLE = "様"


def last_four(text: str) -> str:
    """Return the four digits that the number in *text* ends with, "" where masked."""
    folded = "".join(unicodedata.normalize("NFKC", text[:_LONGEST]).split())
    found = _LAST_FOUR.search(folded)
    return found[0] if found else ""


def card_and_holder(cells: Sequence[str]) -> tuple[str | None, str]:
    """Return the last four digits and the name that a row tells.

    The digits are "" where they are masked, and None where the row has no number.
    """
    text = unicodedata.normalize("NFKC", " ".join(filter(None, cells))[:_LONGEST])
    number = _NUMBER.search(text)
    name = _NUMBER.sub(" ", text).strip()
    if _TITLE in name:
        name = name.partition(_TITLE)[0]
    return last_four(number[0]) if number else None, plain_holder(name)


def plain_holder(text: str) -> str:
    """Return the *text* of a holder's cell without labels, titles and marks."""
    folded = unicodedata.normalize("NFKC", text[:_LONGEST])
    words = _NOISE.sub(" ", folded).replace("*", " ").split()
    return " ".join(words).removesuffix(_TITLE).strip()
