from itertools import accumulate

import budoux
import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.window.kit.phrase_scores import phrase_scores

PARSER = budoux.load_default_japanese_parser()


@given(
    st.text(
        st.sampled_from("あいしてのをはが、。一度名前メールa1 \n") | st.characters()
    )
)
def test_phrases_begin_where_the_parser_of_the_model_begins_them(words: str) -> None:
    theirs = list(accumulate(map(len, PARSER.parse(words)[:-1])))
    scores = phrase_scores(words)
    assert [place for place, score in enumerate(scores, 1) if score > 0] == theirs
    assert len(scores) == max(len(words) - 1, 0)


@pytest.mark.parametrize("sign", [-1, 1])
def test_no_sum_reaches_that_of_the_next_place(sign: int) -> None:
    of_each = (
        max(0, *(sign * s for s in each.values())) for each in PARSER.model.values()
    )
    assert sum(of_each) < 1 << 18
