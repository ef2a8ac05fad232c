"""Which keys may be asked for."""

import pytest

from tests.recovery.mail.judging.letters import catalogue, letter, signed_by
from tests.recovery.mail.signatures.signing import rsa_record
from torimodosu.recovery.mail.judging.wanted_keys import (
    all_wanted,
    known_hosts,
    wanted_keys,
)
from torimodosu.recovery.mail.signatures.key_server import WantedKeys

NAMES = ("from", "to", "subject", "date")
SHOP = "s1._domainkey.amazon.co.jp"
STRANGER = "s1._domainkey.bjvsm.example"


def wanted(raw: bytes) -> WantedKeys:
    return wanted_keys(raw, lambda _name: None, known_hosts(catalogue()))


def test_the_key_of_a_known_shop_may_be_asked_for() -> None:
    raw = signed_by("amazon.co.jp", letter(), names=NAMES)
    assert wanted(raw) == WantedKeys(names=(SHOP,))


def test_a_stranger_does_not_learn_that_anybody_looks() -> None:
    raw = signed_by("bjvsm.example", letter(), names=NAMES)
    assert wanted(raw) == WantedKeys(left_out=(STRANGER,))


@pytest.mark.parametrize(
    "domain", ["amazon.co.jp.bjvsm.example", "xamazon.co.jp", "arnazon.co.jp"]
)
def test_a_domain_that_looks_like_one_is_a_stranger(domain: str) -> None:
    raw = signed_by(domain, letter(), names=NAMES)
    assert wanted(raw).names == ()


def test_what_is_known_already_is_not_asked_for() -> None:
    raw = signed_by("amazon.co.jp", letter(), names=NAMES)
    known = {SHOP: rsa_record()}
    assert wanted_keys(raw, known.get, known_hosts(catalogue())) == WantedKeys()


@pytest.mark.parametrize(
    "raw",
    [
        letter(),
        signed_by("amazon.co.jp", letter(), names=NAMES) + b"x",
        b"DKIM-Signature: v=1; d=amazon.co.jp\r\n\r\n",
    ],
    ids=["no signature", "another text", "no whole signature"],
)
def test_where_a_key_would_tell_nothing_none_is_asked_for(raw: bytes) -> None:
    assert wanted(raw) == WantedKeys()


def test_each_name_is_asked_for_once() -> None:
    first = WantedKeys(names=("a", "b"), left_out=("x",))
    second = WantedKeys(names=("b", "c"), left_out=("x",))
    both = WantedKeys(names=("a", "b", "c"), left_out=("x",))
    assert all_wanted([first, second]) == both
