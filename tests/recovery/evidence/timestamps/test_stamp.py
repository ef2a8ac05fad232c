"""Time stamps of a real authority, and what is wrong with others."""

import hashlib
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.evidence.timestamps.authority import (
    Authority,
    new_authority,
    openssl,
)
from torimodosu.recovery.evidence.timestamps.question import (
    Question,
    read_nonce,
    write_question,
)
from torimodosu.recovery.evidence.timestamps.stamp import (
    StampError,
    StampFault,
    check_stamp,
)

DIGEST = hashlib.sha256(b"the manifest").digest()
NONCE = 2**63 + 5
P_256 = "ec -pkeyopt ec_paramgen_curve:P-256"
P_521 = "ec -pkeyopt ec_paramgen_curve:P-521"
# The names of uses: for stamps, and for mail (RFC 5280, 4.2.1.12).
FOR_STAMPS, FOR_MAIL = (
    bytes.fromhex("2b06010505070308"),
    bytes.fromhex("2b06010505070304"),
)


@cache
def authority(key: str = "rsa:2048", **how: str | bool) -> Authority:
    """Make an authority once for all tests."""
    return new_authority(Path(mkdtemp()), key=key, **how)  # type: ignore[arg-type]


@cache
def answer() -> bytes:
    return authority(with_chain=True).answer(question())


def question(digest: bytes = DIGEST, nonce: int = NONCE) -> bytes:
    return write_question(Question(digest=digest, nonce=nonce))


def fault_of(
    raw: bytes, digest: bytes = DIGEST, nonce: int | None = NONCE
) -> StampFault:
    with pytest.raises(StampError) as told:
        check_stamp(raw, digest, nonce)
    return told.value.fault


@pytest.mark.parametrize(
    ("key", "how"),
    [
        ("rsa:2048", {}),
        (P_256, {"digest": "sha512", "ess": "sha1"}),
        (P_256, {"ess": "sha384"}),
        (P_521, {"digest": "sha384", "with_chain": True}),
    ],
    ids=["RSA", "old name of the certificate", "P-256", "P-521"],
)
def test_a_stamp_of_an_authority_holds(key: str, how: dict[str, str | bool]) -> None:
    stamp = check_stamp(authority(key, **how).answer(question()), DIGEST, NONCE)
    assert stamp.by == "Made-up Stamps"
    assert abs(stamp.at - datetime.now(UTC)) < timedelta(minutes=5)


def test_who_vouches_for_the_authority_is_told() -> None:
    assert check_stamp(answer(), DIGEST, NONCE).vouched_by == "Made-up Root"


def test_a_question_holds_the_hash_and_its_number() -> None:
    assert DIGEST in question()
    assert read_nonce(question()) == NONCE
    assert read_nonce(question()[:-1]) is None
    assert read_nonce(b"") is None


def test_a_stamp_of_something_else_does_not_hold() -> None:
    other = hashlib.sha256(b"another").digest()
    assert fault_of(answer(), digest=other) is StampFault.OTHER_CONTENT


def test_an_old_answer_does_not_hold() -> None:
    assert fault_of(answer(), nonce=NONCE + 1) is StampFault.OTHER_QUESTION
    assert check_stamp(answer(), DIGEST, None).by == "Made-up Stamps"


def test_what_was_changed_does_not_hold() -> None:
    """The moment, the hash, the signature and the certificate are all signed."""
    year = str(check_stamp(answer(), DIGEST, NONCE).at.year).encode()
    changed = answer().replace(year, b"2001", 1)
    assert fault_of(changed) is StampFault.WRONG_SIGNATURE
    other = hashlib.sha256(b"another").digest()
    changed = answer().replace(DIGEST, other)
    assert fault_of(changed, digest=other) is StampFault.WRONG_SIGNATURE


def test_a_certificate_for_something_else_does_not_stamp() -> None:
    changed = answer().replace(FOR_STAMPS, FOR_MAIL)
    assert fault_of(changed) is StampFault.NOT_FOR_STAMPS


def test_a_changed_certificate_does_not_stamp() -> None:
    changed = answer().replace(b"Made-up Stamps", b"Famous  Stamps")
    assert fault_of(changed) in {
        StampFault.WRONG_SIGNATURE,
        StampFault.NO_CERTIFICATE,
    }


def test_an_odd_certificate_beside_the_right_one_does_no_harm() -> None:
    """Nobody is named as vouching then."""
    root = authority(with_chain=True).folder / "ca.pem"
    der = openssl("x509", "-in", str(root), "-outform", "DER")
    # Its times are of a kind that they do not look like.
    odd = answer().replace(der, der.replace(b"\x17\x0d", b"\x18\x0d"))
    assert odd != answer()
    assert check_stamp(odd, DIGEST, NONCE).vouched_by == "Made-up Stamps"


def test_an_issuer_that_did_not_sign_does_not_vouch() -> None:
    root = Path(mkdtemp())
    made = new_authority(root / "one", with_chain=True)
    other = new_authority(root / "two")
    # Another root of the same name stands in for the real one.
    (root / "one" / "ca.pem").write_bytes((other.folder / "ca.pem").read_bytes())
    assert fault_of(made.answer(question())) is StampFault.WRONG_ISSUER


def test_an_authority_may_refuse() -> None:
    # A hash of another length than SHA-256 has.
    raw = authority().answer(question(digest=b"short"))
    assert fault_of(raw) is StampFault.REFUSED


def test_what_is_no_longer_safe_does_not_count() -> None:
    raw = authority(digest="sha1").answer(question())
    assert fault_of(raw) is StampFault.UNKNOWN_ALGORITHM
    raw = authority("rsa:1024").answer(question())
    assert fault_of(raw) is StampFault.UNKNOWN_ALGORITHM


def test_a_certificate_has_to_hold_at_that_moment() -> None:
    raw = authority(is_over=True).answer(question())
    assert fault_of(raw) is StampFault.NOT_VALID_THEN


@pytest.mark.parametrize(
    "raw",
    [b"", b"0", b"0\x00", b"\x30\x80\0\0", b"<html>no</html>", b"0\x03\x02\x01\x00"],
)
def test_other_answers_are_told(raw: bytes) -> None:
    assert fault_of(raw) in {StampFault.UNREADABLE, StampFault.REFUSED}


def test_values_nested_without_end_are_refused() -> None:
    raw = b""
    for _ in range(2000):
        size = len(raw)
        length = bytes([size]) if size < 128 else b"\x82" + size.to_bytes(2)
        raw = b"0" + length + raw
    assert fault_of(raw) is StampFault.UNREADABLE


@given(st.data())
def test_no_change_makes_another_stamp_of_it(data: st.DataObject) -> None:
    raw = bytearray(answer())
    changes = st.tuples(st.integers(0, len(raw) - 1), st.integers(0, 255))
    for place, byte in data.draw(st.lists(changes, min_size=1, max_size=10)):
        raw[place] = byte
    end = data.draw(st.integers(0, len(raw)) | st.just(len(raw)))
    try:
        stamp = check_stamp(bytes(raw[:end]), DIGEST, NONCE)
    except StampError:
        return
    # What is not signed may change: the certificates that came along, and the status.
    assert stamp.at == check_stamp(answer(), DIGEST, NONCE).at
