import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.twostep.web_address import first_host, host_of


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://www.amazon.co.jp/ap/signin", "www.amazon.co.jp"),
        ("HTTP://Shop.Example:8080", "shop.example"),
        (" https://taro:secret@shop.example/ ", "shop.example"),
        ("https://аmazon.co.jp/", "xn--mazon-3ve.co.jp"),
        ("https://日本.example/", "xn--wgv71a.example"),
        ("otpauth://totp/x?secret=A", ""),
        ("mailto:taro@example.jp", ""),
        ("https://", ""),
        ("https://[::1", ""),
        ("https://" + "a" * 9000, ""),
        ("www.amazon.co.jp", ""),
        ("", ""),
    ],
)
def test_the_host_of_a_web_address_is_told(text: str, host: str) -> None:
    assert host_of(text) == host


def test_the_first_web_address_counts() -> None:
    assert first_host(["hello", "https://a.example", "https://b.example"]) == (
        "a.example"
    )
    assert first_host([]) == ""


@given(st.text(max_size=100))
def test_any_host_is_plain_letters(text: str) -> None:
    host = host_of(f"https://{text}")
    assert host.isascii()
    assert not host or host.isprintable()
