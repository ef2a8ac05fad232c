"""The Japanese encodings as mailers write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.mail.japanese import decode_euc_jp, decode_iso_2022_jp

# What all three encodings hold with the same meaning in every version of them.
COMMON = "あいうアイウ亜一注文確認、。ー（）「」０９ＡＺａｚ"
common_text = st.text(st.sampled_from(COMMON + "abc 123\n"))


@given(common_text)
def test_standard_text_is_read_as_the_standard_says(text: str) -> None:
    assert decode_iso_2022_jp(text.encode("iso2022_jp")) == text
    assert decode_euc_jp(text.encode("euc_jp")) == text


def euc(text: str) -> bytes:
    """Encode vendor characters by their place in code page 932."""
    pairs = b""
    for lead, trail in (sign.encode("cp932") for sign in text):
        row = (lead - (0x81 if lead < 0xA0 else 0xC1)) * 2 + (trail >= 0x9F)
        cell = trail - (0x9F if trail >= 0x9F else 0x40 + (trail > 0x7F))
        pairs += bytes((row + 0xA1, cell + 0xA1))
    return pairs


@pytest.mark.parametrize("text", ["①②⑳", "㈱㈲℡№", "ⅠⅡⅩ", "㍉㌔㎡", "髙﨑", "～－∥￠"])
def test_vendor_characters_are_read(text: str) -> None:
    raw = euc(text)
    assert decode_euc_jp(raw) == text
    seven_bit = bytes(code & 0x7F for code in raw)
    assert decode_iso_2022_jp(b"\x1b$B" + seven_bit + b"\x1b(B") == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\x1b(I1O>^]\x1b(B A", "ｱﾏｾﾞﾝ A"),
        (b"\x0e1O\x0f A", "ｱﾏ A"),
        (b'\x1b$B$"\x0e1\x0f$"\x1b(B', "あｱあ"),
        (b"\xb1\xcf", "ｱﾏ"),
        (b"\x1b(J\\1,234~", "¥1,234‾"),
        (b'\x1b$@$"\x1b(J', "あ"),
        (b'\x1b$(B$"\x1b(B', "あ"),
        (b"\x1b$(D\x30\x21\x1b(B", "丂"),
        (b"\x1b$A\x3b\x3b\x1b(B", b"\xbb\xbb".decode("gb2312")),
        (b"\x1b$(C\x30\x21\x1b(B", "가"),
        (b'\x1b$(Q$"\x1b(B', "あ"),
        ("あ".encode(), "あ"),
        ("あ".encode("cp932"), "あ"),
    ],
)
def test_other_sets_are_read(raw: bytes, text: str) -> None:
    assert decode_iso_2022_jp(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b'\x1b$B$"$$\nTotal', "あい\nTotal"),
        (b'\x1b$B$"\r\n$$\x1b(B!', "あ\r\nい!"),
        (b'\x1b$B$"\n\x1b$B$$\x1b(B', "あ\nい"),
        (b'\x1b$B$" $$\x1b(B', "あ い"),
        (b'\x1b$B$"$\x1b(B!', "あ$!"),
        (b'\x1b$B$"\xff\x1b(B', "あ\ufffd"),
        (b"\x1b$B\x7e\x7e\x1b(B", "\ufffd"),
        (b"\x1b[0mA", "\x1b[0mA"),
    ],
)
def test_damage_is_confined(raw: bytes, text: str) -> None:
    assert decode_iso_2022_jp(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\x8e\xb1A", "ｱA"),
        (b"\x8f\xb0\xa1", "丂"),
        (b"\x8f\xb0", "\ufffd\ufffd"),
        (b"\xa4\xa2\xa4", "あ\ufffd"),
        (b"\x80\xff", "\ufffd\ufffd"),
        (b"\xf4\xa7", "\ufffd"),
    ],
)
def test_odd_bytes_of_euc_jp_are_confined(raw: bytes, text: str) -> None:
    assert decode_euc_jp(raw) == text


@given(st.binary())
def test_any_bytes_are_read(raw: bytes) -> None:
    decode_iso_2022_jp(raw).encode()
    decode_euc_jp(raw).encode()


@given(
    st.lists(st.sampled_from([b"\x1b$B", b"\x1b(B", b"\x1b(I", b"\x0e", b'$"', b"\n"]))
)
def test_escapes_in_any_order_are_read(tokens: list[bytes]) -> None:
    decode_iso_2022_jp(b"".join(tokens)).encode()
