"""The public keys of those who sign, as their domains publish them (RFC 6376, 3.6)."""

from base64 import b64decode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Protocol

from Cryptodome.Hash import SHA1, SHA256
from Cryptodome.PublicKey import RSA
from Cryptodome.Signature import eddsa, pkcs1_15

from torimodosu.recovery.mail.signatures.tag_list import NoTagListError, read_tags

# RFC 8301, 3.2: shorter ones can be broken.
_SHORTEST_RSA = 1024
_LONGEST_RSA = 8192
_ED25519_BYTES = 32


class KeyState(Enum):
    """Why a record holds no key that can be used."""

    REVOKED = "revoked"
    NOT_FOR_MAIL = "not_for_mail"
    MALFORMED = "malformed"


class NoKeyError(ValueError):
    """A record holds no key that can be used."""

    def __init__(self, state: KeyState) -> None:
        super().__init__(state.value)
        self.state = state


class Verifier(Protocol):
    """Checks a signature of some bytes."""

    def __call__(self, signature: bytes, data: bytes, digest: str) -> bool:
        """Tell whether *signature* is of *data* by *digest*, "sha256" or "sha1"."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKey:
    """A key of a domain.

    Attributes:
        type: "rsa" or "ed25519".
        bits: Its length.
        digests: The digests that it may be used with; None is any.
        is_strict: Whether the signer must name the domain itself, no part of it.
        verify: Checks a signature with it.

    """

    type: str
    bits: int
    digests: frozenset[str] | None
    is_strict: bool
    verify: Verifier

    @property
    def is_weak(self) -> bool:
        """Tell whether somebody else could have found out the secret part."""
        return self.type == "rsa" and self.bits < _SHORTEST_RSA


@lru_cache(maxsize=64)
def read_key(record: bytes) -> PublicKey:
    """Return the key in a TXT record; of mails in a row many have the same.

    Raises:
        NoKeyError: If it holds none that can be used.

    """
    try:
        tags = read_tags(record)
    except NoTagListError:
        raise NoKeyError(KeyState.MALFORMED) from None
    if "v" in tags and (next(iter(tags)) != "v" or tags["v"] != b"DKIM1"):
        raise NoKeyError(KeyState.MALFORMED)
    services = _words(tags, "s") or {"*"}
    if not services & {"*", "email"}:
        raise NoKeyError(KeyState.NOT_FOR_MAIL)
    if "p" not in tags:
        raise NoKeyError(KeyState.MALFORMED)
    if not tags["p"]:
        raise NoKeyError(KeyState.REVOKED)
    kind = tags.get("k", b"rsa").decode("ascii", "replace")
    read = _READERS.get(kind)
    if read is None:
        raise NoKeyError(KeyState.MALFORMED)
    try:
        bits, verify = read(b64decode(b"".join(tags["p"].split()), validate=True))
    except NoKeyError:
        raise
    except (ValueError, IndexError, TypeError):
        raise NoKeyError(KeyState.MALFORMED) from None
    return PublicKey(
        type=kind,
        bits=bits,
        digests=frozenset(_words(tags, "h")) or None,
        is_strict="s" in _words(tags, "t"),
        verify=verify,
    )


def _words(tags: Mapping[str, bytes], name: str) -> set[str]:
    words = tags.get(name, b"").decode("ascii", "replace").lower().split(":")
    return {word.strip() for word in words} - {""}


def _rsa(der: bytes) -> tuple[int, Verifier]:
    key = RSA.import_key(der)
    bits = key.size_in_bits()
    if bits > _LONGEST_RSA:
        raise NoKeyError(KeyState.MALFORMED)
    verifier = pkcs1_15.new(key)

    def verify(signature: bytes, data: bytes, digest: str) -> bool:
        digested = (SHA256 if digest == "sha256" else SHA1).new(data)
        try:
            verifier.verify(digested, signature)
        except ValueError:
            return False
        return True

    return bits, verify


def _ed25519(raw: bytes) -> tuple[int, Verifier]:
    if len(raw) != _ED25519_BYTES:
        raise NoKeyError(KeyState.MALFORMED)
    verifier = eddsa.new(eddsa.import_public_key(raw), "rfc8032")

    def verify(signature: bytes, data: bytes, digest: str) -> bool:
        del digest  # RFC 8463, 3: what is signed is the SHA-256
        try:
            verifier.verify(SHA256.new(data).digest(), signature)
        except ValueError:
            return False
        return True

    return _ED25519_BYTES * 8, verify


_READERS: Mapping[str, Callable[[bytes], tuple[int, Verifier]]] = {
    "rsa": _rsa,
    "ed25519": _ed25519,
}
