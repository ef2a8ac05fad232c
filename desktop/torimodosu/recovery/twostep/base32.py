"""Set-up keys as people copy them (RFC 4648, section 6)."""

import base64
import binascii
import re
import unicodedata
from urllib.parse import unquote

from torimodosu.recovery.twostep.account import NotAnAccountError, Problem

# What a shop groups its key with, and what a copy brings along.
_BETWEEN = re.compile(r"[\s\-_.=\u200B\u2010-\u2015]+")
_LONGEST_KEY = 2000  # characters
_GROUP = 8  # characters, which hold five bytes


def secret_of(text: str) -> bytes:
    """Return the secret that the key *text* stands for.

    Blanks, hyphens, padding (also as "%3D"), lower case and full-width characters are
    as good as the bare key. Bits that fill no byte are dropped, as phones do.

    Raises:
        NotAnAccountError: If it is no such key. It never tells the key.

    """
    key = folded_key(text)
    if not key:
        raise NotAnAccountError(Problem.NO_SECRET)
    # The last group of 1, 3 or 6 characters has some that fill no byte.
    rest = len(key) % _GROUP
    if rest in (1, 3, 6):
        key, rest = key[:-1], rest - 1
    try:
        secret = base64.b32decode(key + "=" * (-len(key) % _GROUP))
    except (binascii.Error, ValueError):
        raise NotAnAccountError(Problem.BAD_SECRET) from None
    if not secret:
        raise NotAnAccountError(Problem.BAD_SECRET)
    return secret


def folded_key(text: str) -> str:
    """Return the key *text* in capitals, without what only groups or pads it.

    Raises:
        NotAnAccountError: If it is longer than any key.

    """
    if len(text) > _LONGEST_KEY:
        raise NotAnAccountError(Problem.TOO_LONG)
    folded = unicodedata.normalize("NFKC", unquote(text))
    return _BETWEEN.sub("", folded).upper()


def key_of(secret: bytes) -> str:
    """Return the set-up key of *secret*, without padding."""
    return base64.b32encode(secret).decode("ascii").rstrip("=")
