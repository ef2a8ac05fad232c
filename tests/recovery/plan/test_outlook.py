from dataclasses import replace
from datetime import timedelta

from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.recovery.mail.search import Covered
from torimodosu.recovery.orders.still_going import Verdict
from torimodosu.recovery.plan.outlook import outlook
from torimodosu.recovery.plan.snapshot import Snapshot

READ = Snapshot(at=FRIDAY_NIGHT, orders_at=FRIDAY_NIGHT)


def test_before_orders_were_read_there_is_no_outlook() -> None:
    assert outlook(Snapshot(at=FRIDAY_NIGHT)) is None


def test_mails_that_end_somewhere_unknown_cannot_tell() -> None:
    found = outlook(READ)
    assert found is not None
    assert found.verdict is Verdict.CANNOT_TELL


def test_a_mailbox_that_reaches_until_now_without_a_foreign_order_is_calm() -> None:
    until = FRIDAY_NIGHT - timedelta(minutes=5)
    read = Covered(source="/mail", messages=1, size=1, newest=until)
    found = outlook(replace(READ, covered=(read,)))
    assert found is not None
    assert found.verdict is Verdict.SEEMS_OVER
