from torimodosu.cli.oddities import oddity_rows
from torimodosu.recovery.evidence.bag_report import BagOddity, Oddity


def test_each_oddity_is_told_once_with_the_first_file_that_has_it() -> None:
    found = [
        BagOddity(path=path, oddity=oddity) for oddity in Oddity for path in ("a", "b")
    ]
    rows = oddity_rows(found)
    assert [row["oddity"] for row in rows] == [oddity.value for oddity in Oddity]
    assert {(row["files"], row["first"]) for row in rows} == {(2, "a")}
    assert len({row["meaning"] for row in rows}) == len(Oddity)
