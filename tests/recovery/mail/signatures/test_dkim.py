from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.mail.signatures.signing import (
    BODY,
    DOMAIN,
    HEADER,
    KEY_NAME,
    NAMES,
    ed25519_record,
    rsa_record,
    sign,
)
from torimodosu.recovery.mail.signatures.dkim import verify_dkim
from torimodosu.recovery.mail.signatures.outcome import Outcome, Verified
from torimodosu.recovery.mail.signatures.raw_mail import read_raw

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


def no_keys(_name: str) -> None:
    """Know no key."""


def verified(
    mail: bytes, record: bytes | None = None, *, at: datetime = NOW
) -> tuple[Verified, ...]:
    """Return what comes of the signatures of *mail* where *record* is published."""
    record = rsa_record() if record is None else record
    return verify_dkim(read_raw(mail), {KEY_NAME: record}.get, at=at)


def outcome(mail: bytes, record: bytes | None = None) -> Outcome:
    """Return what comes of the only signature."""
    (one,) = verified(mail, record)
    return one.outcome


@pytest.mark.parametrize(
    "forms", ["simple/simple", "simple/relaxed", "relaxed/simple", "relaxed/relaxed"]
)
def test_a_mail_that_came_as_it_was_signed_passes(forms: str) -> None:
    (one,) = verified(sign(forms=forms))
    assert (one.outcome, one.domain) == (Outcome.PASS, DOMAIN)
    assert one.fields == {*NAMES}
    assert (one.is_weak, one.is_partial, one.has_expired) == (False, False, False)


def test_without_a_form_everything_must_be_as_it_was() -> None:
    mail = sign(forms="simple/simple")
    assert outcome(mail.replace(b" c=simple/simple;", b"")) is Outcome.FAIL
    body = BODY.replace(b"  ", b" ")
    assert outcome(sign(forms="simple/simple")[: -len(BODY)] + body) is (
        Outcome.BODY_CHANGED
    )


def test_an_edwards_key_signs_too() -> None:
    mail = sign(algorithm="ed25519-sha256")
    assert outcome(mail, ed25519_record()) is Outcome.PASS
    other = mail.replace(b"Your  order", b"Your older")
    assert outcome(other, ed25519_record()) is Outcome.FAIL


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (b"Your  order", b"Your  Order", Outcome.FAIL),
        (b"Your  order", b"Your order", Outcome.PASS),
        (b"Subject:", b"SUBJECT :", Outcome.PASS),
        (b"It  is", b"It was", Outcome.BODY_CHANGED),
        (b"It  is", b"It \t is", Outcome.PASS),
        (b"way. \r\n", b"way.\r\n", Outcome.PASS),
        (b"way. \r\n\r\n", b"way.\r\n\r\n\r\n\r\n", Outcome.PASS),
        (b"To: ", b"X-Other: 1\r\nTo: ", Outcome.PASS),
        (b"From: ", b"From: Bank <bank@bank.example>\r\nFrom: ", Outcome.FROM_ADDED),
    ],
)
def test_what_changed_on_the_way_is_seen(
    before: bytes, after: bytes, expected: Outcome
) -> None:
    assert outcome(sign().replace(before, after)) is expected


def test_a_field_below_the_signed_one_is_another_field() -> None:
    added = sign().replace(b"\r\n\r\n", b"\r\nSubject: Other\r\n\r\n", 1)
    assert outcome(added) is Outcome.FAIL


def test_a_field_that_is_signed_as_missing_may_not_be_added() -> None:
    mail = sign(names=(*NAMES, "from", "reply-to"))
    assert outcome(mail) is Outcome.PASS
    added = mail.replace(b"To: ", b"Reply-To: other@example.com\r\nTo: ")
    assert outcome(added) is Outcome.FAIL
    second = mail.replace(b"To: ", b"From: Bank <bank@bank.example>\r\nTo: ")
    assert outcome(second) is Outcome.FAIL


def test_a_mail_kept_with_line_feeds_alone_passes() -> None:
    assert outcome(sign().replace(b"\r\n", b"\n")) is Outcome.PASS


def test_an_empty_body_can_be_signed() -> None:
    for forms in ("simple/simple", "relaxed/relaxed"):
        assert outcome(sign(body=b"", forms=forms)) is Outcome.PASS


