"""Accounts that come faster than the keychain answers."""

from tests.contracts.cases import SHOP as CASE
from tests.recovery.twostep.backup.accounts import BANK, MAIL
from tests.window.steps.two_step.person import Person
from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.window.jobs import Job


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


def test_nothing_is_kept_once_the_page_was_left(person: Person) -> None:
    person.open_case(CASE)
    taking_in = person.page.desk.taking_in
    taking_in.take((BANK,))
    taking_in.forget()
    person.wait(lambda: not person.ports.jobs.findChildren(Job))
    assert list(person.vault.all()) == []
    assert not taking_in.is_holding
