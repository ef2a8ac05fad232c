"""Documents of other authenticators, whose entries are known by their fields' names.

An object with a secret of its own is an account, wherever in the document it stands,
and so is a text that is the address of one.
"""

from collections.abc import Iterator

from torimodosu.recovery.twostep.account import (
    STEAM_DIGITS,
    USUAL_DIGITS,
    USUAL_PERIOD,
    NotAnAccountError,
    OtpAccount,
    OtpType,
    Problem,
)
from torimodosu.recovery.twostep.base32 import secret_of
from torimodosu.recovery.twostep.exports.record import Record
from torimodosu.recovery.twostep.otpauth import SCHEME, algorithm_of, read_uri

# As LastPass Authenticator, Raivo, the extension Authenticator and others call them.
_SECRETS = ("secret", "secretKey", "otpSecret", "seed")
_ISSUERS = ("issuer", "issuerName", "originalIssuerName", "service")
_NAMES = ("account", "accountName", "userName", "username", "name", "label")
_TYPES = ("type", "kind", "tokenType", "otpType")
_ALGORITHMS = ("algorithm", "algo", "hash")
_DIGITS = ("digits", "digit")
_PERIODS = ("period", "timeStep", "timer", "interval")


def entries_in(document: object) -> Iterator[Record]:
    """Yield the accounts in a *document* of lists and objects, in their order."""
    waiting = [document]
    while waiting:
        value = waiting.pop()
        record = Record(value)
        if isinstance(value, str) and value.strip().lower().startswith(f"{SCHEME}:"):
            yield Record({"uri": value})
        elif record.text(*_SECRETS):
            yield record
        elif isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            waiting += reversed(value.values())


def account_in(entry: Record) -> OtpAccount:
    """Return the account of an entry.

    Raises:
        NotAnAccountError: If no codes can be made for it.

    """
    if uri := entry.text("uri"):
        return read_uri(uri)
    type_ = _type(entry.text(*_TYPES))
    is_counted = type_ is OtpType.HOTP
    if is_counted and "counter" not in entry:
        raise NotAnAccountError(Problem.NO_COUNTER)
    digits = STEAM_DIGITS if type_ is OtpType.STEAM else USUAL_DIGITS
    return OtpAccount(
        type=type_,
        issuer=entry.text(*_ISSUERS),
        name=entry.text(*_NAMES),
        secret=secret_of(entry.text(*_SECRETS)),
        algorithm=algorithm_of(entry.text(*_ALGORITHMS)),
        digits=_number(entry, _DIGITS, digits, Problem.BAD_DIGITS),
        period=0
        if is_counted
        else _number(entry, _PERIODS, USUAL_PERIOD, Problem.BAD_PERIOD),
        counter=entry.number("counter", 0, Problem.BAD_COUNTER) if is_counted else 0,
    )


def _type(name: str) -> OtpType:
    try:
        return OtpType(name.lower().removeprefix("otp") or OtpType.TOTP.value)
    except ValueError:
        raise NotAnAccountError(Problem.UNKNOWN_TYPE) from None


def _number(entry: Record, names: tuple[str, ...], usual: int, problem: Problem) -> int:
    given = next((name for name in names if name in entry), names[0])
    return entry.number(given, usual, problem)
