import pytest

from tests.contracts.code_lists import PRACTICE, CodeListsContract
from tests.fakes.code_lists import FakeCodeLists


class TestFakeCodeLists(CodeListsContract):
    @pytest.fixture
    def lists(self) -> FakeCodeLists:
        return FakeCodeLists()


def test_what_practice_leaves_waits_to_be_removed() -> None:
    lists = FakeCodeLists()
    lists.add_codes(PRACTICE)
    lists.clear_practice()
    assert list(lists.code_lists(is_practice=True)) == []
    assert list(lists.leaving_codes()) == [PRACTICE]
    lists.remove_codes(PRACTICE)
    assert list(lists.leaving_codes()) == []
