"""Accounts that come faster than the keychain answers."""

from tests.contracts.cases import SHOP as CASE
from tests.recovery.twostep.backup.accounts import BANK, MAIL
from tests.window.steps.two_step.person import Person
from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.window.jobs import Job
from torimodosu.window.steps.two_step.sight import Stand


def take(person: Person, *rounds: tuple[OtpAccount, ...]) -> list[str]:
    """Take all of them at once; return the issuers of what is kept in the end."""
    person.open_case(CASE)
    for accounts in rounds:
        person.page.desk.taking_in.take(accounts)
    person.wait(lambda: not person.ports.jobs.findChildren(Job))
    return sorted(kept.issuer for kept in person.vault.all())


def test_a_code_that_is_shown_twice_is_kept_once(person: Person) -> None:
    assert take(person, (BANK,), (BANK,)) == [BANK.issuer]


def test_of_two_codes_both_are_kept(person: Person) -> None:
    assert take(person, (BANK,), (MAIL,)) == sorted([BANK.issuer, MAIL.issuer])


def test_the_page_waits_while_our_window_steps_aside(person: Person) -> None:
    person.open_case(CASE)
    person.stands(Stand.SET_UP)
    capture = person.tools.capture
    capture.draft = "JBSW Y3DP"
    capture.from_region()
    assert capture.is_aside
    assert not person.page.isVisible()
    assert capture.is_busy
    assert capture.draft == "JBSW Y3DP"
    capture.stop()
    assert person.page.isVisible()
    person.page.hide()
    assert capture.draft == ""
