"""The encrypted backup: a file of KeePass, whose entries are the accounts.

Any program of that kind shows its codes, so that nobody needs this one to come back
in. KeePass itself reads fields of its own, the others an address.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from torimodosu.recovery.keepass.writing import Lock, NewEntry, write_file
from torimodosu.recovery.twostep.account import Algorithm, OtpAccount, OtpType
from torimodosu.recovery.twostep.base32 import key_of
from torimodosu.recovery.twostep.exports.keepass import ADDRESS
from torimodosu.recovery.twostep.otpauth import uri_of

NAME = "Torimodosu"

_ALGORITHMS = {
    Algorithm.SHA1: "HMAC-SHA-1",
    Algorithm.SHA256: "HMAC-SHA-256",
    Algorithm.SHA512: "HMAC-SHA-512",
}


def encrypted_file(
    accounts: Sequence[OtpAccount], lock: Lock, *, at: datetime
) -> bytes:
    """Return the bytes of a file with *accounts*, locked by *lock* at that moment."""
    return write_file(list(map(_entry, accounts)), lock, name=NAME, at=at)


def _entry(account: OtpAccount) -> NewEntry:
    return NewEntry(
        open={"Title": account.issuer, "UserName": account.name},
        hidden=_codes(account),
    )


def _codes(account: OtpAccount) -> Mapping[str, str]:
    match account.type:
        case OtpType.STEAM:
            return {"otp": _steam_address(account)}
        case OtpType.HOTP:
            # KeePassXC takes any "otp" for codes by the time, and would show wrong
            # ones. KeePass makes those of six digits; the rest stands in the address.
            return {
                ADDRESS: uri_of(account),
                "HmacOtp-Secret-Base32": key_of(account.secret),
                "HmacOtp-Counter": str(account.counter),
            }
        case OtpType.TOTP:
            return {
                "otp": uri_of(account),
                "TimeOtp-Secret-Base32": key_of(account.secret),
                "TimeOtp-Length": str(account.digits),
                "TimeOtp-Period": str(account.period),
                "TimeOtp-Algorithm": _ALGORITHMS[account.algorithm],
            }


def _steam_address(account: OtpAccount) -> str:
    """Return the address with the mark by which these programs know Steam's codes."""
    address = uri_of(account).replace("otpauth://steam/", "otpauth://totp/", 1)
    return f"{address}&encoder=steam"
