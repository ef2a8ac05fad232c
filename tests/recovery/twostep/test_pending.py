import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.twostep.pending import (
    Pending,
    PendingKind,
    pending_in,
    pending_text,
)

ONE = Pending(id="1", kind=PendingKind.ACCOUNT, name="Amazon")


@given(
    st.lists(
        st.builds(
            Pending, id=st.text(), kind=st.sampled_from(PendingKind), name=st.text()
        )
    )
)
def test_what_was_noted_is_read_again(pending: list[Pending]) -> None:
    assert pending_in(pending_text(pending)) == tuple(pending)


def test_nothing_is_an_empty_text() -> None:
    assert pending_text([]) == ""


@pytest.mark.parametrize(
    "text", [None, 3, True, "", "{", "{}", "3", '["a", {"id": 1}]', '[{"id": "1"}]']
)
def test_what_others_wrote_is_left_out(text: object) -> None:
    assert pending_in(text) == ()


def test_what_a_later_program_noted_beside_is_left_out() -> None:
    plain = json.loads(pending_text([ONE]))
    later = {"id": "2", "kind": "passkey", "name": "Amazon"}
    assert pending_in(json.dumps([later, *plain])) == (ONE,)
