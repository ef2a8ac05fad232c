"""Recovery codes in a text, as people copy it from a page or a file of a service."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

LONGEST_TEXT = 20_000  # characters
MOST_CODES = 100
_FEWEST_CHARACTERS = 6
_MOST_CHARACTERS = 64
# What stands between codes on one line: Google prints two columns.
_BETWEEN = re.compile(r"[\t,;|、，；]| {2,}")
# What numbers or ticks them: "1.", "(1)", "*", an empty box.
_MARK = re.compile(r"^(?:\(?\d{1,3}[.):] *|[-*•·◦☐☑□■✓✔] *)+(?=\S)")
_FORM = re.compile(r"[0-9A-Za-z]+(?:[ -][0-9A-Za-z]+)*")
_GAP = re.compile(r"[ -]")
_DAY = re.compile(r"(?:19|20)\d\d-\d{1,2}-\d{1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CodesRead:
    """What was read of a text.

    Attributes:
        codes: The codes, in their order, each once.
        left_out: What else stands there; a person should look whether one is a code.

    """

    codes: tuple[str, ...] = field(repr=False)
    left_out: tuple[str, ...] = field(repr=False)


def recovery_codes_in(text: str) -> CodesRead | None:
    """Return the codes in *text*, None where it is too long for any list of codes.

    A code has 6 to 64 letters and digits. One without digits is a code where it is
    written in groups of one length, or is as long as one that has some: a service
    chooses them all in one way.
    """
    if len(text) > LONGEST_TEXT:
        return None
    pieces = _pieces(unicodedata.normalize("NFKC", text))
    sure = [piece for piece in pieces if _is_code(piece)]
    lengths = {len(piece) for piece in sure}
    codes = [
        piece
        for piece in pieces
        if _is_code(piece) or (piece.isalpha() and len(piece) in lengths)
    ]
    kept = tuple(dict.fromkeys(codes))[:MOST_CODES]
    left = dict.fromkeys(piece for piece in pieces if piece not in set(kept))
    return CodesRead(codes=kept, left_out=tuple(left))


def _pieces(text: str) -> Sequence[str]:
    parts = (part for line in text.splitlines() for part in _BETWEEN.split(line))
    bare = (_MARK.sub("", part.strip()).strip() for part in parts)
    return [part for part in bare if part]


def _is_code(piece: str) -> bool:
    if not _FORM.fullmatch(piece) or _DAY.fullmatch(piece):
        return False
    groups = _GAP.split(piece)
    if not _FEWEST_CHARACTERS <= sum(map(len, groups)) <= _MOST_CHARACTERS:
        return False
    is_even = len({len(group) for group in groups}) == 1
    if " " in piece:  # a sentence is uneven
        return is_even and len(groups[0]) > 1
    has_digits = any(character.isdigit() for character in piece)
    return has_digits or (is_even and len(groups) > 1)
