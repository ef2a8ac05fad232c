"""Whether a time stamp says that something was there at a moment.

What is proven: the holder of a certificate for stamps has signed that they saw this
hash at that moment. Who that is stands in the certificate; whether they can be trusted
with the time is for the reader to know, since no list of such authorities is shipped.
"""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from torimodosu.recovery.evidence.timestamps.certificate import Certificate
from torimodosu.recovery.evidence.timestamps.der import Node, Tag
from torimodosu.recovery.evidence.timestamps.question import SHA_256
from torimodosu.recovery.evidence.timestamps.signing import (
    UnknownAlgorithmError,
    digest,
    fits,
)
from torimodosu.recovery.evidence.timestamps.token import (
    CONTENT_TYPE,
    MESSAGE_DIGEST,
    SIGNING_CERTIFICATE,
    SIGNING_CERTIFICATE_2,
    STAMP_INFO,
    RefusedError,
    Token,
    read_answer,
)


class StampFault(Enum):
    """What is wrong with a time stamp.

    Attributes:
        UNREADABLE: It is no answer of an authority, or a damaged one.
        REFUSED: The authority has refused.
        OTHER_CONTENT: It is for something else.
        OTHER_QUESTION: It answers somebody else's question, perhaps an old one.
        NO_CERTIFICATE: The certificate of its signer is not in it.
        NOT_FOR_STAMPS: The certificate is not for stamps.
        NOT_VALID_THEN: The certificate did not hold at that moment.
        WRONG_SIGNATURE: It was changed, or is of another key.
        WRONG_ISSUER: A certificate in it is not of the issuer that is in it, too.
        UNKNOWN_ALGORITHM: It cannot be checked here, or is signed in a way that is no
            longer safe.

    """

    UNREADABLE = "timestamp_unreadable"
    REFUSED = "timestamp_refused"
    OTHER_CONTENT = "timestamp_of_other_content"
    OTHER_QUESTION = "timestamp_of_other_question"
    NO_CERTIFICATE = "timestamp_without_certificate"
    NOT_FOR_STAMPS = "timestamp_by_other_certificate"
    NOT_VALID_THEN = "timestamp_out_of_validity"
    WRONG_SIGNATURE = "timestamp_signature_wrong"
    WRONG_ISSUER = "timestamp_issuer_wrong"
    UNKNOWN_ALGORITHM = "timestamp_algorithm_unknown"


class StampError(Exception):
    """A time stamp does not hold; `fault` is why."""

    def __init__(self, fault: StampFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A time stamp that holds.

    Attributes:
        at: The moment.
        by: Who has stamped, as the certificate names them.
        vouched_by: The last of those who vouch for them in the stamp, or the same.

    """

    at: datetime
    by: str
    vouched_by: str


def check_stamp(answer: bytes, sha256: bytes, nonce: int | None) -> Stamp:
    """Return what the *answer* of an authority proves about content of that hash.

    *nonce* is the number of the question, None where that is not known.

    Raises:
        StampError: If it proves nothing.

    """
    try:
        token = read_answer(answer)
        signer = _signer(token)
        _check_signature(token, signer)
        chain = _chain(signer, token.certificates)
        _check_content(token, sha256, nonce)
    except RefusedError:
        raise StampError(StampFault.REFUSED) from None
    except UnknownAlgorithmError:
        raise StampError(StampFault.UNKNOWN_ALGORITHM) from None
    except (ValueError, IndexError):  # DerError, and too few or too many values
        raise StampError(StampFault.UNREADABLE) from None
    if not signer.begins <= token.at <= signer.ends:
        raise StampError(StampFault.NOT_VALID_THEN)
    return Stamp(at=token.at, by=signer.name, vouched_by=chain[-1].name)


def _check_content(token: Token, sha256: bytes, nonce: int | None) -> None:
    is_sha256 = token.digest_algorithm.children()[0].oid() == SHA_256
    if not is_sha256 or not hmac.compare_digest(token.digest, sha256):
        raise StampError(StampFault.OTHER_CONTENT)
    if nonce is not None and token.nonce != nonce:
        raise StampError(StampFault.OTHER_QUESTION)


def _signer(token: Token) -> Certificate:
    """Return the certificate of who has signed, wherever among the others it is."""
    found = [
        one for one in token.certificates if (one.issuer, one.serial) == token.signer
    ]
    if not found:
        raise StampError(StampFault.NO_CERTIFICATE)
    if not found[0].is_for_stamps:
        raise StampError(StampFault.NOT_FOR_STAMPS)
    return found[0]


def _check_signature(token: Token, signer: Certificate) -> None:
    """Check what is signed, and that it names the certificate (RFC 3161, 2.4.2)."""
    attributes = token.attributes
    kind, told = attributes.get(CONTENT_TYPE), attributes.get(MESSAGE_DIGEST)
    if kind is None or kind.oid() != STAMP_INFO or told is None:
        raise StampError(StampFault.UNREADABLE)
    actual = digest(token.hash_algorithm, token.info)
    parts = (token.signature, token.signed)
    if (
        not hmac.compare_digest(told.expect(Tag.OCTET_STRING).content, actual)
        or not fits(signer.key, token.signature_algorithm, token.hash_algorithm, parts)
        or not _names(token, signer)
    ):
        raise StampError(StampFault.WRONG_SIGNATURE)


def _names(token: Token, signer: Certificate) -> bool:
    """Tell whether the certificate is the one that is signed for (RFC 5816)."""
    newer = token.attributes.get(SIGNING_CERTIFICATE_2)
    if newer is not None:
        first, *rest = _first_id(newer)
        if first.tag == Tag.SEQUENCE:
            named, actual = rest[0], digest(first, signer.whole)
        else:  # where no hash is named, this one is meant
            named, actual = first, hashlib.sha256(signer.whole).digest()
        return hmac.compare_digest(named.content, actual)
    older = token.attributes.get(SIGNING_CERTIFICATE)
    if older is None:
        return False
    actual = hashlib.sha1(signer.whole, usedforsecurity=False).digest()
    return hmac.compare_digest(_first_id(older)[0].content, actual)


def _first_id(attribute: Node) -> list[Node]:
    """Return the parts of the first certificate that is named: that of the signer."""
    return attribute.children()[0].children()[0].children()


def _chain(signer: Certificate, others: Sequence[Certificate]) -> list[Certificate]:
    """Return who vouches for whom, as far as the stamp itself tells."""
    found = [signer]
    while found[-1].issuer != found[-1].subject and len(found) <= len(others):
        last = found[-1]
        issuers = [one for one in others if one.subject == last.issuer]
        if not issuers:
            break
        try:
            fitting = [one for one in issuers if _vouches(one, last)]
        except UnknownAlgorithmError:  # the name of nobody can be vouched for so
            break
        if not fitting:
            raise StampError(StampFault.WRONG_ISSUER)
        found.append(fitting[0])
    return found


def _vouches(issuer: Certificate, one: Certificate) -> bool:
    return fits(issuer.key, one.algorithm, None, (one.signature, one.signed))
