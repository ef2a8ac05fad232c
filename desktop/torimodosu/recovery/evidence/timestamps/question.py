"""What a time stamp authority is asked: when it saw a hash (RFC 3161, 2.4.1)."""

from dataclasses import dataclass

from torimodosu.recovery.evidence.timestamps.der import (
    DerError,
    Tag,
    read_der,
    write_der,
    write_integer,
    write_oid,
)

SHA_256 = "2.16.840.1.101.3.4.2.1"
_VERSION = 1
_TRUE = b"\xff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The SHA-256 of what is to be stamped, and a number that the answer repeats."""

    digest: bytes
    nonce: int


def write_question(question: Question) -> bytes:
    """Return the request; the certificate of the authority is asked for as well."""
    algorithm = write_der(Tag.SEQUENCE, write_oid(SHA_256), write_der(Tag.NULL))
    digest = write_der(Tag.OCTET_STRING, question.digest)
    return write_der(
        Tag.SEQUENCE,
        write_integer(_VERSION),
        write_der(Tag.SEQUENCE, algorithm, digest),
        write_integer(question.nonce),
        write_der(Tag.BOOLEAN, _TRUE),
    )


def read_nonce(request: bytes) -> int | None:
    """Return the number in a request of ours, None where there is none."""
    try:
        _, _, *rest = read_der(request).children()
        numbers = [node for node in rest if node.tag == Tag.INTEGER]
        return numbers[0].integer() if numbers else None
    except (DerError, ValueError):
        return None
