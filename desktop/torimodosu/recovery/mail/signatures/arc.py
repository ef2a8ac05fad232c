"""Verifying the chain of those who passed a mail on (ARC, RFC 8617)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from torimodosu.recovery.mail.signatures.canonical import Form
from torimodosu.recovery.mail.signatures.dkim import (
    BROKEN_DIGEST,
    Bodies,
    key_of,
    outcome_of,
    signed_data,
)
from torimodosu.recovery.mail.signatures.outcome import Keys, Outcome
from torimodosu.recovery.mail.signatures.public_key import PublicKey
from torimodosu.recovery.mail.signatures.raw_mail import RawField, RawMail
from torimodosu.recovery.mail.signatures.signature import (
    NoSignatureError,
    Signature,
    algorithm_of,
    base64_of,
    hosts_of,
    is_from_the_future,
    moment_of,
    read_signature,
    tags_of,
)

_SEAL = "arc-seal"
_MESSAGE = "arc-message-signature"
_RESULTS = "arc-authentication-results"
_NAMES = (_RESULTS, _MESSAGE, _SEAL)  # in this order they are sealed
_INSTANCE = re.compile(rb"[ \t\r\n]*+i[ \t\r\n]*+=[ \t\r\n]*+([0-9]{1,4})[ \t\r\n]*+;")
_NUMBER = re.compile(rb"[0-9]{1,4}")
_LONGEST_CHAIN = 50  # RFC 8617, 4.2.1
_SEALED = {"i", "a", "b", "d", "s", "cv"}

_Set = Mapping[str, RawField]


class Chain(Enum):
    """What became of the chain; UNKNOWN is one whose keys are not known here."""

    NONE = "none"
    PASS = "pass"  # noqa: S105 -- a result
    FAIL = "fail"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArcChain:
    """What came of verifying the chain.

    Attributes:
        state: Whether it holds.
        sealers: Who sealed it, the first first; "" where a seal does not say.
        results: What each of them noted, as in Authentication-Results.
        signed: The lower-case names of the fields that the last of them signed; none
            where only a part of the text is signed.

    """

    state: Chain
    sealers: tuple[str, ...] = ()
    results: tuple[bytes, ...] = ()
    signed: frozenset[str] = frozenset()


class _BrokenError(ValueError):
    """The chain does not hold."""


def verify_arc(mail: RawMail, keys: Keys, *, at: datetime) -> ArcChain:
    """Return what came of the chain of *mail*."""
    if not any(mail.by_name.get(name) for name in _NAMES):
        return ArcChain(state=Chain.NONE)
    try:
        sets = _sets(mail)
    except _BrokenError:
        return ArcChain(state=Chain.FAIL)
    try:
        newest = _signature(sets[-1], at)
        outcomes = [_newest_message(newest, sets[-1][_MESSAGE], mail, keys)]
        outcomes += [_seal(sets[: place + 1], keys, at) for place in range(len(sets))]
    except (_BrokenError, NoSignatureError):
        return ArcChain(state=Chain.FAIL, sealers=_sealers(sets))
    return ArcChain(
        state=_state(outcomes),
        sealers=_sealers(sets),
        results=tuple(_INSTANCE.sub(b"", one[_RESULTS].value, 1) for one in sets),
        signed=frozenset(() if newest.length is not None else newest.fields),
    )


def sealing_keys(mail: RawMail) -> tuple[str, ...]:
    """Return the names of the keys that the chain of *mail* is verified with."""
    try:
        sets = _sets(mail)
        newest = [read_signature(one[_MESSAGE].value, is_of_arc=True) for one in sets]
        seals = [hosts_of(tags_of(one[_SEAL].value)) for one in sets]
    except (_BrokenError, NoSignatureError):
        return ()
    names = [f"{selector}._domainkey.{domain}" for domain, selector in seals]
    return tuple(dict.fromkeys([*names, *(one.key_name for one in newest[-1:])]))


def _state(outcomes: Sequence[Outcome]) -> Chain:
    if all(outcome is Outcome.PASS for outcome in outcomes):
        return Chain.PASS
    failed = [one for one in outcomes if one not in (Outcome.PASS, Outcome.NO_KEY)]
    return Chain.FAIL if failed else Chain.UNKNOWN


def _sets(mail: RawMail) -> Sequence[_Set]:
    """Return the three fields of each instance, from 1 on without a gap."""
    found: dict[int, dict[str, RawField]] = {}
    for name in _NAMES:
        for field in mail.all(name):
            one = found.setdefault(_instance(field), {})
            if name in one or len(found) > _LONGEST_CHAIN:
                raise _BrokenError
            one[name] = field
    sets = [found.get(instance, {}) for instance in range(1, len(found) + 1)]
    if any(len(one) < len(_NAMES) for one in sets):
        raise _BrokenError
    return sets


def _instance(field: RawField) -> int:
    if field.name == _RESULTS:
        match = _INSTANCE.match(field.value)
        return _number(match[1] if match else b"")
    try:
        return _number(tags_of(field.value).get("i", b""))
    except NoSignatureError:
        raise _BrokenError from None


def _number(text: bytes) -> int:
    if not _NUMBER.fullmatch(text) or not 0 < int(text) <= _LONGEST_CHAIN:
        raise _BrokenError
    return int(text)


def _signature(newest: _Set, at: datetime) -> Signature:
    signature = read_signature(newest[_MESSAGE].value, is_of_arc=True)
    if _SEAL in signature.fields or is_from_the_future(signature.signed_at, at):
        raise _BrokenError
    return signature


def _newest_message(
    signature: Signature, field: RawField, mail: RawMail, keys: Keys
) -> Outcome:
    """Verify the message signature of whoever passed the mail on last.

    Those before are broken where somebody changed the mail, as lists do.
    """
    key = _believable(key_of(signature.key_name, keys), signature.digest)
    return outcome_of(signature, field, mail, Bodies(mail.body), key)


def _believable(key: PublicKey | Outcome, digest: str) -> PublicKey | Outcome:
    """Return *key*, refusing what others can forge; SHA-1 was never in RFC 8617."""
    if digest == BROKEN_DIGEST or (isinstance(key, PublicKey) and key.is_weak):
        raise _BrokenError
    return key


def _seal(sets: Sequence[_Set], keys: Keys, at: datetime) -> Outcome:
    """Verify the newest seal of *sets*, which covers all sets before it."""
    field = sets[-1][_SEAL]
    tags = tags_of(field.value)
    if not tags.keys() >= _SEALED or "h" in tags:
        raise _BrokenError
    if tags["cv"].lower() != (b"none" if len(sets) == 1 else b"pass"):
        raise _BrokenError
    key_type, digest = algorithm_of(tags)
    domain, selector = hosts_of(tags)
    if is_from_the_future(moment_of(tags, "t"), at):
        raise _BrokenError
    key = _believable(key_of(f"{selector}._domainkey.{domain}", keys), digest)
    if isinstance(key, Outcome):
        return key
    if key.type != key_type or (key.digests and digest not in key.digests):
        return Outcome.KEY_UNUSABLE
    sealed = [one[name] for one in sets for name in _NAMES][:-1]
    data = signed_data(sealed, field, Form.RELAXED)
    is_right = key.verify(base64_of(tags, "b"), data, digest)
    return Outcome.PASS if is_right else Outcome.FAIL


def _sealers(sets: Sequence[_Set]) -> tuple[str, ...]:
    return tuple(map(_sealer, sets))


def _sealer(one: _Set) -> str:
    try:
        return hosts_of(tags_of(one[_SEAL].value))[0]
    except NoSignatureError:
        return ""
