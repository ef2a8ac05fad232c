"""What is said to be kept while the keychain is locked or slow is never lost unsaid."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP as CASE
from tests.recovery.twostep.backup.accounts import BANK, MAIL
from tests.window.steps.two_step.person import SHOP, Person
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.secrets import KeychainTrouble
from torimodosu.recovery.twostep.base32 import key_of
from torimodosu.recovery.twostep.pending import Pending, PendingKind
from torimodosu.window.jobs import Job
from torimodosu.window.kit.button import Button
from torimodosu.window.steps.two_step.spare_adding import AddingPart

CODES = "1111-2222\n3333-4444"


class Locked:
    """A keychain that waits for its password, which the person may give."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self.is_asked, self._answers = Event(), Event()
        person.keychain.hold_back(self.is_asked, self._answers)

    def open(self, trouble: KeychainTrouble | None = None) -> None:
        """Answer everything, or nothing because of *trouble*."""
        self._person.keychain.trouble = trouble
        self._answers.set()
        jobs = self._person.ports.jobs
        self._person.wait(lambda: not jobs.findChildren(Job))


@pytest.fixture
def locked(person: Person) -> Iterator[Locked]:
    person.open_case(CASE)
    person.wait(lambda: not person.ports.jobs.findChildren(Job))
    locked = Locked(person)
    yield locked
    locked.open()


@pytest.fixture
def lost(locked: Locked, person: Person) -> list[Pending]:
    del locked
    lost: list[Pending] = []
    person.authenticator.pending.lost.connect(lost.extend)
    return lost


def ask_for_account(person: Person) -> None:
    person.show_qr(SHOP)


def ask_for_codes(person: Person) -> None:
    spare = person.page.desk.spare
    spare.begin_adding()
    spare.issuer, spare.text = "Google", CODES
    spare.keep()


def told(lost: list[Pending]) -> list[tuple[PendingKind, str]]:
    return [(one.kind, one.name) for one in lost]


def recalled(store: Store, person: Person) -> list[tuple[PendingKind, str]]:
    """Return what the next start of the program tells, before it was read."""
    lost: list[Pending] = []
    following = type(person.authenticator.pending)(store, person.ports.lock.new_id)
    following.lost.connect(lost.extend)
    following.recall()
    return told(lost)


@pytest.mark.parametrize(
    "asked",
    [
        (ask_for_account, [(PendingKind.ACCOUNT, "Amazon")]),
        (ask_for_codes, [(PendingKind.RECOVERY_CODES, "Google")]),
    ],
)
def test_what_a_program_that_ended_had_not_kept_is_told_at_the_next_start(
    person: Person,
    locked: Locked,
    store: Store,
    asked: tuple[Callable[[Person], None], list[tuple[PendingKind, str]]],
) -> None:
    ask, is_told = asked
    ask(person)
    person.wait(locked.is_asked.is_set)
    assert recalled(store, person) == is_told
    assert recalled(store, person) == is_told  # until it was read
    locked.open()
    assert recalled(store, person) == []


def test_no_secret_is_noted(person: Person, locked: Locked, store: Store) -> None:
    ask_for_account(person)
    ask_for_codes(person)
    person.wait(locked.is_asked.is_set)
    written = b"".join(p.read_bytes() for p in store.path.parent.rglob("*.sqlite*"))
    assert b"Amazon" in written
    for secret in (SHOP.secret, key_of(SHOP.secret).encode(), b"1111-2222"):
        assert secret not in written


def test_an_account_is_kept_though_the_page_was_left(
    person: Person, locked: Locked, lost: list[Pending], store: Store
) -> None:
    ask_for_account(person)
    person.wait(locked.is_asked.is_set)
    person.page.hide()
    locked.open()
    person.wait(lambda: len(person.vault.all()) == 1)
    assert not person.page.desk.taking_in.is_holding
    assert person.snapshot.two_step.account == ""
    person.page.show()
    person.wait(lambda: person.snapshot.two_step.account != "")
    assert lost == []
    assert recalled(store, person) == []


def test_what_fails_after_the_page_was_left_is_told(
    person: Person, locked: Locked, lost: list[Pending], store: Store
) -> None:
    person.show_qr(BANK, MAIL)
    ask_for_codes(person)
    person.wait(locked.is_asked.is_set)
    person.page.hide()
    locked.open(KeychainTrouble.LOCKED)
    assert sorted(told(lost), key=str) == [
        (PendingKind.ACCOUNT, BANK.issuer),
        (PendingKind.ACCOUNT, MAIL.issuer),
        (PendingKind.RECOVERY_CODES, "Google"),
    ]
    assert not person.page.desk.taking_in.is_holding
    assert len(recalled(store, person)) == 3
    person.authenticator.pending.settle(lost)
    assert recalled(store, person) == []


