"""Any case as it may be known, for what must hold of all of them."""

from dataclasses import replace
from datetime import datetime

from hypothesis import strategies as st

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.card_situations import (
    BOTH_KNOWN,
    CARDS,
    LIMIT,
    OPEN,
    SURE,
    finding,
    month,
    work,
)
from tests.recovery.plan.situations import BURST, DAY, HOUR, box, case, order
from tests.recovery.plan.test_outlook import notice
from tests.recovery.plan.test_reuse import LEFT_OUT, PROVEN, SAID, UNTIL_TODAY
from tests.recovery.plan.test_reuse import OPEN as UNCHANGED
from tests.recovery.plan.test_sign_in import results
from tests.recovery.plan.test_two_step import ALL, FIRST
from tests.recovery.signin.looks import LOCKED, OLD, looked
from tests.recovery.statements.cards import statement
from torimodosu.recovery.case.case import Case, SignIn
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.joining import order_key
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.passwords.queue import PasswordQueue, QueueEntry
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.later_changes import weighed_anew
from torimodosu.recovery.plan.snapshot import Closing, Seal, Snapshot, Verification
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.signin.checklist import Place
from torimodosu.recovery.statements.watch import MonthState
from torimodosu.recovery.statements.which_card.matching import OpenCharge, Verdict
from torimodosu.recovery.twostep.proof import TwoStepState

_MOMENTS = [
    *(BURST - DAY, BURST, BURST + HOUR, FRIDAY_NIGHT),
    *(BURST + DAY, BURST + 2 * DAY, BURST + 9 * DAY),
]
MOMENTS = st.sampled_from(_MOMENTS)
MAYBE = st.none() | MOMENTS
# The same case is looked at on the same night, and long after.
DAYS = st.sampled_from([0, 1, 3, 10, 400])
_MONTHS = st.builds(
    month,
    st.sampled_from(MonthState),
    is_said=st.booleans(),
    is_needed=st.booleans(),
    is_open=st.booleans(),
)
_FINDINGS = st.one_of(
    st.just(BOTH_KNOWN),
    st.tuples(
        *(st.builds(finding, st.just(n), st.sampled_from(Verdict)) for n in (1, 2, 3))
    ),
    st.tuples(st.builds(finding, st.just(3), st.sampled_from(Verdict))),
)


@st.composite
def _works(draw: st.DrawFn) -> CardWork:
    return work(
        *draw(_FINDINGS),
        matches=draw(st.sampled_from([(), (SURE,), (SURE, OPEN)])),
        months=tuple(draw(st.lists(_MONTHS, max_size=2))),
        unexplained=draw(st.sampled_from([(), (("c", OpenCharge.OF_THE_SHOP),)])),
        deadlines=draw(st.sampled_from([(), (LIMIT,)])),
    )


@st.composite
def _cases(draw: st.DrawFn) -> Case:
    opened = case(
        sign_in=draw(st.sampled_from(SignIn)), cards=draw(st.sampled_from([(), CARDS]))
    )
    return replace(opened, is_practice=draw(st.booleans()))


_ENTRIES = st.lists(
    st.sampled_from([UNCHANGED, SAID, PROVEN, LEFT_OUT, UNTIL_TODAY]), max_size=2
)
_LOOKS = st.builds(
    lambda logins, at, missed: looked(*logins, at=at, not_covered=missed),
    st.sampled_from([(), (OLD,)]),
    MOMENTS,
    st.sampled_from([(), (LOCKED,)]),
)
_EVENTS = st.lists(
    st.builds(
        AccountEvent,
        mail=st.just("0" * 64),
        kind=st.sampled_from(AccountEventKind),
        at=MOMENTS,
    ),
    max_size=3,
)
_STATES = [TwoStepState(), replace(ALL, tries=(FIRST,)), replace(ALL, backups=()), ALL]


def _queue(entries: list[QueueEntry]) -> PasswordQueue:
    return PasswordQueue(
        at=FRIDAY_NIGHT,
        logins=9,
        entries=tuple(entries),
        are_leaks_checked=True,
        is_keyed=True,
    )


# Steps that a page takes the word for, or took it for in older versions.
_SAYABLE = (
    *(Step.READ_MAIL, Step.CHECK_EVIDENCE, Step.STATEMENTS),
    *(Step.STILL_GOING, Step.WHICH_CARD, Step.SIGN_IN, Step.TAKE_BACK),
    *(Step.PASSWORD, Step.TWO_STEP, Step.REUSE, Step.CARD_COMPANY, Step.SHOP),
    *(Step.POLICE, Step.SCHEDULE, Step.CLOSING),
)


@st.composite
def _orders(draw: st.DrawFn) -> Snapshot:
    """Return what the mails tell of orders, and whose they are."""
    placed = draw(st.lists(st.tuples(MAYBE, st.booleans()), max_size=2))
    orders = [
        replace(order(placed_at=at, to_the_day=is_day), order_number=str(number))
        for number, (at, is_day) in enumerate(placed)
    ]
    owners = [draw(st.none() | st.sampled_from(Ownership)) for _ in orders]
    judged = zip(orders, owners, strict=True)
    dates = draw(st.lists(MAYBE, max_size=1))
    return Snapshot(
        at=FRIDAY_NIGHT,
        kept=draw(st.sampled_from([{}, {MailKind.ORDER_CONFIRMATION: 14}])),
        notices=tuple(notice(0, moment) for moment in dates),
        orders={order_key(one): one for one in orders},
        ownership={order_key(one): who for one, who in judged if who is not None},
        orders_at=draw(MAYBE),
        events=tuple(draw(_EVENTS)),
    )


def _closings(said_at: datetime | None) -> st.SearchStrategy[Closing | None]:
    if said_at is None:
        return st.none()
    left = st.frozensets(st.sampled_from(Step))
    return st.builds(Closing, at=st.just(said_at), left=st.just(frozenset(Step)) | left)


@st.composite
def any_snapshot(draw: st.DrawFn) -> Snapshot:
    """Return what may be known of a case, weighed as the store returns it."""
    newest: datetime = draw(MOMENTS)
    at = newest + draw(DAYS) * DAY
    boxes = [(), (box(newest=None),), (box(newest=newest),)]
    seals = st.builds(Seal, at=MOMENTS, sha256=st.just("0" * 64))
    checks = st.builds(Verification, at=MOMENTS, faults=st.sampled_from([0, 0, 2]))
    said = draw(st.dictionaries(st.sampled_from(_SAYABLE), MOMENTS, max_size=6))
    known = replace(
        draw(_orders()),
        at=max(at, _MOMENTS[-1]),
        case=draw(_cases()),
        covered=draw(st.sampled_from(boxes)),
        read_at=draw(st.sampled_from([None, newest, newest + DAY])),
        seal=draw(st.none() | seals),
        verification=draw(st.none() | checks),
        said=said,
        closing=draw(_closings(said.get(Step.CLOSING))),
        scan=draw(st.none() | _LOOKS),
        stale_seen_at=draw(MAYBE),
        reset_said=draw(MAYBE),
        looked=draw(st.sampled_from([{}, results(), results(but=Place.PASSKEYS)])),
        statements=draw(st.sampled_from([(), (statement(),)])),
        card_work=draw(st.none() | _works()),
        two_step=draw(st.sampled_from(_STATES)),
        password_queue=draw(st.none() | st.builds(_queue, _ENTRIES)),
    )
    return weighed_anew(known)
