"""The backup on the page: it stays while something is done in it."""

import pytest

from tests.contracts.cases import SHOP as CASE
from tests.window.steps.two_step.person import SHOP, Person
from torimodosu.window.backup.panel import BackupPanel
from torimodosu.window.kit.tokens import DARK, Tokens
from torimodosu.window.steps.two_step.sight import Stand


@pytest.fixture
def accepted(person: Person) -> Person:
    """Return somebody whose two codes were accepted."""
    person.open_case(CASE)
    person.show_qr(SHOP)
    person.say(is_accepted=True)
    person.clock.go_on(seconds=30)
    person.say(is_accepted=True)
    person.stands(Stand.BACKUP)
    return person


def panel(person: Person) -> BackupPanel:
    shown = person.page.findChildren(BackupPanel)
    (one,) = [room for room in shown if room.isVisibleTo(person.page)]
    return one


def test_the_room_stays_while_the_page_is_made_anew(accepted: Person) -> None:
    before = panel(accepted)
    accepted.page.rebuild()
    assert panel(accepted) is before
    assert before.isVisible()


def test_in_another_dress_it_is_made_anew(accepted: Person) -> None:
    before = panel(accepted)
    accepted.look.use(Tokens(colours=DARK, scale=1.5))
    assert panel(accepted) is not before
