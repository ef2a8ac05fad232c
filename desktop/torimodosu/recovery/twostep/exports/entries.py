"""Accounts out of the entries of each export that is JSON."""

import base64
import binascii
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

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
from torimodosu.recovery.twostep.exports.record import Record
from torimodosu.recovery.twostep.otpauth import (
    SCHEME,
    algorithm_of,
    read_uri,
)


class Seed(NamedTuple):
    """What the codes are made from, and how."""

    secret: bytes
    algorithm: Algorithm = Algorithm.SHA1


def account_of(
    type_: OtpType,
    entry: Record,
    *,
    issuer: str,
    name: str,
    seed: Seed,
) -> OtpAccount:
    """Return the account of an entry that names digits, period and counter as usual."""
    is_counted = type_ is OtpType.HOTP
    digits = STEAM_DIGITS if type_ is OtpType.STEAM else USUAL_DIGITS
    return OtpAccount(
        type=type_,
        issuer=issuer,
        name=name,
        secret=seed.secret,
        algorithm=seed.algorithm,
        digits=entry.number("digits", digits, Problem.BAD_DIGITS),
        period=0
        if is_counted
        else entry.number("period", USUAL_PERIOD, Problem.BAD_PERIOD),
        counter=_counter(entry) if is_counted else 0,
    )


def aegis(entry: Record) -> OtpAccount:
    """Return an entry of an Aegis vault: docs/vault.md of its repository."""
    info = entry.record("info")
    return account_of(
        _type(entry.text("type")),
        info,
        issuer=entry.text("issuer"),
        name=entry.text("name"),
        seed=Seed(secret_of(info.text("secret")), algorithm_of(info.text("algo"))),
    )


def two_fas(entry: Record) -> OtpAccount:
    """Return an entry of a 2FAS backup: docs of its browser and phone programs."""
    otp = entry.record("otp")
    # Older backups name no type.
    usual = "hotp" if "counter" in otp else "totp"
    return account_of(
        _type(otp.text("tokenType") or usual),
        otp,
        issuer=otp.text("issuer") or entry.text("name"),
        name=otp.text("account", "label"),
        seed=Seed(secret_of(entry.text("secret")), algorithm_of(otp.text("algorithm"))),
    )


def and_otp(entry: Record) -> OtpAccount:
    """Return an entry of an andOTP backup."""
    issuer, label = entry.text("issuer"), entry.text("label")
    if not issuer and " - " in label:  # as its old versions wrote both in one
        issuer, _, label = label.partition(" - ")
    return account_of(
        _type(entry.text("type")),
        entry,
        issuer=issuer,
        name=label,
        seed=Seed(
            secret_of(entry.text("secret")), algorithm_of(entry.text("algorithm"))
        ),
    )


def free_otp(entry: Record) -> OtpAccount:
    """Return a token of FreeOTP or FreeOTP+; its secret is a list of signed bytes."""
    account = free_otp_two(entry)
    # It writes down the counter that was used last.
    is_counted = account.type is OtpType.HOTP
    return replace(account, counter=account.counter + 1) if is_counted else account


def free_otp_two(entry: Record) -> OtpAccount:
    """Return a token of FreeOTP 2, whose counter is the next one."""
    numbers = entry.items("secret")
    try:
        secret = bytes(n & 0xFF for n in numbers if isinstance(n, int))
    except ValueError:
        raise NotAnAccountError(Problem.BAD_SECRET) from None
    return account_of(
        _type(entry.text("type") or "totp"),
        entry,
        issuer=entry.text("issuerExt", "issuerInt"),
        name=entry.text("label"),
        seed=Seed(secret, algorithm_of(entry.text("algo"))),
    )


def authy(entry: Record) -> OtpAccount:
    """Return a token that Authy keeps for another authenticator."""
    issuer = entry.text("originalIssuer")
    name = entry.text("originalName", "name")
    return account_of(
        OtpType.TOTP,
        entry,
        issuer=issuer,
        name=name.removeprefix(f"{issuer}:").strip() if issuer else name,
        seed=Seed(secret_of(entry.text("decryptedSecret"))),
    )


