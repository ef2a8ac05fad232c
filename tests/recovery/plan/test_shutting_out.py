"""Who gets in shuts out whoever may still be inside, before they stop."""

from dataclasses import replace

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.situations import HOUR, case
from tests.recovery.plan.test_advice import MINE, OLD_BURST, STRANGE
from tests.recovery.plan.test_sign_in import FOUND, GONE, SHUT_OUT
from torimodosu.recovery.case.case import SignIn
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.needs import may_be_inside
from torimodosu.recovery.plan.sign_in import gets_in
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.tonight import tonight

CALLED = (Step.SHOP, Step.CARD_COMPANY)
LOST = {"a": Ownership.NOT_MINE}
YES, NOT_TRIED = case(sign_in=SignIn.YES), case(sign_in=SignIn.NOT_TRIED)


def said(snapshot: Snapshot, *steps: Step) -> Snapshot:
    return replace(snapshot, said=dict.fromkeys(steps, FRIDAY_NIGHT))


@pytest.mark.parametrize(
    ("snapshot", "is_in"),
    [
        (Snapshot(at=FRIDAY_NIGHT), False),
        (SHUT_OUT, False),
        (FOUND, False),
        (GONE, True),
        (said(SHUT_OUT, Step.SIGN_IN), True),
        (replace(SHUT_OUT, case=YES), True),
        (replace(SHUT_OUT, case=NOT_TRIED), False),
        (replace(GONE, case=NOT_TRIED), True),
        # While the shop holds the sign-in, no cause that is gone lets anybody in,
        (replace(GONE, retry_at=FRIDAY_NIGHT + HOUR), False),
        (replace(GONE, retry_at=FRIDAY_NIGHT), True),
        # unless they say that they are in.
        (said(replace(SHUT_OUT, retry_at=FRIDAY_NIGHT + HOUR), Step.SIGN_IN), True),
    ],
)
def test_who_gets_in(snapshot: Snapshot, *, is_in: bool) -> None:
    assert gets_in(snapshot) is is_in


@pytest.mark.parametrize(
    ("snapshot", "may_be"),
    [
        (SHUT_OUT, True),
        (replace(SHUT_OUT, case=YES), False),
        (replace(SHUT_OUT, case=NOT_TRIED), False),
        (replace(SHUT_OUT, case=YES, ownership=LOST), True),
        # Without mails nobody knows.
        (said(Snapshot(at=FRIDAY_NIGHT, case=YES), Step.READ_MAIL), True),
        (Snapshot(at=FRIDAY_NIGHT), False),
    ],
)
def test_who_may_be_inside(snapshot: Snapshot, *, may_be: bool) -> None:
    assert may_be_inside(snapshot) is may_be


@pytest.mark.parametrize(
    ("snapshot", "urgent"),
    [
        # The reset that its mail tells of is no new password of theirs.
        (GONE, (Step.PASSWORD,)),
        (said(GONE, *CALLED), (Step.PASSWORD,)),
        (said(replace(GONE, ownership=LOST), *CALLED), (Step.PASSWORD,)),
        (replace(GONE, ownership=LOST), (Step.PASSWORD, *CALLED)),
        (said(SHUT_OUT, Step.SIGN_IN, *CALLED), (Step.PASSWORD,)),
        (said(replace(SHUT_OUT, ownership=LOST, case=YES), *CALLED), (Step.PASSWORD,)),
        (said(GONE, Step.PASSWORD, *CALLED), ()),
        # Nobody can change it who does not get in.
        (said(SHUT_OUT, *CALLED), ()),
        (said(FOUND, *CALLED), ()),
        # Never shut out, and no order is a stranger's.
        (replace(GONE, case=YES), ()),
        (
            said(Snapshot(at=FRIDAY_NIGHT, case=YES), Step.READ_MAIL),
            (Step.PASSWORD, Step.SHOP),
        ),
    ],
)
def test_before_stopping_the_password_is_changed_by_who_can(
    snapshot: Snapshot, urgent: tuple[Step, ...]
) -> None:
    answer = tonight(snapshot)
    assert answer.urgent == urgent
    assert answer.is_safe is (urgent == ())


@pytest.mark.parametrize(
    ("ownership", "urgent"),
    [
        (STRANGE, (Step.PASSWORD, *CALLED)),
        ({}, (Step.SORT_ORDERS, Step.PASSWORD)),
        (MINE, (Step.PASSWORD,)),
    ],
)
def test_the_orders_are_sorted_before_the_password_where_no_money_moves(
    ownership: dict[str, Ownership], urgent: tuple[Step, ...]
) -> None:
    known = replace(GONE, orders=OLD_BURST, ownership=ownership)
    assert tonight(known).urgent == urgent
