"""A password in the forms in which patterns are looked for."""

from typing import NamedTuple

from torimodosu.recovery.passwords.guessing.look_alikes import LookAlikes


class Typed(NamedTuple):
    """A password.

    Attributes:
        text: It as it is.
        lowered: The same in small letters, sign by sign.
        look_alikes: How its signs may be read as letters.

    """

    text: str
    lowered: str
    look_alikes: LookAlikes

    @classmethod
    def of(cls, text: str) -> "Typed":
        """Return *text* in all its forms."""
        lowered = _in_small_letters(text)
        return cls(text, lowered, LookAlikes.of(lowered))


def _in_small_letters(text: str) -> str:
    """Return *text* in small letters, as many as there were."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)
