"""How likely a phrase of Japanese begins at each place of a text.

The model is that of BudouX (https://github.com/google/budoux), which browsers use for
`word-break: auto-phrase` of CSS Text Level 4. Its features are the letters around a
place: one, two or three of them, up to three letters away. Its parser looks up thirteen
for each place, 5.7 µs a letter; a page of labels is made on the thread of the window.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

# How far in front of the last letter of a feature the place is that it tells about, in
# letters: UW3 is the letter before the place, BW2 the two around it.
_BACK = {
    "UW1": -2,
    "UW2": -1,
    "UW3": 0,
    "UW4": 1,
    "UW5": 2,
    "UW6": 3,
    "BW1": 0,
    "BW2": 1,
    "BW3": 2,
    "TW1": 0,
    "TW2": 1,
    "TW3": 2,
    "TW4": 3,
}
_FARTHEST, _NEAREST = max(_BACK.values()), min(_BACK.values())
# The sums for the places around a letter stand side by side in one number, the place
# farthest back lowest. Each begins so high that none ever falls below 0.
_BITS = 20
_LANE = (1 << _BITS) - 1
_ZERO = 1 << (_BITS - 2)
_ENTERING = _ZERO << (_BITS * (_FARTHEST - _NEAREST))
# Letters that no feature has; as many as there are places in a number.
_EDGE = "\0" * (_FARTHEST - _NEAREST + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """What is known of where phrases begin.

    `adds` tells what up to three letters add to the sums, `half` what a sum must be
    over for a phrase to begin.
    """

    adds: Mapping[str, int]
    half: int


@cache
def model() -> Model:
    """Return the model of BudouX for Japanese, in the form that adds up quickly."""
    # Late: the window in English needs none of it.
    from budoux import load_default_japanese_parser  # noqa: PLC0415

    adds: dict[str, int] = {}
    total = 0
    for feature, scores in load_default_japanese_parser().model.items():
        shift = _BITS * (_FARTHEST - _BACK[feature])
        for letters, score in scores.items():
            adds[letters] = adds.get(letters, 0) + (score << shift)
            total += score
    return Model(adds=adds, half=total // 2)


def phrase_scores(words: str) -> Sequence[int]:
    """Return for each place between two letters of *words* how likely it is.

    A phrase begins where it is over 0. The first number is that of the place behind the
    first letter.
    """
    known = model()
    adds, half = known.adds.get, known.half + _ZERO
    padded = f"{_EDGE}{words}{_EDGE}"
    twos = map(str.__add__, padded[1:], padded[2:])
    threes = map(str.__add__, padded, map(str.__add__, padded[1:], padded[2:]))
    sums, found = 0, []
    for one, two, three in zip(padded[2:], twos, threes, strict=False):
        sums = (sums >> _BITS) + _ENTERING + adds(one, 0) + adds(two, 0)
        sums += adds(three, 0)
        found.append((sums & _LANE) - half)
    return found[len(_EDGE) + 1 : len(_EDGE) + len(words)]
