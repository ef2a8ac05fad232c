"""The forms of Japanese verbs and adjectives that stand alone as a phrase."""

from __future__ import annotations

from collections.abc import Collection, Iterator

# What a verb of the first class ends in: before "masu", before "nai", the "te" form,
# the command and "let us".
_GODAN = {
    "u": ("i", "wa", "tte", "e", "ou"),
    "ku": ("ki", "ka", "ite", "ke", "kou"),
    "gu": ("gi", "ga", "ide", "ge", "gou"),
    "su": ("shi", "sa", "shite", "se", "sou"),
    "tsu": ("chi", "ta", "tte", "te", "tou"),
    "nu": ("ni", "na", "nde", "ne", "nou"),
    "bu": ("bi", "ba", "nde", "be", "bou"),
    "mu": ("mi", "ma", "nde", "me", "mou"),
    "ru": ("ri", "ra", "tte", "re", "rou"),
}
_ICHIDAN = ("", "", "te", "ro", "you")
_POLITE = ("masu", "mashita", "mashite", "masen", "mashou", "tai")
_AFTER_TE = ("", "ru", "ne", "yo", "kudasai")


def forms_of(word: str, kinds: Collection[str]) -> Iterator[str]:
    """Yield the common forms of a *word* in Hepburn letters.

    Args:
        word: Its form in dictionaries.
        kinds: What JMdict says that it is.

    """
    for kind in kinds:
        if kind == "Ichidan verb":
            yield from _verb(word.removesuffix("ru"), _ICHIDAN)
        elif kind == "adjective (keiyoushi)":
            stem = word.removesuffix("i")
            yield from (stem + end for end in ("ku", "katta", "kunai", "kute", "sou"))
        elif kind.startswith("Godan verb with '"):
            ending = _ending(word)
            if ending in _GODAN:
                yield from _verb(word.removesuffix(ending), _GODAN[ending])


def _ending(word: str) -> str:
    return (
        "tsu" if word.endswith("tsu") else word[-2:] if word[-2] in "kgsnbmr" else "u"
    )


def _verb(stem: str, endings: tuple[str, ...]) -> Iterator[str]:
    polite, negative, te, command, together = endings
    yield from (stem + polite + end for end in _POLITE)
    yield from (stem + te + end for end in _AFTER_TE)
    yield stem + te[:-1] + ("a" if te else "")
    yield from (stem + negative + end for end in ("nai", "naide"))
    yield stem + command
    yield stem + together
