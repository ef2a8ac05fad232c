"""The answer of a time stamp authority, taken apart (RFC 3161, 2.4.2; RFC 5652)."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from torimodosu.recovery.evidence.timestamps.certificate import (
    Certificate,
    read_certificate,
)
from torimodosu.recovery.evidence.timestamps.der import (
    DerError,
    Node,
    Tag,
    context,
    read_der,
    write_der,
)

SIGNED_DATA = "1.2.840.113549.1.7.2"
STAMP_INFO = "1.2.840.113549.1.9.16.1.4"
CONTENT_TYPE = "1.2.840.113549.1.9.3"
MESSAGE_DIGEST = "1.2.840.113549.1.9.4"
SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12"
SIGNING_CERTIFICATE_2 = "1.2.840.113549.1.9.16.2.47"
_GRANTED = (0, 1)
_MOST_CERTIFICATES = 20


class RefusedError(Exception):
    """The authority has refused to stamp."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """What an answer says; nothing of it is checked yet.

    Attributes:
        info: The bytes that are signed.
        digest_algorithm: What the stamped hash was made with.
        digest: The stamped hash.
        at: The moment that the authority states.
        nonce: The number of the question, None where it repeats none.
        certificates: Those that came along, in any order.
        signer: Who has signed: issuer as a value, and serial number.
        hash_algorithm: What the signed attributes were made with.
        attributes: Them by name, one value each.
        signed: Their bytes as they were signed.
        signature_algorithm: How.
        signature: The signature.

    """

    info: bytes
    digest_algorithm: Node
    digest: bytes
    at: datetime
    nonce: int | None
    certificates: tuple[Certificate, ...]
    signer: tuple[bytes, int]
    hash_algorithm: Node
    attributes: Mapping[str, Node]
    signed: bytes
    signature_algorithm: Node
    signature: bytes


def read_answer(raw: bytes) -> Token:
    """Return what an answer says.

    Raises:
        RefusedError: If there is no stamp in it.
        DerError: If it is not readable.

    """
    try:
        status, *tokens = read_der(raw).expect(Tag.SEQUENCE).children()
        if status.children()[0].integer() not in _GRANTED or not tokens:
            raise RefusedError
        kind, content = tokens[0].children()
        if kind.oid() != SIGNED_DATA:
            raise DerError
        (signed_data,) = content.expect(context(0)).children()
        return _token(signed_data)
    except (ValueError, IndexError):  # too few values, or too many
        raise DerError from None


def _token(signed_data: Node) -> Token:
    _, _, encapsulated, *rest = signed_data.expect(Tag.SEQUENCE).children()
    kind, explicit = encapsulated.children()
    if kind.oid() != STAMP_INFO:
        raise DerError
    (octets,) = explicit.expect(context(0)).children()
    info = octets.expect(Tag.OCTET_STRING).content
    certificates = [node for node in rest if node.tag == context(0)]
    (signers,) = (node for node in rest if node.tag == Tag.SET)
    (signer,) = signers.children()
    imprint, at, nonce = _info(read_der(info))
    algorithm, digest = imprint.children()
    _, who, hash_algorithm, attributes, signature_algorithm, signature, *_ = (
        signer.children()
    )
    issuer, serial = who.expect(Tag.SEQUENCE).children()
    return Token(
        info=info,
        digest_algorithm=algorithm,
        digest=digest.expect(Tag.OCTET_STRING).content,
        at=at,
        nonce=nonce,
        certificates=_certificates(certificates),
        signer=(issuer.whole, serial.integer()),
        hash_algorithm=hash_algorithm,
        attributes=_attributes(attributes.expect(context(0))),
        # RFC 5652, 5.4: signed as the set that it is, not as it stands there.
        signed=write_der(Tag.SET, attributes.content),
        signature_algorithm=signature_algorithm,
        signature=signature.expect(Tag.OCTET_STRING).content,
    )


def _info(node: Node) -> tuple[Node, datetime, int | None]:
    """Return what was stamped, when, and the number of the question."""
    _, _, imprint, _, at, *rest = node.expect(Tag.SEQUENCE).children()
    numbers = [one.integer() for one in rest if one.tag == Tag.INTEGER]
    moment = at.expect(Tag.GENERALIZED_TIME).time()
    return imprint, moment, numbers[0] if numbers else None


def _certificates(found: list[Node]) -> tuple[Certificate, ...]:
    nodes = found[0].children() if found else []
    certificates = []
    for node in nodes[:_MOST_CERTIFICATES]:
        # Others of a kind that is not known here may stand beside the one that counts.
        with suppress(ValueError):
            certificates.append(read_certificate(node))
    return tuple(certificates)


def _attributes(attributes: Node) -> dict[str, Node]:
    """Return the attributes that have one value; nobody may name one twice."""
    found: dict[str, Node] = {}
    for attribute in attributes.children():
        kind, values = attribute.children()
        (value,) = values.expect(Tag.SET).children()
        if kind.oid() in found:
            raise DerError
        found[kind.oid()] = value
    return found
