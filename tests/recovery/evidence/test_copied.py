from collections.abc import Mapping

from tests.fakes.bag_files import FakeBagFiles
from tests.recovery.evidence.bags import bag
from torimodosu.recovery.evidence.bag import check_bag
from torimodosu.recovery.evidence.bag_report import BagReport
from torimodosu.recovery.evidence.copied import Copied, compare_copy


def report(more: Mapping[str, bytes]) -> BagReport:
    return check_bag(FakeBagFiles({**bag(), **more}))


def test_a_copy_is_blamed_only_for_what_the_original_has_not() -> None:
    whole, damaged = report({}), report({"data/more": b""})
    worse = report({"data/more": b"", "data/most": b""})
    assert compare_copy(whole, whole) is Copied.WHOLE
    assert compare_copy(damaged, damaged) is Copied.LIKE_DAMAGED
    assert compare_copy(damaged, whole) is Copied.DIFFERS
    assert compare_copy(worse, damaged) is Copied.DIFFERS
