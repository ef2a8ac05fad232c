"""What account mails that other people collected say happened."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.recovery.mail.test_account_mail import mail
from tests.recovery.mail.test_corpora_kinds import corpus
from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.mail.account_mail import read_account_mail
from torimodosu.recovery.mail.classify import classify
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.reader import read_message
from torimodosu.resources import resource

Event = AccountEventKind
BY_LABEL = {
    "email_changed": Event.ADDRESS_CHANGED,
    "account_locked_by_amazon": Event.ACCOUNT_LOCKED,
    "password_reset_by_amazon": Event.ACCOUNT_LOCKED,
    "sign_in_attempt": Event.SIGN_IN_SEEN,
    "sign_in_detected": Event.SIGN_IN_SEEN,
    "otp": Event.CODE_SENT,
    "cancel": None,
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resource("catalogue"))


def events(message: Message, catalogue: Catalogue) -> tuple[AccountEvent, ...]:
    found = classify(message, catalogue)
    service = catalogue.services.get(found.service)
    if service is None:
        return ()
    return read_account_mail(message, mail="", kind=found.kind, service=service)


def test_quoted_genuine_mails_are_understood(catalogue: Catalogue) -> None:
    lines = corpus("jp-amazon-account-mails").joinpath("snippets.jsonl")
    quoted = [json.loads(line) for line in lines.read_text("utf-8").splitlines()]
    wrong = [
        snippet["source"]
        for snippet in quoted
        if snippet["label"] == "genuine"
        and [
            event.kind
            for event in events(
                mail(snippet["body"], subject=snippet["subject"]), catalogue
            )
        ]
        != [kind for kind in [BY_LABEL[snippet["kind"]]] if kind]
    ]
    assert len(quoted) > len(wrong) == 0


def told(folder: Path, catalogue: Catalogue) -> Counter[AccountEventKind]:
    """Count the events of every mail in *folder*."""
    return Counter(
        event.kind
        for path in sorted(folder.rglob("*.eml"))
        for event in events(read_message(path.read_bytes()), catalogue)
    )


@pytest.mark.parametrize("name", ["jp-phish-lists", "phishing_pot"])
def test_no_phishing_tells_of_a_changed_or_locked_account(
    name: str, catalogue: Catalogue
) -> None:
    # Copies of sign-in alerts, with a genuine address as their sender, do say so.
    assert told(corpus(name), catalogue).keys() <= {Event.SIGN_IN_SEEN}


def test_the_genuine_mails_of_a_shop_tell_of_one_code(catalogue: Catalogue) -> None:
    folder = corpus("genuine-amazon")
    assert told(folder, catalogue) == {Event.CODE_SENT: 1}
