import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.catalogue.pattern import is_safe_pattern


@pytest.mark.parametrize(
    "source",
    [
        r"^注文済み:",
        r"^Amazon\.co\.jp ?でのご注文",
        r"(?<![0-9A-Za-z-])(?:[A-Z][0-9]{2}|[0-9]{3})-[0-9]{7}(?![0-9-])",
        r"(?:返金|返品).{0,20}しました$",
        r"[^\]\[a-z-]{1,3}\d?\b",
    ],
)
def test_a_bounded_pattern_is_accepted(source: str) -> None:
    assert is_safe_pattern(source)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("a*b", id="repeats without bound"),
        pytest.param("a+b", id="repeats without bound, at least once"),
        pytest.param("a{2,}b", id="repeats without upper bound"),
        pytest.param("(?:a{0,9}){0,9}b", id="repeats a repetition"),
        pytest.param("(?:a?){9}b", id="repeats a group"),
        pytest.param("(?:a|a)" * 20 + "b", id="too many ways to match"),
        pytest.param("a{0,99}a{0,99}a{0,99}b", id="too many ways to repeat"),
        pytest.param("((((((a))))))", id="nested too deeply"),
        pytest.param("a" * 301, id="too long"),
        pytest.param(r"(a)\1", id="refers back"),
        pytest.param("(?i)a", id="sets flags"),
        pytest.param("[[a]", id="looks like a nested set"),
        pytest.param("[a--b]", id="looks like a set difference"),
        pytest.param("(a", id="unclosed"),
        pytest.param("a)", id="unopened"),
        pytest.param("[z-a]", id="range the wrong way round"),
        pytest.param("a{2,1}", id="bounds the wrong way round"),
        pytest.param("a??", id="lazy"),
        pytest.param("^", id="matches the empty text"),
        pytest.param("a?", id="may match the empty text"),
        pytest.param("", id="empty"),
        pytest.param("注文済み：", id="not in NFKC, so it never matches"),
    ],
)
def test_another_pattern_is_refused(source: str) -> None:
    assert not is_safe_pattern(source)


@given(st.text(alphabet=r"ab1-^$.|?*+{}[]()\d,:=!<&~", max_size=30))
def test_what_is_accepted_compiles_without_a_warning(source: str) -> None:
    if is_safe_pattern(source):
        re.compile(source)
