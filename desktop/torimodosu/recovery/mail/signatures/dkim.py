"""Verifying DKIM signatures (RFC 6376, RFC 8301, RFC 8463) from the bytes of a mail.

It is done here and not by a library because those at hand read the clock themselves,
while a mail is judged months after it came, and take long over hostile headers.
"""

import hashlib
import hmac
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from torimodosu.recovery.mail.signatures.canonical import (
    Form,
    signed_body,
    signed_field,
)
from torimodosu.recovery.mail.signatures.outcome import Keys, Outcome, Verified
from torimodosu.recovery.mail.signatures.public_key import (
    KeyState,
    NoKeyError,
    PublicKey,
    read_key,
)
from torimodosu.recovery.mail.signatures.raw_mail import RawField, RawMail
from torimodosu.recovery.mail.signatures.signature import (
    NoSignatureError,
    Signature,
    is_from_the_future,
    read_signature,
)
from torimodosu.recovery.mail.signatures.tag_list import without_value

_FIELD = "dkim-signature"
BROKEN_DIGEST = "sha1"
# Each costs time; a mail that was sent on through many lists has less than ten.
_MOST = 20


class Bodies:
    """The hashes of the body of one mail, each computed once."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._signed: dict[Form, bytes] = {}
        self._hashes: dict[tuple[Form, str, int | None], bytes] = {}

    def hash(self, form: Form, digest: str, length: int | None) -> bytes | None:
        """Return the hash of the body, None where it is shorter than *length*."""
        signed = self._in(form)
        if length is not None and length > len(signed):
            return None
        key = (form, digest, length)
        if key not in self._hashes:
            self._hashes[key] = hashlib.new(digest, signed[:length]).digest()
        return self._hashes[key]

    def size(self, form: Form) -> int:
        """Return how long the body is in a form."""
        return len(self._in(form))

    def _in(self, form: Form) -> bytes:
        if form not in self._signed:
            self._signed[form] = signed_body(self._body, form)
        return self._signed[form]


def verify_dkim(mail: RawMail, keys: Keys, *, at: datetime) -> tuple[Verified, ...]:
    """Return what came of each DKIM signature of *mail*, from the top.

    A signature whose time is over, as it is after some days, is verified all the same
    and marked. At most twenty are looked at.
    """
    bodies = Bodies(mail.body)
    fields = mail.all(_FIELD)[:_MOST]
    return tuple(_verify_field(field, mail, bodies, keys, at) for field in fields)


def _verify_field(
    field: RawField, mail: RawMail, bodies: Bodies, keys: Keys, at: datetime
) -> Verified:
    try:
        signature = read_signature(field.value)
    except NoSignatureError:
        return Verified(outcome=Outcome.MALFORMED)
    key = key_of(signature.key_name, keys)
    outcome = outcome_of(signature, field, mail, bodies, key)
    if mail.is_rebuilt:
        outcome = Outcome.REBUILT
    elif is_from_the_future(signature.signed_at, at):
        outcome = Outcome.MALFORMED
    has_weak_key = isinstance(key, PublicKey) and key.is_weak
    return Verified(
        outcome=outcome,
        domain=signature.domain,
        selector=signature.selector,
        fields=frozenset(signature.fields),
        signed_at=signature.signed_at,
        has_expired=signature.expires_at is not None and signature.expires_at < at,
        is_partial=_is_partial(signature, bodies),
        is_weak=has_weak_key or signature.digest == BROKEN_DIGEST,
    )


def outcome_of(
    signature: Signature,
    field: RawField,
    mail: RawMail,
    bodies: Bodies,
    key: PublicKey | Outcome,
) -> Outcome:
    """Return whether *mail* is as *field* says that it was signed."""
    body = bodies.hash(signature.body_form, signature.digest, signature.length)
    if body is None or not hmac.compare_digest(body, signature.body_hash):
        return Outcome.BODY_CHANGED
    if isinstance(key, Outcome):
        return key
    if not fits(key, signature):
        return Outcome.KEY_UNUSABLE
    signed = _signed_fields(mail, signature.fields)
    data = signed_data(signed, field, signature.header_form)
    if not key.verify(signature.value, data, signature.digest):
        return Outcome.FAIL
    if len(mail.all("from")) > signature.fields.count("from"):
        return Outcome.FROM_ADDED
    return Outcome.PASS


def key_of(name: str, keys: Keys) -> PublicKey | Outcome:
    """Return the key at *name*, or what became of it."""
    record = keys(name)
    if record is None:
        return Outcome.NO_KEY
    if not record:
        return Outcome.KEY_GONE
    try:
        return read_key(record)
    except NoKeyError as error:
        is_gone = error.state is KeyState.REVOKED
        return Outcome.KEY_GONE if is_gone else Outcome.KEY_UNUSABLE


def fits(key: PublicKey, signature: Signature) -> bool:
    """Tell whether the owner of *key* lets it be used for *signature*."""
    is_allowed = key.digests is None or signature.digest in key.digests
    is_own = not key.is_strict or signature.identity == signature.domain
    return key.type == signature.key_type and is_allowed and is_own


def signed_data(fields: Iterable[RawField], last: RawField, form: Form) -> bytes:
    """Return the bytes that are signed: *fields*, and the signature without itself."""
    lines = [signed_field(field, form) for field in fields]
    name = last.whole.partition(b":")[0]
    empty = RawField(last.name, name + b":" + without_value(last.value, "b"))
    return b"\r\n".join([*lines, signed_field(empty, form)])


def _signed_fields(mail: RawMail, names: Iterable[str]) -> Iterable[RawField]:
    """Yield the signed fields; of a name that comes again, the next one above."""
    taken: Counter[str] = Counter()
    for name in names:
        fields = mail.by_name.get(name, [])
        if taken[name] < len(fields):
            yield fields[taken[name]]
        taken[name] += 1


def _is_partial(signature: Signature, bodies: Bodies) -> bool:
    length = signature.length
    return length is not None and length < bodies.size(signature.body_form)
