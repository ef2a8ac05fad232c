"""Mails that pretend to be from firms of which only the senders are known."""

import pytest

from tests.recovery.mail.judging.letters import catalogue, codes, judged, letter
from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.mail.classify import classify
from torimodosu.recovery.mail.judging.judgement import Code, Verdict
from torimodosu.recovery.mail.lookalike import is_namesake
from torimodosu.recovery.mail.reader import read_message


@pytest.mark.parametrize(
    ("sender", "claims"),
    [
        ("PayPal <service@pay-check.example>", "paypal.com"),
        ("ヤマト運輸 <info@bjvsm.example>", "kuronekoyamato.co.jp"),
        ("<info@netfliix.example>", "netflix.com"),
    ],
)
def test_who_sends_from_elsewhere_under_their_name_is_not_genuine(
    sender: str, claims: str
) -> None:
    judgement = judged(letter("お知らせ\n", sender=sender, subject="お知らせ"))
    assert (judgement.claims, judgement.verdict) == (claims, Verdict.NOT_GENUINE)


def test_a_link_of_a_firm_whose_hosts_are_not_all_known_is_no_imitation() -> None:
    text = "https://www.paypal-images.example/a.png\n"
    raw = letter(text, sender="PayPal <service@paypal.com>", subject="Receipt")
    judgement = judged(raw)
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert Code.LINK_LOOKS_ALIKE not in codes(judgement)


def test_the_house_abroad_of_a_firm_is_not_called_forged_for_its_address() -> None:
    raw = letter("Hi\n", sender="Netflix <info@netflix.nl>", subject="Hi")
    assert judged(raw).verdict is Verdict.CANNOT_TELL


def test_such_a_firm_is_no_shop_that_orders_could_be_of() -> None:
    raw = letter("Hi\n", sender="PayPal <service@paypal.com>", subject="Receipt")
    found = classify(read_message(raw), catalogue())
    assert (found.service, found.issuer, found.sender) == ("", "", "paypal.com")
    party = catalogue().party("paypal.com")
    assert isinstance(party, Service)
    assert "paypal.com" not in catalogue().services


@pytest.mark.parametrize(
    ("host", "is_one"),
    [
        ("netflix.nl", True),
        ("mail.netflix.co.jp", True),
        ("netflix.com", False),
        ("netfliix.nl", False),
        ("netflix.evil.nl", False),
        ("a." * 200 + "netflix.nl", False),
    ],
)
def test_a_namesake_has_the_bare_name_under_another_end(
    host: str, *, is_one: bool
) -> None:
    assert is_namesake(host, "netflix.com") is is_one
