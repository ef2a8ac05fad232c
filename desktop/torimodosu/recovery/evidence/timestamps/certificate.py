"""The certificate of who stamps (RFC 5280), as far as a stamp needs it."""

from dataclasses import dataclass
from datetime import datetime

from torimodosu.recovery.evidence.timestamps.der import DerError, Node, Tag, context

_EXTENDED_USE = "2.5.29.37"
_STAMPING = "1.3.6.1.5.5.7.3.8"
_COMMON_NAME, _ORGANISATION = "2.5.4.3", "2.5.4.10"
# The texts that names are written in, and what they are in (RFC 5280, 4.1.2.4).
_TEXTS = {0x0C: "utf-8", 0x13: "ascii", 0x14: "latin-1", 0x1E: "utf-16-be"}
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What a certificate says.

    Attributes:
        whole: All of its bytes.
        signed: Those that its issuer has signed.
        algorithm: How.
        signature: The issuer's signature.
        serial: Its number.
        issuer: Who has signed it, as a value.
        subject: Whose it is, as a value.
        name: The same for people.
        begins: From when on it holds.
        ends: Until when.
        key: The public key with its algorithm, as a value.
        is_for_stamps: Whether it is for stamps alone (RFC 3161, 2.3).

    """

    whole: bytes
    signed: bytes
    algorithm: Node
    signature: bytes
    serial: int
    issuer: bytes
    subject: bytes
    name: str
    begins: datetime
    ends: datetime
    key: bytes
    is_for_stamps: bool


def read_certificate(node: Node) -> Certificate:
    """Return what a certificate says.

    Raises:
        DerError: If it is none.

    """
    signed, algorithm, signature = _parts(node.expect(Tag.SEQUENCE), 3)
    fields = signed.expect(Tag.SEQUENCE).children()
    if fields and fields[0].tag == context(0):
        fields = fields[1:]  # the version
    try:
        serial, _, issuer, validity, subject, key, *rest = fields
    except ValueError:
        raise DerError from None
    begins, ends = _parts(validity, 2)
    return Certificate(
        whole=node.whole,
        signed=signed.whole,
        algorithm=algorithm,
        signature=signature.bits(),
        serial=serial.integer(),
        issuer=issuer.whole,
        subject=subject.whole,
        name=_name(subject),
        begins=begins.time(),
        ends=ends.time(),
        key=key.whole,
        is_for_stamps=_is_for_stamps(rest),
    )


def _parts(node: Node, count: int) -> list[Node]:
    found = node.children()
    if len(found) != count:
        raise DerError
    return found


def _name(subject: Node) -> str:
    """Return the common name, or else the organisation, "" where it has neither."""
    found: dict[str, str] = {}
    for part in subject.children():
        for pair in part.children():
            kind, value = _parts(pair, 2)
            text = value.content.decode(_TEXTS.get(value.tag, "ascii"), "replace")
            found[kind.oid()] = "".join(c for c in text if c.isprintable())
    name = found.get(_COMMON_NAME) or found.get(_ORGANISATION, "")
    return name[:_LONGEST_NAME]


def _is_for_stamps(rest: list[Node]) -> bool:
    """Tell whether the one use that a certificate is for is named, and as binding."""
    for node in rest:
        if node.tag != context(3):
            continue
        (extensions,) = _parts(node, 1)
        for extension in extensions.children():
            kind, *critical, value = extension.children() or [node]
            if kind.oid() == _EXTENDED_USE:
                uses = list(_uses(value))
                return uses == [_STAMPING] and bool(critical)
    return False


def _uses(value: Node) -> list[str]:
    content = value.expect(Tag.OCTET_STRING).content
    (uses,) = _parts(Node(Tag.SEQUENCE, content, content), 1)
    return [use.oid() for use in uses.children()]