def test_what_failed_in_front_of_the_person_is_told_when_it_is_left(
    person: Person, locked: Locked, lost: list[Pending]
) -> None:
    ask_for_account(person)
    locked.open(KeychainTrouble.LOCKED)
    person.wait_for("The keychain is locked")
    assert lost == []
    person.page.hide()
    assert told(lost) == [(PendingKind.ACCOUNT, "Amazon")]


def test_after_a_second_try_nothing_is_lost(
    person: Person, locked: Locked, lost: list[Pending], store: Store
) -> None:
    ask_for_account(person)
    ask_for_codes(person)
    locked.open(KeychainTrouble.LOCKED)
    person.wait_for("The keychain is locked")
    person.keychain.trouble = None
    person.page.desk.try_again()
    person.page.desk.spare.keep()
    person.wait(lambda: len(person.authenticator.recovery_codes.lists) == 1)
    person.wait(lambda: len(person.authenticator.accounts) == 1)
    person.page.hide()
    assert (lost, recalled(store, person)) == ([], [])


def test_what_would_need_an_answer_is_told_where_nobody_can_give_one(
    person: Person, locked: Locked, lost: list[Pending]
) -> None:
    locked.open()
    person.keep(SHOP)
    again = Locked(person)
    ask_for_account(person)
    person.wait(again.is_asked.is_set)
    person.page.hide()
    again.open()
    assert told(lost) == [(PendingKind.ACCOUNT, "Amazon")]
    assert len(person.vault.all()) == 1


def test_the_old_account_is_no_loss_where_the_person_wants_it(
    person: Person, locked: Locked, lost: list[Pending], store: Store
) -> None:
    locked.open()
    person.keep(SHOP)
    ask_for_account(person)
    taking_in = person.page.desk.taking_in
    person.wait(lambda: bool(taking_in._doubles))  # noqa: SLF001 -- it is being asked
    taking_in.leave()
    person.page.hide()
    assert (lost, recalled(store, person)) == ([], [])


def test_codes_that_the_person_leaves_are_no_loss(
    person: Person, locked: Locked, lost: list[Pending], store: Store
) -> None:
    ask_for_codes(person)
    locked.open(KeychainTrouble.LOCKED)
    person.wait(lambda: not person.page.desk.spare.is_keeping)
    person.page.desk.spare.fold()
    assert (lost, recalled(store, person)) == ([], [])


def test_a_second_press_keeps_the_codes_once(
    person: Person, locked: Locked, qtbot: QtBot
) -> None:
    ask_for_codes(person)
    person.wait(locked.is_asked.is_set)
    part = AddingPart(person.look, person.page.desk.spare)
    qtbot.addWidget(part)
    (keep,) = (b for b in part.findChildren(Button) if b.text() == "Keep them")
    assert (keep.isEnabled(), keep.toolTip()) == (False, "It is being kept")
    person.page.desk.spare.keep()
    locked.open()
    person.wait(lambda: not person.page.desk.spare.is_adding)
    assert len(person.authenticator.recovery_codes.lists) == 1


def test_a_second_list_that_is_typed_meanwhile_stays(
    person: Person, locked: Locked
) -> None:
    ask_for_codes(person)
    person.wait(locked.is_asked.is_set)
    spare = person.page.desk.spare
    spare.fold()
    spare.begin_adding()
    spare.text = "5555-6666"
    locked.open()
    person.wait(lambda: len(person.authenticator.recovery_codes.lists) == 1)
    assert (spare.is_adding, spare.text) == (True, "5555-6666")


def switch(person: Person, *, is_practice: bool) -> None:
    """Open another case, as the window does."""
    at = person.clock.now() + timedelta(minutes=1)
    other = person.store.open(CASE, at=at, is_practice=is_practice)
    person.case_file.switch(other)
    person.wait(lambda: person.case_file.case == other)
    person.authenticator.open(person.snapshot)


def test_an_account_is_kept_for_the_person_and_chosen_in_no_other_case(
    person: Person, locked: Locked, lost: list[Pending]
) -> None:
    ask_for_account(person)
    person.wait(locked.is_asked.is_set)
    switch(person, is_practice=False)
    locked.open()
    person.wait(lambda: len(person.authenticator.accounts) == 1)
    person.wait(lambda: not person.ports.jobs.findChildren(Job))
    assert person.snapshot.two_step.account == ""
    assert lost == []


def test_a_real_account_never_joins_those_of_practice(
    person: Person, locked: Locked, lost: list[Pending]
) -> None:
    locked.open()
    person.keep(BANK)
    again = Locked(person)
    ask_for_account(person)  # and first whether it is the one that is kept already
    person.wait(again.is_asked.is_set)
    switch(person, is_practice=True)
    again.open()
    assert told(lost) == [(PendingKind.ACCOUNT, "Amazon")]
    assert list(person.vault.all(is_practice=True)) == []
    assert [kept.issuer for kept in person.vault.all()] == [BANK.issuer]
    assert not person.page.desk.taking_in.is_holding
