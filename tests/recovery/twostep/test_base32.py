import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.twostep.account import NotAnAccountError, Problem
from torimodosu.recovery.twostep.base32 import key_of, secret_of

KEY = "JBSWY3DPEHPK3PXP"
SECRET = b"Hello!\xde\xad\xbe\xef"


@pytest.mark.parametrize(
    "text",
    [
        KEY,
        "jbsw y3dp ehpk 3pxp",
        "  JBSW-Y3DP\n-EHPK\t3PXP \r\n",
        "JBSWY3DPEHPK3PXP======",
        "JBSWY3DPEHPK3PXP%3D%3D%3D",
        "ＪＢＳＷＹ３ＤＰＥＨＰＫ３ＰＸＰ",
        "JBSW\u200bY3DP\u2010EHPK\u00a03PXP",
    ],
)
def test_a_key_is_read_in_whatever_shape_it_was_copied(text: str) -> None:
    assert secret_of(text) == SECRET


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", Problem.NO_SECRET),
        (" -= \n", Problem.NO_SECRET),
        ("JBSW1Y3D", Problem.BAD_SECRET),  # there is no 1, 8, 9 and 0
        ("取り戻す", Problem.BAD_SECRET),
        ("https://example.com/", Problem.BAD_SECRET),
        ("J", Problem.BAD_SECRET),
        ("A" * 2001, Problem.TOO_LONG),
    ],
)
def test_what_is_no_key_is_named_and_not_repeated(text: str, problem: Problem) -> None:
    with pytest.raises(NotAnAccountError) as caught:
        secret_of(text)
    assert caught.value.problem is problem
    assert len(text) < 4 or text not in str(caught.value)


@pytest.mark.parametrize("dropped", [1, 3, 6])
def test_bits_that_fill_no_byte_are_dropped(dropped: int) -> None:
    shorter = secret_of(KEY + KEY[:dropped])
    assert shorter == secret_of(KEY + KEY[: dropped - 1])


@given(st.binary(min_size=1, max_size=80))
def test_every_secret_comes_back_from_its_key(secret: bytes) -> None:
    assert secret_of(key_of(secret)) == secret


@given(st.text(max_size=80))
def test_nothing_else_escapes(text: str) -> None:
    try:
        assert secret_of(text)
    except NotAnAccountError as error:
        assert isinstance(error.problem, Problem)  # noqa: PT017 -- either is right
