import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.adapters.log.redaction import MOST_CHARACTERS, redacted

PRIVATE = (
    "otpauth://totp/Amazon:taro?secret=JBSWY3DPEHPK3PXP",
    "https://www.example.jp/reset?token=abc",
    "'Hanabi2016'",
    '"Hanabi2016',
    "「花火の山」",
    "taro.yamada@example.jp",
    "/home/taro/Downloads/statement.csv",
    "C:\\Users\\taro\\statement.csv",
    "~/mail/Inbox",
    "9f86d081884c7d659a2feaa0c55ad015",
    "4111 1111 1111 1111",
    "250-1234567-7654321",
)


@pytest.mark.parametrize("private", PRIVATE)
def test_what_may_be_private_makes_room_for_what_it_is(private: str) -> None:
    line = redacted(f"could not read {private} today")
    assert private.strip("'\"") not in line
    assert line.startswith("could not read <")
    assert "Hanabi" not in line


@pytest.mark.parametrize(
    "plain", ["the worker crashed by signal 9", "job read_mail failed", "left with 1"]
)
def test_the_words_of_the_program_stay(plain: str) -> None:
    assert redacted(plain) == plain


@given(st.text(max_size=2000), st.sampled_from(PRIVATE[4:]))
def test_no_text_around_it_brings_it_back(around: str, private: str) -> None:
    room = MOST_CHARACTERS - 60
    assert private not in redacted(f"{around[:room]} {private} {around[:20]}")
