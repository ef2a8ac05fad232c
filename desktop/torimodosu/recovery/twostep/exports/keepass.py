"""The codes that KeePass and its kin keep beside a login.

Each program has names of its own for the fields:
- "otp": an address (KeePassXC, KeePassDX, Strongbox), or values as in an address
  without its beginning (KeeOTP).
- "TOTP Seed" and "TOTP Settings": TrayTOTP, and KeePassXC up to 2.3.
- "TimeOtp-…" and "HmacOtp-…": KeePass itself,
  https://keepass.info/help/base/placeholders.html#otp
- "otpauth": this program, for codes that count, which KeePassXC does not make.
"""

import base64
import binascii
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from urllib.parse import parse_qsl

from torimodosu.recovery.keepass.entry import Entry
from torimodosu.recovery.keepass.fault import KeePassError, KeePassProblem
from torimodosu.recovery.keepass.reading import read_entries
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
from torimodosu.recovery.twostep.base32 import secret_of
from torimodosu.recovery.twostep.exports.outcome import (
    ExportRead,
    Form,
    Refusal,
    RefusedError,
    Unusable,
)
from torimodosu.recovery.twostep.otpauth import SCHEME, algorithm_of, read_uri

_REFUSALS = {
    KeePassProblem.NOT_KEEPASS: Refusal.NOT_AN_EXPORT,
    KeePassProblem.OTHER_VERSION: Refusal.CANNOT_DECRYPT,
    KeePassProblem.OTHER_CIPHER: Refusal.CANNOT_DECRYPT,
    KeePassProblem.TOO_MUCH_WORK: Refusal.CANNOT_DECRYPT,
    KeePassProblem.WRONG_KEY: Refusal.WRONG_PASSWORD,
    KeePassProblem.DAMAGED: Refusal.WRONG_PASSWORD,
    KeePassProblem.TOO_LARGE: Refusal.TOO_LARGE,
}

_OTP = "otp"
ADDRESS = "otpauth"
_SEED, _SETTINGS = "TOTP Seed", "TOTP Settings"
_TIME, _COUNTED = "TimeOtp", "HmacOtp"
_MOST_DIGITS_OF_A_NUMBER = 20


def read_keepass(raw: bytes, password: str | None) -> ExportRead:
    """Return the accounts in a file of KeePass.

    Raises:
        RefusedError: If it is not read, or holds no account.

    """
    if password is None:
        raise RefusedError(Refusal.NEEDS_PASSWORD, Form.KEEPASS)
    try:
        entries = read_entries(raw, password)
    except KeePassError as error:
        raise RefusedError(_REFUSALS[error.problem], Form.KEEPASS) from None
    return accounts_of(entries, Form.KEEPASS)


def accounts_of(entries: Iterable[Entry], form: Form) -> ExportRead:
    """Return the accounts of those *entries* that have a code.

    Raises:
        RefusedError: If none of them has.

    """
    accounts: list[OtpAccount] = []
    unusable: list[Unusable] = []
    for number, entry in enumerate(entries, 1):
        try:
            account = account_of(entry)
        except NotAnAccountError as error:
            unusable.append(Unusable(entry=number, problem=error.problem))
        else:
            accounts += [account] if account is not None else []
    if not accounts and not unusable:
        raise RefusedError(Refusal.NO_ACCOUNTS, form)
    return ExportRead(form=form, accounts=tuple(accounts), unusable=tuple(unusable))


def account_of(entry: Entry) -> OtpAccount | None:
    """Return the account of *entry*, None where it has no code.

    Raises:
        NotAnAccountError: If it has one that is none.

    """
    fields = entry.fields
    found: OtpAccount | None = None
    if text := fields.get(_OTP, "").strip() or fields.get(ADDRESS, "").strip():
        found = _by_otp(text)
    elif fields.get(_SEED, "").strip():
        found = _by_seed(fields)
    elif _has_secret(fields, _TIME):
        found = _by_time(fields)
    elif _has_secret(fields, _COUNTED):
        counter = _number(fields.get(f"{_COUNTED}-Counter", "0"), Problem.BAD_COUNTER)
        secret = _secret(fields, _COUNTED)
        found = _account(secret, type_=OtpType.HOTP, counter=counter)
    if found is None:
        return None
    return replace(
        found,
        issuer=found.issuer or entry.title,
        name=found.name or entry.username,
    )


