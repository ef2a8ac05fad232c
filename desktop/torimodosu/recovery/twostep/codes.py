"""Codes, and what they tell about a clock. The time is always passed in."""

import hashlib
import hmac
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pyotp.contrib.steam import Steam
from pyotp.otp import OTP

from torimodosu.recovery.twostep.account import Algorithm, OtpAccount, OtpType
from torimodosu.recovery.twostep.base32 import key_of, secret_of

_DIGESTS: Mapping[Algorithm, Callable[..., "hashlib._Hash"]] = {
    Algorithm.SHA1: hashlib.sha1,
    Algorithm.SHA256: hashlib.sha256,
    Algorithm.SHA512: hashlib.sha512,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What to type, and for how long.

    Attributes:
        code: The code.
        valid_for: For how many seconds it is good, at least one; None with a counter,
            where it is good until it was used.
        following: The code after it.

    """

    code: str
    valid_for: int | None
    following: str


def code_at(account: OtpAccount, moment: datetime) -> Code:
    """Return the code of *account* at *moment* (RFC 6238, RFC 4226).

    Raises:
        ValueError: If *moment* lies before 1970, where no codes are counted.

    """
    if account.type is OtpType.HOTP:
        step, valid_for = account.counter, None
    else:
        seconds = int(moment.timestamp() // 1)
        step, passed = divmod(seconds, account.period)
        valid_for = account.period - passed
    return Code(
        code=_code(account, step),
        valid_for=valid_for,
        following=_code(account, step + 1),
    )


def matching_offsets(
    account: OtpAccount, typed: str, *, at: datetime, within: timedelta
) -> Sequence[timedelta]:
    """Return by how much a clock is off that shows *typed* at the moment *at*.

    The nearest comes first; no more than *within* to either side is tried. A code of
    six digits fits by chance once in a million steps, so that of some hundred steps
    the first match is nearly always the cause. With a counter there is no clock.

    Raises:
        ValueError: If *at* lies before 1970.

    """
    if account.type is OtpType.HOTP:
        return ()
    step = int(at.timestamp() // 1) // account.period
    most = int(within.total_seconds()) // account.period
    nearest_first = sorted(range(-min(most, step), most + 1), key=abs)
    return [
        timedelta(seconds=off * account.period)
        for off in nearest_first
        if is_same_code(_code(account, step + off), typed)
    ]


def is_same_code(code: str, typed: str) -> bool:
    """Compare in a time that does not tell where the two differ.

    Blanks, small letters and full-width figures are as good as the code itself.
    """
    folded = "".join(unicodedata.normalize("NFKC", typed).split()).upper()
    return hmac.compare_digest(code.encode(), folded.encode("utf-8", "replace"))


def _code(account: OtpAccount, step: int) -> str:
    key = key_of(account.secret)
    if account.type is OtpType.STEAM:
        return _ShortSteam(key, interval=account.period).generate_otp(step)
    digest = _DIGESTS[account.algorithm]
    return _Short(key, digits=account.digits, digest=digest).generate_otp(step)


class _Short(OTP):
    """Makes codes of any secret: the shop has chosen it, however short it is."""

    def byte_secret(self) -> bytes:
        """Return the secret, also where it has less than 80 bits."""
        return secret_of(self.secret)


class _ShortSteam(_Short, Steam):
    """The same for Steam."""
