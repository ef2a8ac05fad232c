"""What the plan needs of the store: orders, verdicts, marks, coverage, snapshot."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.contracts.cases import OTHER, SHOP
from tests.contracts.mails import EARLIER, ORDER, UNDATED
from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.situations import order
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Kind
from torimodosu.recovery.case.ports import CaseDeletedError
from torimodosu.recovery.mail.kept import Origin
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.search import Covered, NotCovered, Trouble
from torimodosu.recovery.orders.order import Item, Ownership, Shipment
from torimodosu.recovery.plan.snapshot import Closing, Seal, Snapshot, Verification
from torimodosu.recovery.plan.steps import Step

LATER = FRIDAY_NIGHT + timedelta(minutes=1)
FULL = replace(
    order(gift_card=0, card=4999, unknown=1),
    items=(Item(title="本\ud800", quantity=None, price=Decimal("10.50")),),
    shipments=(
        Shipment(
            date=date(2026, 3, 14),
            total=None,
            gift_card=Decimal(0),
            points=None,
            card=Decimal(4999),
            card_label="Visa",
        ),
    ),
    mails=("a" * 64,),
)
INBOX = Covered(source="/mail/\udcff", messages=10, size=1 << 40)
BROKEN = NotCovered(source="/mail/\udcff", offset=7, trouble=Trouble.TRUNCATED)
LOCKED = NotCovered(source="/locked", offset=None, trouble=Trouble.NO_PERMISSION)


@pytest.fixture
def case(store: Store) -> Case:
    return store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)


def look(store: Store, case: Case) -> Snapshot:
    return store.snapshot(case, at=LATER)


def last_entry(store: Store, case: Case) -> tuple[Kind, str]:
    entry = store.entries(case)[-1]
    return entry.kind, entry.text


def test_without_a_case_nothing_is_known(store: Store) -> None:
    assert store.snapshot(None, at=LATER) == Snapshot(at=LATER)


def test_of_a_new_case_the_answers_are_known(store: Store, case: Case) -> None:
    expected = Snapshot(at=LATER, case=case, saved_at=FRIDAY_NIGHT)
    assert look(store, case) == expected


def test_orders_come_back_as_they_were_and_replace_the_old(
    store: Store, case: Case
) -> None:
    store.replace(case, {"z": FULL, "a": order()}, packs="1", at=FRIDAY_NIGHT)
    assert look(store, case).orders_packs == "1"
    assert list(look(store, case).orders.items()) == [("z", FULL), ("a", order())]
    store.replace(case, {"a": FULL}, packs="2", at=LATER)
    snapshot = look(store, case)
    assert (snapshot.orders, snapshot.orders_at) == ({"a": FULL}, LATER)
    assert snapshot.orders_packs == "2"


def test_the_newest_verdict_counts_and_all_are_noted(store: Store, case: Case) -> None:
    store.judge(case, ["a", "b"], Ownership.NOT_MINE, at=FRIDAY_NIGHT)
    store.judge(case, ["a"], Ownership.MINE, at=LATER)
    store.judge(case, ["b"], None, at=LATER)
    assert look(store, case).ownership == {"a": Ownership.MINE}
    assert [entry.text for entry in store.entries(case)[1:]] == [
        *("a not_mine", "b not_mine", "a mine", "b open")
    ]


def test_verdicts_outlive_the_reading_of_orders(store: Store, case: Case) -> None:
    store.replace(case, {"a": order()}, packs="1", at=FRIDAY_NIGHT)
    store.judge(case, ["a"], Ownership.UNSURE, at=FRIDAY_NIGHT)
    store.replace(case, {}, packs="2", at=LATER)
    store.replace(case, {"a": order()}, packs="3", at=LATER)
    assert look(store, case).ownership == {"a": Ownership.UNSURE}


def test_marks_come_and_go_with_their_dates(store: Store, case: Case) -> None:
    store.say(case, Step.SHOP, at=FRIDAY_NIGHT)
    store.say(case, Step.POLICE, at=FRIDAY_NIGHT)
    store.say(case, Step.SHOP, at=LATER)
    store.take_back(case, Step.POLICE, at=LATER)
    assert look(store, case).said == {Step.SHOP: LATER}
    assert last_entry(store, case) == (Kind.STEP_REOPENED, "police")


def test_the_closing_is_kept_with_what_is_left_open_by_it(
    store: Store, case: Case
) -> None:
    assert look(store, case).closing is None
    store.say(case, Step.CLOSING, at=FRIDAY_NIGHT)
    assert look(store, case).closing == Closing(at=FRIDAY_NIGHT)
    left = (Step.SHOP, Step.POLICE)
    store.say(case, Step.CLOSING, at=LATER, left=left)
    store.say(case, Step.REUSE, at=LATER)
    known = look(store, case)
    assert known.closing == Closing(at=LATER, left=frozenset(left))
    assert last_entry(store, case) == (Kind.STEP_DONE, "reuse")
    assert store.journal_is_whole(case)
    store.take_back(case, Step.CLOSING, at=LATER)
    assert look(store, case).closing is None


def test_a_source_read_again_replaces_what_was_known_of_it(
    store: Store, case: Case
) -> None:
    store.read(case, [INBOX, BROKEN, LOCKED, INBOX], at=FRIDAY_NIGHT)
    snapshot = look(store, case)
    assert snapshot.covered == (INBOX,)
    assert set(snapshot.not_covered) == {BROKEN, LOCKED}
    more = replace(INBOX, messages=11)
    store.read(case, [more], at=LATER)
    snapshot = look(store, case)
    assert (snapshot.covered, snapshot.not_covered) == ((more,), (LOCKED,))
    assert snapshot.read_at == LATER


def test_a_mail_in_two_mailboxes_counts_once(store: Store, case: Case) -> None:
    copy = replace(ORDER, origin=Origin(source="/copy", offset=0, length=1))
    store.mails(case).add([ORDER, EARLIER, UNDATED, copy])
    assert look(store, case).kept == {
        MailKind.ORDER_CONFIRMATION: 2,
        MailKind.OTHER: 1,
    }


def test_the_newest_seal_and_verification_are_known(store: Store, case: Case) -> None:
    for at, sha256, faults in [(FRIDAY_NIGHT, "0" * 64, 2), (LATER, "1" * 64, 0)]:
        store.sealed(case, Seal(at=at, sha256=sha256))
        store.verified(case, Verification(at=at, faults=faults))
    snapshot = look(store, case)
    assert snapshot.seal == Seal(at=LATER, sha256="1" * 64)
    assert snapshot.verification == Verification(at=LATER, faults=0)
    assert last_entry(store, case) == (Kind.BAG_VERIFIED, "faults=0")
    assert snapshot.saved_at == LATER


def test_one_case_knows_nothing_of_another(store: Store, case: Case) -> None:
    other = store.open(OTHER, at=FRIDAY_NIGHT, is_practice=False)
    store.replace(case, {"a": order()}, packs="1", at=FRIDAY_NIGHT)
    store.judge(case, ["a"], Ownership.MINE, at=FRIDAY_NIGHT)
    store.say(case, Step.SHOP, at=FRIDAY_NIGHT)
    store.read(case, [INBOX, LOCKED], at=FRIDAY_NIGHT)
    store.sealed(case, Seal(at=FRIDAY_NIGHT, sha256="0" * 64))
    store.verified(case, Verification(at=FRIDAY_NIGHT, faults=0))
    store.mails(case).add([ORDER])
    expected = Snapshot(at=LATER, case=other, saved_at=FRIDAY_NIGHT)
    assert look(store, other) == expected


@pytest.mark.parametrize(
    "add",
    [
        lambda store, case: store.replace(case, {}, packs="1", at=LATER),
        lambda store, case: store.judge(case, ["a"], None, at=LATER),
        lambda store, case: store.say(case, Step.SHOP, at=LATER),
        lambda store, case: store.take_back(case, Step.SHOP, at=LATER),
        lambda store, case: store.read(case, [INBOX], at=LATER),
        lambda store, case: store.sealed(case, Seal(at=LATER, sha256="0" * 64)),
        lambda store, case: store.verified(case, Verification(at=LATER, faults=0)),
    ],
)
def test_nothing_is_added_to_a_deleted_case(
    store: Store, case: Case, add: Callable[[Store, Case], None]
) -> None:
    store.delete(case)
    with pytest.raises(CaseDeletedError):
        add(store, case)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text())
def test_an_order_may_have_any_key(store: Store, key: str) -> None:
    case = store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
    store.replace(case, {key: order()}, packs="1", at=FRIDAY_NIGHT)
    store.judge(case, [key], Ownership.MINE, at=FRIDAY_NIGHT)
    assert look(store, case).unsorted == ()
    assert list(look(store, case).orders) == [key]