def _has_secret(fields: Mapping[str, str], kind: str) -> bool:
    return any(
        name.startswith(f"{kind}-Secret") and value.strip()
        for name, value in fields.items()
    )


def _by_otp(text: str) -> OtpAccount:
    if text.lower().startswith(f"{SCHEME}:"):
        return read_uri(text)
    given = dict(parse_qsl(text))
    if "key" not in given:  # some keep no more than the key
        return _account(secret_of(text))
    is_counted = given.get("type", "").lower() == "hotp"
    if is_counted and "counter" not in given:
        raise NotAnAccountError(Problem.NO_COUNTER)
    return _account(
        secret_of(given["key"]),
        type_=OtpType.HOTP if is_counted else OtpType.TOTP,
        digits=_number(given.get("size", str(USUAL_DIGITS)), Problem.BAD_DIGITS),
        period=_number(given.get("step", str(USUAL_PERIOD)), Problem.BAD_PERIOD),
        counter=_number(given.get("counter", "0"), Problem.BAD_COUNTER),
        algorithm=algorithm_of(given.get("otpHashMode", "")),
    )


def _by_seed(fields: Mapping[str, str]) -> OtpAccount:
    """Read a seed with settings such as "30;6", and "30;S" for Steam's codes."""
    secret = secret_of(fields[_SEED])
    period, _, digits = fields.get(_SETTINGS, "").partition(";")
    digits = digits.partition(";")[0].strip()
    is_steam = digits.upper() == "S"
    usual = str(STEAM_DIGITS if is_steam else USUAL_DIGITS)
    return _account(
        secret,
        type_=OtpType.STEAM if is_steam else OtpType.TOTP,
        period=_number(period.strip() or str(USUAL_PERIOD), Problem.BAD_PERIOD),
        digits=_number(usual if is_steam or not digits else digits, Problem.BAD_DIGITS),
    )


def _by_time(fields: Mapping[str, str]) -> OtpAccount:
    digits = fields.get(f"{_TIME}-Length") or str(USUAL_DIGITS)
    period = fields.get(f"{_TIME}-Period") or str(USUAL_PERIOD)
    return _account(
        _secret(fields, _TIME),
        digits=_number(digits, Problem.BAD_DIGITS),
        period=_number(period, Problem.BAD_PERIOD),
        algorithm=algorithm_of(fields.get(f"{_TIME}-Algorithm", "")),
    )


def _account(  # noqa: PLR0913 -- as many as an account has
    secret: bytes,
    *,
    type_: OtpType = OtpType.TOTP,
    digits: int = USUAL_DIGITS,
    period: int = USUAL_PERIOD,
    counter: int = 0,
    algorithm: Algorithm = Algorithm.SHA1,
) -> OtpAccount:
    is_counted = type_ is OtpType.HOTP
    return OtpAccount(
        type=type_,
        issuer="",
        name="",
        secret=secret,
        algorithm=algorithm,
        digits=digits,
        period=0 if is_counted else period,
        counter=counter if is_counted else 0,
    )


_WAYS: Mapping[str, Callable[[str], bytes]] = {
    "": str.encode,
    "-Hex": bytes.fromhex,
    "-Base32": secret_of,
    "-Base64": base64.b64decode,
}


def _secret(fields: Mapping[str, str], kind: str) -> bytes:
    """Return the secret, in whichever of KeePass' ways it is written."""
    for way, read in _WAYS.items():
        text = fields.get(f"{kind}-Secret{way}", "").strip()
        if not text:
            continue
        try:
            return read(text)
        except NotAnAccountError:
            raise
        except (ValueError, binascii.Error):
            raise NotAnAccountError(Problem.BAD_SECRET) from None
    raise NotAnAccountError(Problem.NO_SECRET)


def _number(text: str, problem: Problem) -> int:
    if not text.isdecimal() or len(text) > _MOST_DIGITS_OF_A_NUMBER:
        raise NotAnAccountError(problem)
    return int(text)
