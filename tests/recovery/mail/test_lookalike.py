"""Names and hosts that look like others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.mail.lookalike import imitates, position_of, skeleton


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Amazon", "Amazon"),
        ("Аmаzоn", "Amazon"),
        ("Ａｍａｚｏｎ", "Amazon"),
        ("Ämàzón", "Amazon"),
        ("Ama\u200bzon", "Amazon"),
        ("𝐚𝐩𝐩𝐥𝐞", "apple"),
        ("ｱﾏｿﾞﾝ", skeleton("アマゾン")),
    ],
)
def test_what_looks_alike_has_one_skeleton(text: str, shown: str) -> None:
    assert skeleton(text) == shown


@given(st.text())
def test_a_skeleton_is_its_own_skeleton_for_plain_text(text: str) -> None:
    plain = text.encode("ascii", "ignore").decode()
    assert skeleton(plain) == plain


@pytest.mark.parametrize(
    ("text", "name", "position"),
    [
        ("Amazon.co.jp", "Amazon.co.jp", 0),
        ("ご注文 AMAZON", "Amazon", 4),
        ("AmazonPrime", "Amazon", 0),
        ("Amazonアカウント", "Amazon", 0),
        ("Amazonia", "Amazon", None),
        ("AMAZONAS", "Amazon", None),
        ("Amazon.pl", "Amazon", None),
        ("Amazon.", "Amazon", 0),
        ("notAmazon", "Amazon", None),
        ("新メルカリ便", "メルカリ", 1),
        ("a (1) b", "(1)", 2),
    ],
)
def test_a_name_is_found_as_a_word(text: str, name: str, position: int | None) -> None:
    assert position_of(text, name) == position


@pytest.mark.parametrize(
    ("host", "genuine"),
    [
        ("amazon.co.jp", "amazon.co.jp"),
        ("mail.amazon.co.jp", "amazon.co.jp"),
        ("amazon.co.jp.evil.example", "amazon.co.jp"),
        ("amazon-support.example", "amazon.co.jp"),
        ("amazon.shop", "amazon.co.jp"),
        ("arnazon.example", "amazon.co.jp"),
        ("annazon.example", "amazon.co.jp"),
        ("amaz0n.example", "amazon.co.jp"),
        ("amzon.example", "amazon.co.jp"),
        ("amazoon.example", "amazon.co.jp"),
        ("amaozn.example", "amazon.co.jp"),
        ("xn--mazon-3ve.example", "amazon.co.jp"),
        ("jcb.co.jp", "qa.jcb.co.jp"),
        ("ID.ÁPPLE.example", "email.apple.com"),
    ],
)
def test_hosts_that_bear_the_name_are_known(host: str, genuine: str) -> None:
    assert imitates(host, genuine)


@pytest.mark.parametrize(
    ("host", "genuine"),
    [
        ("amazon.pl", "amazon.co.jp"),
        ("yahoo.com", "mail.yahoo.co.jp"),
        ("amazonses.com", "amazon.co.jp"),
        ("amazonia.example", "amazon.co.jp"),
        ("pineapple.example", "email.apple.com"),
        ("apply.example", "email.apple.com"),
        ("example.live", "live.com"),
        ("", "amazon.co.jp"),
        ("amazon." * 40 + "example", "amazon.co.jp"),
        ("xn--", "amazon.co.jp"),
        ("xn--\N{SNOWMAN}.example", "amazon.co.jp"),
    ],
)
def test_other_hosts_are_left_alone(host: str, genuine: str) -> None:
    assert not imitates(host, genuine)


@given(st.text(max_size=80))
def test_any_host_can_be_looked_at(host: str) -> None:
    assert imitates(host, "amazon.co.jp") in {True, False}