def duo(entry: Record) -> OtpAccount:
    """Return an account of Duo Mobile, which counts where it has a counter."""
    generator = entry.record("otpGenerator")
    return account_of(
        OtpType.HOTP if "counter" in generator else OtpType.TOTP,
        generator,
        issuer="",
        name=entry.text("name"),
        seed=Seed(secret_of(generator.text("otpSecret"))),
    )


def steam(entry: Record) -> OtpAccount:
    """Return an account of Steam's own program, whose secret is base64."""
    try:
        secret = base64.b64decode(entry.text("shared_secret"), validate=True)
    except (binascii.Error, ValueError):
        raise NotAnAccountError(Problem.BAD_SECRET) from None
    return account_of(
        OtpType.STEAM,
        Record({}),
        issuer="Steam",
        name=entry.text("account_name"),
        seed=Seed(secret),
    )


_STRATUM_TYPES = {1: OtpType.HOTP, 2: OtpType.TOTP, 4: OtpType.STEAM}
_STRATUM_ALGORITHMS = tuple(Algorithm)


def stratum(entry: Record) -> OtpAccount:
    """Return an entry of a Stratum backup: doc/BACKUP_FORMAT.md of its repository."""
    type_ = _STRATUM_TYPES.get(entry.number("Type", 0, Problem.UNKNOWN_TYPE))
    number = entry.number("Algorithm", 0, Problem.BAD_ALGORITHM)
    if type_ is None:
        raise NotAnAccountError(Problem.UNKNOWN_TYPE)
    if not 0 <= number < len(_STRATUM_ALGORITHMS):
        raise NotAnAccountError(Problem.BAD_ALGORITHM)
    named = {
        "digits": entry.number("Digits", USUAL_DIGITS, Problem.BAD_DIGITS),
        "period": entry.number("Period", USUAL_PERIOD, Problem.BAD_PERIOD),
        "counter": entry.number("Counter", 0, Problem.BAD_COUNTER),
    }
    return account_of(
        type_,
        Record(named),
        issuer=entry.text("Issuer"),
        name=entry.text("Username"),
        seed=Seed(secret_of(entry.text("Secret")), _STRATUM_ALGORITHMS[number]),
    )


def proton(entry: Record) -> OtpAccount:
    """Return an entry of Proton Authenticator; of Steam's it has no more than a key."""
    content = entry.record("content")
    return _named(read_uri(content.text("uri")), name=content.text("name"))


def bitwarden_logins(items: Iterable[Record]) -> Iterator[Record]:
    """Yield the logins that have a code; an export holds cards and notes, too."""
    return (item for item in items if item.record("login").text("totp"))


def bitwarden(item: Record) -> OtpAccount:
    """Return the code of a login of Bitwarden: an address, or no more than a key."""
    login = item.record("login")
    return login_code(
        login.text("totp"), issuer=item.text("name"), name=login.text("username")
    )


def login_code(text: str, *, issuer: str, name: str) -> OtpAccount:
    """Return the account of what a password manager keeps beside a login."""
    if text.lower().startswith(f"{SCHEME}:"):
        return read_uri(text)
    if text.lower().startswith("steam:"):
        return _named(read_uri(text), name=name)
    return OtpAccount(
        type=OtpType.TOTP, issuer=issuer, name=name, secret=secret_of(text)
    )


def _named(account: OtpAccount, *, name: str) -> OtpAccount:
    return account if account.name else replace(account, name=name)


def _type(name: str) -> OtpType:
    try:
        return OtpType(name.lower())
    except ValueError:
        raise NotAnAccountError(Problem.UNKNOWN_TYPE) from None


def _counter(entry: Record) -> int:
    if "counter" not in entry:
        raise NotAnAccountError(Problem.NO_COUNTER)
    return entry.number("counter", 0, Problem.BAD_COUNTER)
