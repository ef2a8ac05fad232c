"""What is said of a provider."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from tests.window.seen import words_in
from tests.window.steps.provider.scene import CATALOGUE
from torimodosu.recovery.catalogue.mail_provider import Security
from torimodosu.recovery.mail.search import NotCovered, Trouble
from torimodosu.recovery.mail.servers.trouble import (
    CertificateFault,
    ServerTrouble,
    Untrusted,
)
from torimodosu.recovery.plan.fetch_task import MailsFetched
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.read_mail.provider.draft import Draft
from torimodosu.window.steps.read_mail.provider.outcome import outcome_parts
from torimodosu.window.steps.read_mail.provider.words import (
    fault_words,
    server_title,
    server_words,
)
from torimodosu.window.words.not_read import place_words

if TYPE_CHECKING:
    pass


@pytest.mark.parametrize("trouble", ServerTrouble)
def test_every_trouble_has_words(trouble: ServerTrouble) -> None:
    assert "imap.mail.example" in server_title(trouble, "imap.mail.example")
    assert server_words(trouble)


@pytest.mark.parametrize("fault", CertificateFault)
def test_every_fault_of_a_certificate_has_words(fault: CertificateFault) -> None:
    assert fault_words(fault)


def test_an_untrusted_certificate_is_shown_and_cannot_be_overridden(
    qtbot: QtBot, look: Look
) -> None:
    untrusted = Untrusted(fault=CertificateFault.UNKNOWN_ISSUER, fingerprint="A3:B4")
    fetched = MailsFetched(trouble=ServerTrouble.UNTRUSTED, untrusted=untrusted)
    parts = outcome_parts(look, fetched, "imap.mail.example")
    for part in parts:
        qtbot.addWidget(part)
    said = " ".join(words_in(part) for part in parts)
    assert "imap.mail.example is not trusted" in said
    assert "A3" in said
    assert "B4" in said
    assert not [b for part in parts for b in part.findChildren(Button)]


def test_a_draft_is_ready_when_it_names_a_mailbox() -> None:
    assert Draft(address="hanako@icloud.com").account is None
    draft = Draft(address="hanako@icloud.com")
    draft.guess(CATALOGUE)
    draft.password = "made-up-1"  # noqa: S105 -- made up
    account = draft.account
    assert account is not None
    assert (account.user, account.server.security) == ("hanako", Security.TLS)
    assert draft.mailbox == replace(account, password="")
    assert "made-up-1" not in repr(draft)


@pytest.mark.parametrize(
    ("offset", "words"),
    [
        (None, "注文 of hanako@mail.example"),
        (12, "注文 of hanako@mail.example, mail 12"),
    ],
)
def test_a_mail_at_a_provider_is_named_by_its_folder(
    offset: int | None, words: str
) -> None:
    source = "imap://hanako%40mail.example@imap.mail.example/%E6%B3%A8%E6%96%87"
    missed = NotCovered(source=source, offset=offset, trouble=Trouble.DELETED)
    assert place_words(missed) == words
    whole = replace(missed, source="imap://hanako@imap.mail.example/", offset=None)
    assert place_words(whole) == "hanako"
