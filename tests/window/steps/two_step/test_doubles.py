"""An account that is in the authenticator already."""

from dataclasses import replace

import pytest

from tests.contracts.cases import SHOP as CASE
from tests.window.steps.two_step.person import SHOP, Person
from torimodosu.window.kit.question import Question
from torimodosu.window.steps.two_step.sight import Stand

NEWER = replace(SHOP, secret=b"a newer secret, made up")


def asked(person: Person) -> Question:
    """Wait for the question, and return it."""
    person.wait(lambda: bool(person.page.findChildren(Question)))
    (question,) = person.page.findChildren(Question)
    return question


@pytest.mark.parametrize(
    ("answer", "count", "secret"),
    [(0, 1, SHOP.secret), (1, 1, NEWER.secret), (2, 2, NEWER.secret)],
    ids=["the old one", "replace", "both"],
)
def test_it_is_asked_what_becomes_of_it(
    person: Person, answer: int, count: int, secret: bytes
) -> None:
    person.keep()
    person.open_case(CASE)
    person.show_qr(NEWER)
    question = asked(person)
    assert "Amazon · taro@mail.example" in question.accessibleName()
    question.buttons[answer].click()
    person.stands(Stand.FIRST_CODE)
    person.wait_for_code()
    account = person.page.desk.codes.account
    assert account is not None
    assert account.secret == secret
    assert len(person.vault.all()) == count


def test_closing_the_question_takes_what_is_there(person: Person) -> None:
    kept = person.keep()
    person.open_case(CASE)
    person.show_qr(NEWER)
    asked(person).reject()
    person.stands(Stand.FIRST_CODE)
    assert person.snapshot.two_step.account == kept.id
    assert [one.id for one in person.vault.all()] == [kept.id]
