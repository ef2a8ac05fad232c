"""What people type or paste where a set-up key is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.twostep.account import (
    NotAnAccountError,
    OtpAccount,
    OtpType,
    Problem,
)
from torimodosu.recovery.twostep.base32 import folded_key, secret_of
from torimodosu.recovery.twostep.exports.outcome import ExportRead, Form
from torimodosu.recovery.twostep.exports.reading import read_export
from torimodosu.recovery.twostep.migration import SCHEME as MIGRATION
from torimodosu.recovery.twostep.otpauth import SCHEME
from torimodosu.recovery.twostep.web_address import host_of

_LONGEST = 200_000  # characters; an export that was opened in an editor and copied
_ADDRESSES = (f"{MIGRATION}://", f"{SCHEME}://", "steam://")
_ALPHABET = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
# What is never in a key (RFC 4648, section 6), and the letters that it is taken for.
_TAKEN_FOR: Mapping[str, tuple[str, ...]] = {
    "0": ("O",),
    "1": ("I", "L"),
    "8": ("B",),
    "9": ("G",),
}
# The shortest keys that shops give have 16 characters; words are shorter than this.
_FEWEST = 10
_CODE_LENGTHS = range(5, 10)


class Mistake(Enum):
    """Why a typed text is no account.

    Attributes:
        EMPTY: Nothing was typed.
        CODE: It is a code that an authenticator shows, not what it makes them from.
        WEB_ADDRESS: It is the address of a page.
        WRONG_CHARACTERS: It has characters that no key has.
        TOO_SHORT: It is shorter than any key: only a part was copied.
        TOO_LONG: It is longer than any key.
        BROKEN_ADDRESS: It is the address of an account, which lacks something.

    """

    EMPTY = "empty"
    CODE = "code"
    WEB_ADDRESS = "web_address"
    WRONG_CHARACTERS = "wrong_characters"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    BROKEN_ADDRESS = "broken_address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspect:
    """A character that no key has.

    Attributes:
        place: Where it stands in the key, from 1, blanks and hyphens not counted.
        typed: What stands there.
        meant: The letters that it is easily taken for.

    """

    place: int
    typed: str
    meant: tuple[str, ...]


class NotTypedError(ValueError):
    """A typed text is no account; the text of this never holds any of it.

    Attributes:
        mistake: Why.
        host: Of a web address.
        suspects: Of a key, the characters that no key has.
        problem: Of the address of an account, what it lacks.

    """

    def __init__(
        self,
        mistake: Mistake,
        *,
        host: str = "",
        suspects: tuple[Suspect, ...] = (),
        problem: Problem | None = None,
    ) -> None:
        super().__init__(mistake.value)
        self.mistake, self.host = mistake, host
        self.suspects, self.problem = suspects, problem


def read_typed(text: str) -> ExportRead:
    """Return the account or accounts that *text* stands for.

    It may be a set-up key in any shape, also behind a label such as "Key:", addresses
    that begin with "otpauth://", "otpauth-migration://" or "steam://", among other
    words, or the text of an export. An account of a bare key has no issuer and no name.

    Raises:
        NotTypedError: If it stands for none.
        RefusedError: If it is an export that is not read.

    """
    stripped = text.strip()
    if not stripped:
        raise NotTypedError(Mistake.EMPTY)
    if len(stripped) > _LONGEST:
        raise NotTypedError(Mistake.TOO_LONG)
    addresses = [found for line in stripped.splitlines() if (found := _address(line))]
    if addresses:
        return _checked(read_export(_encoded("\n".join(addresses))))
    if stripped.startswith(("{", "[", "<?xml")):
        return _checked(read_export(_encoded(stripped)))
    host = host_of(stripped)
    if host:
        raise NotTypedError(Mistake.WEB_ADDRESS, host=host)
    return ExportRead(form=Form.TYPED_KEY, accounts=(_account_of(stripped),))


def _encoded(text: str) -> bytes:
    # What is pasted may hold half of a pair of UTF-16.
    return text.encode(errors="replace")


def _address(line: str) -> str:
    """Return the address of an account in *line*, from where it begins, or ""."""
    folded = line.lower()
    starts = [folded.find(scheme) for scheme in _ADDRESSES]
    start = min((start for start in starts if start >= 0), default=-1)
    return line[start:].strip(" \t\"'<>,") if start >= 0 else ""


def _checked(read: ExportRead) -> ExportRead:
    if not read.accounts and read.unusable:
        problem = read.unusable[0].problem
        raise NotTypedError(Mistake.BROKEN_ADDRESS, problem=problem)
    return read


def _account_of(text: str) -> OtpAccount:
    """Return the account of the key in *text*, which may stand behind a label."""
    bare = text.replace("：", ":").rpartition(":")[2]
    try:
        key = folded_key(bare)
        _refuse_other(key)
        return OtpAccount(type=OtpType.TOTP, issuer="", name="", secret=secret_of(key))
    except NotAnAccountError as error:
        raise NotTypedError(_MISTAKES[error.problem]) from None


_MISTAKES: Mapping[Problem, Mistake] = {
    Problem.TOO_LONG: Mistake.TOO_LONG,
    Problem.NO_SECRET: Mistake.EMPTY,
    Problem.BAD_SECRET: Mistake.WRONG_CHARACTERS,
}


def _refuse_other(key: str) -> None:
    """Raise where *key* is a code, is only a part, or has wrong characters."""
    if key.isdecimal() and len(key) in _CODE_LENGTHS:
        raise NotTypedError(Mistake.CODE)
    suspects = tuple(
        Suspect(place=place, typed=letter, meant=_TAKEN_FOR.get(letter, ()))
        for place, letter in enumerate(key, 1)
        if letter not in _ALPHABET
    )
    if suspects:
        raise NotTypedError(Mistake.WRONG_CHARACTERS, suspects=suspects)
    if 0 < len(key) < _FEWEST:
        raise NotTypedError(Mistake.TOO_SHORT)
