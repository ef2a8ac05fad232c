from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.mail.signatures.sealing import passed_on
from tests.recovery.mail.signatures.signing import (
    BODY,
    DOMAIN,
    HEADER,
    KEY_NAME,
    rsa_record,
)
from torimodosu.recovery.mail.signatures.arc import (
    ArcChain,
    Chain,
    sealing_keys,
    verify_arc,
)
from torimodosu.recovery.mail.signatures.raw_mail import read_raw

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


def no_keys(_name: str) -> None:
    """Know no key."""


def chain(header: bytes, body: bytes = BODY, record: bytes | None = None) -> ArcChain:
    """Return what comes of the chain of a mail."""
    keys = {KEY_NAME: rsa_record() if record is None else record}
    return verify_arc(read_raw(header + b"\r\n" + body), keys.get, at=NOW)


def test_a_mail_that_nobody_passed_on_has_no_chain() -> None:
    assert chain(HEADER) == ArcChain(state=Chain.NONE)


@pytest.mark.parametrize("hops", [1, 2, 3])
def test_a_chain_whose_every_link_holds_passes(hops: int) -> None:
    header = HEADER
    for instance in range(1, hops + 1):
        header = passed_on(header, BODY, instance)
    found = chain(header)
    assert (found.state, found.sealers) == (Chain.PASS, (DOMAIN,) * hops)
    assert found.results == (b" lists.example; dkim=pass",) * hops
    assert found.signed == {"from", "to", "subject", "date"}


def test_a_list_may_change_the_mail_if_it_signs_what_it_made_of_it() -> None:
    once = passed_on(HEADER, BODY, 1)
    other = once.replace(b"Your  order", b"[list] Your order")
    twice = passed_on(other, b"Footer\r\n" + BODY, 2)
    assert chain(twice, b"Footer\r\n" + BODY).state is Chain.PASS
    assert chain(other).state is Chain.FAIL


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"dkim=pass", b"dkim=fail"),
        (b"cv=none", b"cv=pass"),
        (b"Your  order", b"Other"),
        (b"ARC-Seal: i=1", b"ARC-Seal: i=3"),
        (b"ARC-Seal: i=1", b"ARC-Seal: i=0"),
        (b"ARC-Seal: i=1", b"ARC-Seal: i=one"),
        (b"ARC-Seal:", b"X-Seal:"),
        (b"cv=none", b"cv=none; h=from"),
        (b"ARC-Seal: i=1; a=rsa-sha256", b"ARC-Seal: i=1; a=rsa-sha1"),
        (b"i=1; lists", b"lists"),
    ],
)
def test_a_changed_link_breaks_the_chain(before: bytes, after: bytes) -> None:
    header = passed_on(passed_on(HEADER, BODY, 1), BODY, 2)
    assert chain(header).state is Chain.PASS
    assert before in header
    changed = header.replace(before, after)
    assert chain(changed).state is Chain.FAIL
    assert set(sealing_keys(read_raw(changed))) <= {KEY_NAME}


def test_a_chain_that_says_itself_that_it_broke_fails() -> None:
    header = passed_on(passed_on(HEADER, BODY, 1), BODY, 2, cv="fail")
    assert chain(header).state is Chain.FAIL


def test_a_link_that_comes_twice_breaks_the_chain() -> None:
    header = passed_on(HEADER, BODY, 1)
    seal = header[: header.index(b"\r\n") + 2]
    assert chain(seal + header).state is Chain.FAIL


def test_a_chain_whose_keys_are_not_known_is_not_judged() -> None:
    header = passed_on(HEADER, BODY, 1)
    mail = read_raw(header + b"\r\n" + BODY)
    found = verify_arc(mail, no_keys, at=NOW)
    assert (found.state, found.sealers) == (Chain.UNKNOWN, (DOMAIN,))
    assert sealing_keys(mail) == (KEY_NAME,)
    assert chain(header, record=b"").state is Chain.FAIL


@given(st.binary(max_size=300))
def test_whatever_the_bytes_it_ends(raw: bytes) -> None:
    chain(b"ARC-Seal: " + raw + b"\r\n" + passed_on(HEADER, BODY, 1))
    chain(raw)
