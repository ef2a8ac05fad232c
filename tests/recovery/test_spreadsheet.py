import pytest

from torimodosu.recovery.spreadsheet import guarded


@pytest.mark.parametrize(
    "cell", ["=1+1", "+81 3", "-2", "@cmd", " =1", "＝1", "\t1", "\n=1", "'quoted"]
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", " ", "AMAZON.CO.JP", "アマゾン－店", "1-2"])
def test_everything_else_stays_as_it_is(cell: str) -> None:
    assert guarded(cell) == cell