def test_text_behind_the_signed_part_is_told() -> None:
    (one,) = verified(sign(length=12) + b"Now pay here.\r\n")
    assert (one.outcome, one.is_partial) == (Outcome.PASS, True)
    assert outcome(sign(length=9_999)) is Outcome.BODY_CHANGED


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (b"", Outcome.KEY_GONE),
        (b"v=DKIM1; p=", Outcome.KEY_GONE),
        (b"v=DKIM1; p=%%%", Outcome.KEY_UNUSABLE),
        (b"v=DKIM2; p=AAAA", Outcome.KEY_UNUSABLE),
        (b"nothing", Outcome.KEY_UNUSABLE),
        (rsa_record(s="chat"), Outcome.KEY_UNUSABLE),
        (rsa_record(h="sha1"), Outcome.KEY_UNUSABLE),
        (rsa_record(k="ed25519"), Outcome.KEY_UNUSABLE),
        (rsa_record(k="other"), Outcome.KEY_UNUSABLE),
        (rsa_record(t="y:s", s="email:chat", h="sha1:sha256"), Outcome.PASS),
        (rsa_record(2048), Outcome.FAIL),
    ],
)
def test_a_key_that_cannot_be_used_is_told(record: bytes, expected: Outcome) -> None:
    assert outcome(sign(), record) is expected


def test_a_key_that_nobody_asked_for_is_not_known() -> None:
    (one,) = verify_dkim(read_raw(sign()), no_keys, at=NOW)
    assert one.outcome is Outcome.NO_KEY


def test_a_strict_key_does_not_sign_for_a_part_of_its_domain() -> None:
    part = sign(tags={"i": "@mail.shop.example"})
    assert outcome(part) is Outcome.PASS
    assert outcome(part, rsa_record(t="s")) is Outcome.KEY_UNUSABLE


@pytest.mark.parametrize(
    ("mail", "record"),
    [
        (sign(algorithm="rsa-sha1"), rsa_record()),
        (sign(bits=768), rsa_record(768)),
    ],
    ids=["digest", "key"],
)
def test_what_others_could_have_made_is_weak(mail: bytes, record: bytes) -> None:
    (one,) = verified(mail, record)
    assert (one.outcome, one.is_weak) == (Outcome.PASS, True)


def test_at_the_end_of_all_time_nothing_is_from_the_future() -> None:
    mail = sign(tags={"t": str(int(NOW.timestamp()))})
    (one,) = verified(mail, at=datetime.max.replace(tzinfo=UTC))
    assert one.outcome is Outcome.PASS


def test_a_signature_whose_time_is_over_still_tells_who_signed() -> None:
    signed_at = int(NOW.timestamp())
    mail = sign(tags={"t": str(signed_at), "x": str(signed_at + 3600)})
    for at, has_expired in ((NOW, False), (NOW + timedelta(days=90), True)):
        (one,) = verified(mail, at=at)
        assert (one.outcome, one.has_expired) == (Outcome.PASS, has_expired)
        assert one.signed_at == NOW


@pytest.mark.parametrize(
    "tags",
    [
        {"t": "1900000000"},
        {"t": "tomorrow"},
        {"t": "1000", "x": "1000"},
        {"i": "@other.example"},
        {"i": "@othershop.example"},
        {"q": "http"},
        {"d": "shop example"},
        {"s": "a" * 300},
        {"a": "rsa-md5"},
        {"c": "loose"},
        {"l": "-1"},
        {"v": "0.5"},
        {"from": "1;v=1"},
    ],
    ids=str,
)
def test_a_signature_that_makes_no_sense_is_malformed(tags: dict[str, str]) -> None:
    mail = sign()
    for name, value in tags.items():
        mail = mail.replace(b" bh=", f" {name}={value}; bh=".encode(), 1)
        for known in (b" v=1;", b" d=shop.example;", b" s=s1;", b" a=rsa-sha256;"):
            if known[1:2].decode() == name:
                mail = mail.replace(known, b"", 1)
    assert outcome(mail.replace(b" c=relaxed/relaxed;", b"", "c" in tags)) is (
        Outcome.MALFORMED
    )


def test_who_writes_must_be_signed() -> None:
    assert outcome(sign(names=("to", "subject"))) is Outcome.MALFORMED


def test_signatures_stand_from_top_to_bottom_and_too_many_are_left() -> None:
    mail = b"DKIM-Signature: v=1\r\n" + sign()
    found = [one.outcome for one in verified(mail)]
    assert found == [Outcome.MALFORMED, Outcome.PASS]
    assert len(verified(b"DKIM-Signature: v=1\r\n" * 100 + sign())) == 20


def test_a_mail_without_a_signature_has_none() -> None:
    assert verified(HEADER + b"\r\n" + BODY) == ()


@given(st.binary(max_size=400))
def test_whatever_the_bytes_it_ends(raw: bytes) -> None:
    verified(raw)
    verified(b"DKIM-Signature: " + raw + b"\r\n" + sign())


@given(st.data())
def test_no_changed_byte_of_what_is_signed_passes(data: st.DataObject) -> None:
    mail = sign(forms="simple/simple")
    start = mail.index(b"From:")
    place = data.draw(st.integers(start, len(mail) - 5))
    other = data.draw(st.integers(0x21, 0x7E).filter(lambda sign: sign != mail[place]))
    changed = mail[:place] + bytes([other]) + mail[place + 1 :]
    found = [one.outcome for one in verified(changed)]
    assert Outcome.PASS not in found
