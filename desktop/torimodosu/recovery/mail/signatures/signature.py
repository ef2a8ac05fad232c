"""A signature field: what it says, before anything is computed (RFC 6376, 3.5)."""

import binascii
import re
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from torimodosu.recovery.mail.signatures.canonical import Form
from torimodosu.recovery.mail.signatures.tag_list import NoTagListError, read_tags

_ALGORITHMS = {
    "rsa-sha256": ("rsa", "sha256"),
    "rsa-sha1": ("rsa", "sha1"),
    "ed25519-sha256": ("ed25519", "sha256"),
}
_DIGITS = re.compile(rb"[0-9]{1,12}")
_LENGTH = re.compile(rb"[0-9]{1,76}")
# Underscores do occur in names of keys.
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_-]{1,63}")
_LONGEST_HOST = 253
# RFC 6376, 3.5: a sign of a wrong clock or of forgery; clocks do differ.
_AHEAD = timedelta(hours=1)
_MOST_FIELDS = 500


class NoSignatureError(ValueError):
    """A field is no signature that could be verified."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What a field says.

    Attributes:
        key_type: "rsa" or "ed25519".
        digest: "sha256" or "sha1".
        value: The signature.
        body_hash: The hash of the text; b"" for a seal, which signs none.
        domain: Who signs, in lower case.
        selector: The name of the key there, in lower case.
        fields: The names of the signed fields in lower case, in their order.
        header_form: The form in which the fields are signed.
        body_form: The form in which the text is signed.
        length: How much of the text is signed, None for all of it.
        identity: The domain of whom the signer signs for.
        signed_at: When, or None.
        expires_at: Until when it is to be believed, or None.

    """

    key_type: str
    digest: str
    value: bytes
    body_hash: bytes
    domain: str
    selector: str
    fields: tuple[str, ...]
    header_form: Form
    body_form: Form
    length: int | None
    identity: str
    signed_at: datetime | None
    expires_at: datetime | None

    @property
    def key_name(self) -> str:
        """Return where the key is published."""
        return f"{self.selector}._domainkey.{self.domain}"


def read_signature(raw: bytes, *, is_of_arc: bool = False) -> Signature:
    """Return what the value of a DKIM-Signature or ARC-Message-Signature field says.

    Raises:
        NoSignatureError: If it says too little, or what cannot be.

    """
    tags = tags_of(raw)
    if not is_of_arc and tags.get("v") != b"1":
        raise NoSignatureError
    if "dns/txt" not in _text(tags, "q", "dns/txt").replace(" ", "").split(":"):
        raise NoSignatureError
    names = [name.strip().lower() for name in _text(tags, "h").split(":")]
    if not 0 < len(names) <= _MOST_FIELDS or "from" not in names:
        raise NoSignatureError
    key_type, digest = algorithm_of(tags)
    header_form, body_form = _forms(_text(tags, "c", "simple/simple"))
    domain, selector = hosts_of(tags)
    signed_at, expires_at = _moments(tags)
    return Signature(
        key_type=key_type,
        digest=digest,
        value=base64_of(tags, "b"),
        body_hash=base64_of(tags, "bh"),
        domain=domain,
        selector=selector,
        fields=tuple(names),
        header_form=header_form,
        body_form=body_form,
        length=_length(tags),
        identity=domain if is_of_arc else _identity(tags, domain),
        signed_at=signed_at,
        expires_at=expires_at,
    )


def is_from_the_future(signed_at: datetime | None, at: datetime) -> bool:
    """Tell whether something says that it was signed after the moment *at*."""
    return signed_at is not None and signed_at - _AHEAD > at


def tags_of(raw: bytes) -> Mapping[str, bytes]:
    """Return the tags of a signature or a seal; see `read_tags`."""
    try:
        return read_tags(raw)
    except NoTagListError:
        raise NoSignatureError from None


def algorithm_of(tags: Mapping[str, bytes]) -> tuple[str, str]:
    """Return the type of key and the digest that a signature names."""
    try:
        return _ALGORITHMS[_text(tags, "a").lower()]
    except KeyError:
        raise NoSignatureError from None


def hosts_of(tags: Mapping[str, bytes]) -> tuple[str, str]:
    """Return the domain and the selector that a signature names, in lower case."""
    hosts = (_text(tags, "d").lower(), _text(tags, "s").lower())
    for host in hosts:
        if len(host) > _LONGEST_HOST or not _HOST.fullmatch(host):
            raise NoSignatureError
    return hosts


def base64_of(tags: Mapping[str, bytes], name: str) -> bytes:
    """Return the bytes in a tag, in which blanks mean nothing."""
    try:
        value = b64decode(b"".join(tags[name].split()), validate=True)
    except (KeyError, binascii.Error):
        raise NoSignatureError from None
    if not value:
        raise NoSignatureError
    return value


def moment_of(tags: Mapping[str, bytes], name: str) -> datetime | None:
    """Return the moment in a tag, None where it has none."""
    if name not in tags:
        return None
    if not _DIGITS.fullmatch(tags[name]):
        raise NoSignatureError
    try:
        return datetime.fromtimestamp(int(tags[name]), UTC)
    except (OverflowError, OSError, ValueError):
        return None  # a year that no calendar has


def _moments(
    tags: Mapping[str, bytes],
) -> tuple[datetime | None, datetime | None]:
    signed_at, expires_at = moment_of(tags, "t"), moment_of(tags, "x")
    if signed_at and expires_at and expires_at <= signed_at:
        raise NoSignatureError
    return signed_at, expires_at


def _forms(text: str) -> tuple[Form, Form]:
    header, _, body = text.lower().partition("/")
    try:
        return Form(header.strip()), Form(body.strip() or "simple")
    except ValueError:
        raise NoSignatureError from None


def _length(tags: Mapping[str, bytes]) -> int | None:
    if "l" not in tags:
        return None
    if not _LENGTH.fullmatch(tags["l"]):
        raise NoSignatureError
    return int(tags["l"])


def _identity(tags: Mapping[str, bytes], domain: str) -> str:
    """Return the domain of the identity, which must be *domain* or below it."""
    identity = _text(tags, "i", f"@{domain}").lower().rpartition("@")[2]
    if identity != domain and not identity.endswith(f".{domain}"):
        raise NoSignatureError
    return identity


def _text(tags: Mapping[str, bytes], name: str, otherwise: str = "") -> str:
    return tags[name].decode("ascii", "replace") if name in tags else otherwise
