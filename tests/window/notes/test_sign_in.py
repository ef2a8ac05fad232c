from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from tests.contracts.cases import SHOP
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.signin.checklist import Looked, Place, Seen
from torimodosu.recovery.signin.trial import Outcome, Trial, Tried
from torimodosu.window.notes.sign_in import SignInNotes

LATER = FRIDAY_NIGHT + timedelta(hours=5)


class Desk:
    """Notes on the one case of a store, and whose old login was removed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.case = store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
        self.removed: list[Case] = []
        self.notes = SignInNotes(store, self._keep, remove_stale=self.removed.append)

    def known(self) -> Snapshot:
        return self._store.snapshot(self.case, at=LATER)

    def _keep(self, note: Callable[[Case, datetime], None]) -> None:
        note(self.case, FRIDAY_NIGHT)


@pytest.fixture
def desk(qapp: object, store: Store) -> Desk:
    del qapp
    return Desk(store)


def test_a_trial_is_kept_and_forgotten(desk: Desk) -> None:
    desk.notes.note_trial(Trial.OTHER_DEVICE, Outcome.REFUSED)
    tried = Tried(trial=Trial.OTHER_DEVICE, outcome=Outcome.REFUSED, at=FRIDAY_NIGHT)
    assert desk.known().tried == {Trial.OTHER_DEVICE: tried}
    desk.notes.note_trial(Trial.OTHER_DEVICE, None)
    assert desk.known().tried == {}


def test_a_look_is_kept_and_forgotten(desk: Desk) -> None:
    desk.notes.note_look(Place.PASSKEYS, Seen.CLEANED_UP, "one of two")
    looked = Looked(
        place=Place.PASSKEYS, seen=Seen.CLEANED_UP, at=FRIDAY_NIGHT, note="one of two"
    )
    assert desk.known().looked == {Place.PASSKEYS: looked}
    desk.notes.note_look(Place.PASSKEYS, None, "")
    assert desk.known().looked == {}


def test_moments_are_kept_and_taken_back(desk: Desk) -> None:
    desk.notes.correct_reset(FRIDAY_NIGHT)
    desk.notes.remind(LATER)
    assert desk.known().reset_said == FRIDAY_NIGHT
    assert desk.known().retry_at == LATER
    desk.notes.correct_reset(None)
    desk.notes.remind(None)
    assert desk.known().reset_said is None
    assert desk.known().retry_at is None


def test_only_the_open_case_is_touched(desk: Desk) -> None:
    desk.notes.remove_practice_login()
    assert desk.removed == [desk.case]
