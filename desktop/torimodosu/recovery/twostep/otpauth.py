"""Accounts as addresses, as the QR codes of shops hold them.

The form is Google's: https://github.com/google/google-authenticator/wiki/Key-Uri-Format
"""

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from torimodosu.recovery.twostep.account import (
    STEAM_DIGITS,
    USUAL_DIGITS,
    USUAL_PERIOD,
    Algorithm,
    NotAnAccountError,
    OtpAccount,
    OtpType,
    Problem,
)
from torimodosu.recovery.twostep.base32 import key_of, secret_of

SCHEME = "otpauth"
_STEAM_SCHEME = "steam"  # Bitwarden writes no more than the key behind it
_STEAM = "Steam"
_LONGEST_URI = 8000  # characters; more than any QR code holds
_WHOLE_NUMBER = re.compile(r"[0-9]{1,20}")
_ALGORITHMS = {algorithm.value: algorithm for algorithm in Algorithm}


def read_uri(text: str) -> OtpAccount:
    """Return the account of an "otpauth://" or "steam://" address.

    Raises:
        NotAnAccountError: If it is none, or lacks what its codes are made of.

    """
    stripped = text.strip()
    if len(stripped) > _LONGEST_URI:
        raise NotAnAccountError(Problem.TOO_LONG)
    try:
        parts = urlsplit(stripped)
    except ValueError:
        raise NotAnAccountError(Problem.NOT_OTPAUTH) from None
    if parts.scheme == _STEAM_SCHEME:
        return steam_account(parts.netloc + parts.path.strip("/"))
    if parts.scheme != SCHEME:
        raise NotAnAccountError(Problem.NOT_OTPAUTH)
    given: dict[str, str] = {}
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        given.setdefault(name.lower(), value)
    issuer, name = _label(parts.path.removeprefix("/"), given.get("issuer", "").strip())
    type_ = _type(parts.netloc.lower(), given, issuer)
    return OtpAccount(
        type=type_,
        issuer=issuer,
        name=name,
        secret=_secret(given),
        algorithm=algorithm_of(given.get("algorithm", "")),
        digits=_digits(type_, given),
        period=0 if type_ is OtpType.HOTP else _period(given),
        counter=_counter(given) if type_ is OtpType.HOTP else 0,
    )


def steam_account(key: str, *, name: str = "") -> OtpAccount:
    """Return the account of Steam with this set-up key."""
    return OtpAccount(
        type=OtpType.STEAM,
        issuer=_STEAM,
        name=name,
        secret=secret_of(key),
        digits=STEAM_DIGITS,
    )


def uri_of(account: OtpAccount) -> str:
    """Return the address of *account*, which any authenticator reads."""
    label = quote(account.name, safe="@", errors="replace")
    if account.issuer:
        label = f"{quote(account.issuer, safe='', errors='replace')}:{label}"
    given: dict[str, object] = {"secret": key_of(account.secret)}
    if account.issuer:
        given["issuer"] = account.issuer
    given |= {"algorithm": account.algorithm.value, "digits": account.digits}
    if account.type is OtpType.HOTP:
        given["counter"] = account.counter
    else:
        given["period"] = account.period
    query = urlencode(given, quote_via=quote, errors="replace")
    return f"{SCHEME}://{account.type.value}/{label}?{query}"


def algorithm_of(name: str) -> Algorithm:
    """Return the algorithm that an address or an export names; "" is the usual one.

    Raises:
        NotAnAccountError: If no codes are made with it.

    """
    folded = name.strip().upper().removeprefix("HMAC").replace("-", "")
    if not folded:
        return Algorithm.SHA1
    try:
        return _ALGORITHMS[folded]
    except KeyError:
        raise NotAnAccountError(Problem.BAD_ALGORITHM) from None


def _type(name: str, given: Mapping[str, str], issuer: str) -> OtpType:
    try:
        type_ = OtpType(name)
    except ValueError:
        raise NotAnAccountError(Problem.UNKNOWN_TYPE) from None
    # Ente and 2FAS write Steam's accounts as TOTP; six digits are never Steam's.
    marked = given.get("encoder", "").lower() == _STEAM_SCHEME
    by_digits = issuer == _STEAM and given.get("digits") == str(STEAM_DIGITS)
    return OtpType.STEAM if marked or by_digits else type_


def _label(label: str, issuer: str) -> tuple[str, str]:
    """Return issuer and name; the parameter goes before what the label says."""
    text = unquote(label).strip()
    if issuer:
        return issuer, text.removeprefix(f"{issuer}:").strip()
    before, colon, name = text.partition(":")
    return (before.strip(), name.strip()) if colon else ("", text)


def _secret(given: Mapping[str, str]) -> bytes:
    if "secret" not in given:
        raise NotAnAccountError(Problem.NO_SECRET)
    return secret_of(given["secret"])


def _digits(type_: OtpType, given: Mapping[str, str]) -> int:
    if type_ is OtpType.STEAM:
        return STEAM_DIGITS
    return _number(given, "digits", USUAL_DIGITS, Problem.BAD_DIGITS)


def _period(given: Mapping[str, str]) -> int:
    return _number(given, "period", USUAL_PERIOD, Problem.BAD_PERIOD)


def _counter(given: Mapping[str, str]) -> int:
    if "counter" not in given:  # any guess would show wrong codes
        raise NotAnAccountError(Problem.NO_COUNTER)
    return _number(given, "counter", 0, Problem.BAD_COUNTER)


def _number(given: Mapping[str, str], name: str, usual: int, problem: Problem) -> int:
    text = given.get(name, "").strip()
    if not text:
        return usual
    if _WHOLE_NUMBER.fullmatch(text) is None:
        raise NotAnAccountError(problem)
    return int(text)
