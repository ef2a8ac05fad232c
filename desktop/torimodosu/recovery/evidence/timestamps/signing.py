"""Whether a signature in a time stamp, or in a certificate, is of a key."""

from collections.abc import Callable, Mapping
from types import ModuleType

from Cryptodome.Hash import SHA256, SHA384, SHA512
from Cryptodome.PublicKey import ECC, RSA
from Cryptodome.Signature import DSS, eddsa, pkcs1_15, pss

from torimodosu.recovery.evidence.timestamps.der import Node, Tag, context

# RFC 5754; nothing that is signed by way of SHA-1 counts.
_DIGESTS: Mapping[str, ModuleType] = {
    "2.16.840.1.101.3.4.2.1": SHA256,
    "2.16.840.1.101.3.4.2.2": SHA384,
    "2.16.840.1.101.3.4.2.3": SHA512,
}
_RSA = "1.2.840.113549.1.1.1"
_RSA_WITH = {
    "1.2.840.113549.1.1.11": SHA256,
    "1.2.840.113549.1.1.12": SHA384,
    "1.2.840.113549.1.1.13": SHA512,
}
_PSS = "1.2.840.113549.1.1.10"
_ECDSA_WITH = {
    "1.2.840.10045.4.3.2": SHA256,
    "1.2.840.10045.4.3.3": SHA384,
    "1.2.840.10045.4.3.4": SHA512,
}
_ED25519 = "1.3.101.112"
_SHORTEST_RSA, _LONGEST_RSA = 2048, 16384


class UnknownAlgorithmError(Exception):
    """A signature or key of a kind that is not known here, or no longer safe."""


def digest(algorithm: Node, data: bytes) -> bytes:
    """Return the hash of *data* by an AlgorithmIdentifier.

    Raises:
        UnknownAlgorithmError: If it is none that is known and safe.
        DerError: If it is not readable.

    """
    return bytes(_digest_of(algorithm).new(data).digest())


def fits(key: bytes, algorithm: Node, digest_of: Node | None, parts: "Signed") -> bool:
    """Tell whether a signature is of *key*, a SubjectPublicKeyInfo.

    *digest_of* is the hash where *algorithm* names none.

    Raises:
        UnknownAlgorithmError: If the key or the algorithm is not known, or not safe.
        DerError: If something is not readable.

    """
    signature, data = parts
    verify = _verifier(key, algorithm, digest_of)
    try:
        verify(data, signature)
    except ValueError:
        return False
    return True


Signed = tuple[bytes, bytes]
"""A signature, and what is signed."""

_Verify = Callable[[bytes, bytes], object]


def _verifier(key: bytes, algorithm: Node, digest_of: Node | None) -> _Verify:
    name, *parameters = algorithm.children() or [algorithm]
    kind = name.oid()
    if kind == _RSA and digest_of is not None:
        return _rsa(key, _digest_of(digest_of))
    if kind in _RSA_WITH:
        return _rsa(key, _RSA_WITH[kind])
    if kind == _PSS:
        return _rsa_pss(key, parameters)
    if kind in _ECDSA_WITH:
        return _ecdsa(key, _ECDSA_WITH[kind])
    if kind == _ED25519:
        return _ed25519(key)
    raise UnknownAlgorithmError


def _rsa(key: bytes, hashing: ModuleType) -> _Verify:
    verifier = pkcs1_15.new(_rsa_key(key))
    return lambda data, signature: verifier.verify(hashing.new(data), signature)


def _rsa_pss(key: bytes, parameters: list[Node]) -> _Verify:
    """Read the parameters (RFC 4055, 3.1); those that are left out mean SHA-1."""
    found = {node.tag: node for node in parameters[0].children()} if parameters else {}
    if not {context(0), context(1)} <= found.keys():
        raise UnknownAlgorithmError
    (hash_of,) = found[context(0)].children()
    hashing = _digest_of(hash_of)
    salt = found.get(context(2))
    (length,) = salt.children() if salt else (None,)
    size = length.integer() if length else 20
    verifier = pss.new(_rsa_key(key), salt_bytes=size)
    return lambda data, signature: verifier.verify(hashing.new(data), signature)


def _ecdsa(key: bytes, hashing: ModuleType) -> _Verify:
    read = _imported(ECC.import_key, key)
    if not isinstance(read, ECC.EccKey) or read.curve.startswith("Ed"):
        raise UnknownAlgorithmError
    verifier = DSS.new(read, "fips-186-3", encoding="der")
    return lambda data, signature: verifier.verify(hashing.new(data), signature)


def _ed25519(key: bytes) -> _Verify:
    read = _imported(ECC.import_key, key)
    if not isinstance(read, ECC.EccKey) or read.curve != "Ed25519":
        raise UnknownAlgorithmError
    verifier = eddsa.new(read, "rfc8032")
    return verifier.verify


def _rsa_key(key: bytes) -> RSA.RsaKey:
    read = _imported(RSA.import_key, key)
    if not isinstance(read, RSA.RsaKey):
        raise UnknownAlgorithmError
    if not _SHORTEST_RSA <= read.size_in_bits() <= _LONGEST_RSA:
        raise UnknownAlgorithmError
    return read


def _imported(read: Callable[[bytes], object], key: bytes) -> object:
    try:
        return read(key)
    except (ValueError, IndexError, TypeError):  # of the library, for damaged keys
        raise UnknownAlgorithmError from None


def _digest_of(algorithm: Node) -> ModuleType:
    name, *_ = algorithm.expect(Tag.SEQUENCE).children() or [algorithm]
    found = _DIGESTS.get(name.oid())
    if found is None:
        raise UnknownAlgorithmError
    return found
