from dataclasses import replace

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.situations import BURST, DAY, HOUR, box, order, saved
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.joining import order_key
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.mail_verdicts import reading_stamp
from torimodosu.recovery.plan.proof import are_orders_stale, is_done, is_proven
from torimodosu.recovery.plan.snapshot import Seal, Snapshot, Verification
from torimodosu.recovery.plan.steps import Step

NOT_MINE, MINE, UNSURE = Ownership.NOT_MINE, Ownership.MINE, Ownership.UNSURE
WHOLE = saved({"a": order()}, {"a": NOT_MINE})
NEXT_DAY = BURST + DAY
LATER = replace(WHOLE, read_at=NEXT_DAY, at=NEXT_DAY, covered=(box(newest=NEXT_DAY),))
KEY = order_key(order())
OWN = replace(WHOLE, orders={KEY: order()}, ownership={KEY: MINE})
LONG_AGO = box(newest=FRIDAY_NIGHT - 400 * DAY)
FAULTS = Verification(at=FRIDAY_NIGHT, faults=1)
READ = replace(WHOLE, orders_packs=reading_stamp("2", ()))


@pytest.mark.parametrize(
    ("step", "snapshot", "proven"),
    [
        (Step.QUESTIONS, Snapshot(at=FRIDAY_NIGHT), False),
        (Step.QUESTIONS, WHOLE, True),
        (Step.READ_MAIL, WHOLE, True),
        (Step.READ_MAIL, replace(WHOLE, seal=None), False),
        (Step.READ_MAIL, replace(WHOLE, covered=()), False),
        (Step.READ_MAIL, replace(WHOLE, kept={}), False),
        (Step.READ_MAIL, replace(WHOLE, kept={MailKind.OTHER: 0}), False),
        # What the check found to be changed or gone is not safe, until it is read
        # once more.
        (Step.READ_MAIL, replace(WHOLE, verification=FAULTS), False),
        (
            Step.READ_MAIL,
            replace(WHOLE, verification=FAULTS, read_at=FRIDAY_NIGHT + HOUR),
            True,
        ),
        (Step.CHECK_EVIDENCE, WHOLE, True),
        (Step.CHECK_EVIDENCE, replace(WHOLE, verification=None), False),
        (Step.CHECK_EVIDENCE, replace(WHOLE, seal=None), False),
        (
            Step.CHECK_EVIDENCE,
            replace(WHOLE, verification=FAULTS),
            False,
        ),
        (
            Step.CHECK_EVIDENCE,
            replace(WHOLE, seal=Seal(at=FRIDAY_NIGHT + HOUR, sha256="1" * 64)),
            False,
        ),
        (Step.SORT_ORDERS, WHOLE, True),
        (Step.SORT_ORDERS, replace(WHOLE, ownership={"a": UNSURE}), True),
        (Step.SORT_ORDERS, replace(WHOLE, ownership={}), False),
        (Step.SORT_ORDERS, replace(WHOLE, orders={}), True),
        (Step.SORT_ORDERS, replace(WHOLE, orders={}, orders_at=None), False),
        # A folder without a mail of the shop has no order either.
        (Step.SORT_ORDERS, replace(WHOLE, orders={}, kept={}), False),
        (Step.STILL_GOING, replace(WHOLE, orders={}, kept={}), False),
        (Step.STILL_GOING, WHOLE, False),
        (Step.STILL_GOING, LATER, True),
        (Step.STILL_GOING, replace(LATER, ownership={}), False),
        (Step.STILL_GOING, replace(LATER, orders_at=None), False),
        (Step.STILL_GOING, replace(LATER, read_at=None), False),
        (Step.STILL_GOING, OWN, True),
        # Older mails know nothing of what was noticed later.
        (
            Step.STILL_GOING,
            replace(OWN, covered=(LONG_AGO,)),
            False,
        ),
        (
            Step.STILL_GOING,
            replace(OWN, covered=(box(newest=None),)),
            False,
        ),
        (
            Step.STILL_GOING,
            replace(LATER, orders={"a": order(placed_at=None)}),
            False,
        ),
        (Step.STILL_GOING, replace(LATER, orders={"a": order(to_the_day=True)}), False),
        (Step.STILL_GOING, replace(LATER, covered=(LONG_AGO,)), False),
        (Step.STILL_GOING, replace(LATER, covered=(box(newest=None),)), False),
        (
            Step.STILL_GOING,
            replace(LATER, covered=(LONG_AGO, box(newest=NEXT_DAY))),
            True,
        ),
        (
            # Junk from the future proves nothing about today.
            Step.STILL_GOING,
            replace(LATER, covered=(LONG_AGO, box(newest=NEXT_DAY + 2 * HOUR))),
            False,
        ),
    ],
)
def test_a_step_is_proven_by_what_was_seen(
    step: Step, snapshot: Snapshot, *, proven: bool
) -> None:
    assert is_proven(step, snapshot) is proven


@pytest.mark.parametrize(
    ("snapshot", "stale"),
    [
        (READ, False),
        (replace(READ, orders_packs=reading_stamp("1", ())), True),
        # An older program did not note by which servers it had judged.
        (replace(READ, orders_packs="2"), True),
        (replace(READ, orders_at=None), True),
        (replace(READ, read_at=FRIDAY_NIGHT + HOUR), True),
        (replace(READ, read_at=None), False),
        (replace(READ, seal=Seal(at=FRIDAY_NIGHT + HOUR, sha256="0")), True),
        (replace(READ, seal=Seal(at=FRIDAY_NIGHT, sha256="0")), False),
        (replace(READ, seal=None), False),
        (replace(READ, own_servers=frozenset({"mx.example"})), True),
        (replace(READ, orders_packs=reading_stamp("2", {"mx.example"})), True),
        (
            replace(
                READ,
                orders_packs=reading_stamp("2", {"b", "a"}),
                own_servers=frozenset({"a", "b"}),
            ),
            False,
        ),
        (replace(READ, orders_packs="1", kept={}), False),
    ],
)
def test_orders_are_stale_when_mails_packs_or_what_judges_them_are_newer(
    snapshot: Snapshot, *, stale: bool
) -> None:
    assert are_orders_stale(snapshot, "2") is stale


@pytest.mark.parametrize("step", [s for s in Step if not is_proven(s, LATER)])
def test_the_rest_is_done_when_the_user_says_so(step: Step) -> None:
    assert not is_done(step, LATER)
    assert is_done(step, replace(LATER, said={step: FRIDAY_NIGHT}))
