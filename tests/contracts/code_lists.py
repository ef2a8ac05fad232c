from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.recovery.twostep.recovery_codes import CodeLists, KeptCodes

GOOGLE = KeptCodes(
    id="b1", issuer="Google", name="taro", count=10, added_at=FRIDAY_NIGHT
)
GITHUB = KeptCodes(id="a2", issuer="GitHub", name="", count=16, added_at=FRIDAY_NIGHT)
PRACTICE = replace(GOOGLE, id="c3", is_practice=True)
LATER = FRIDAY_NIGHT + timedelta(minutes=1)


class CodeListsContract:
    """What every place for lists of codes must do; each subclass brings its own."""

    @pytest.fixture
    def lists(self) -> CodeLists:
        raise NotImplementedError

    def test_holds_nothing_at_first(self, lists: CodeLists) -> None:
        assert list(lists.code_lists()) == []
        assert list(lists.leaving_codes()) == []

    def test_shows_the_oldest_first_as_they_were(self, lists: CodeLists) -> None:
        for one in (GOOGLE, GITHUB, PRACTICE):
            lists.add_codes(one)
        assert list(lists.code_lists()) == [GOOGLE, GITHUB]
        assert list(lists.code_lists(is_practice=True)) == [PRACTICE]

    def test_a_used_code_is_struck_out_once_and_can_be_taken_back(
        self, lists: CodeLists
    ) -> None:
        lists.add_codes(GOOGLE)
        lists.add_codes(GITHUB)
        lists.mark_used(GOOGLE, 3, at=FRIDAY_NIGHT)
        lists.mark_used(GOOGLE, 3, at=LATER)
        lists.mark_used(GOOGLE, 0, at=LATER)
        used = replace(GOOGLE, used={0: LATER, 3: FRIDAY_NIGHT})
        assert list(lists.code_lists()) == [used, GITHUB]
        assert used.left == 8
        lists.mark_used(GOOGLE, 3, at=None)
        assert list(lists.code_lists())[:1] == [replace(GOOGLE, used={0: LATER})]

    def test_one_that_is_removed_is_gone_with_what_was_used(
        self, lists: CodeLists
    ) -> None:
        lists.add_codes(GOOGLE)
        lists.mark_used(GOOGLE, 1, at=LATER)
        for _ in range(2):
            lists.remove_codes(GOOGLE)
        lists.mark_used(GOOGLE, 2, at=LATER)
        lists.add_codes(GOOGLE)
        assert list(lists.code_lists()) == [GOOGLE]
