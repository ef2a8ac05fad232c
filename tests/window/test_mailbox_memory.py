"""One mailbox is remembered among the settings, its password in the keychain."""

from collections.abc import Callable, Mapping
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.keychain import FakeKeychain
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.secrets import KeychainTrouble
from torimodosu.recovery.catalogue.mail_provider import MailServer, Security
from torimodosu.recovery.mail.servers.account import MailAccount
from torimodosu.recovery.mail.servers.kept_password import keep_password, kept_password
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.mailbox_memory import MailboxMemory

SERVER = MailServer(host="imap.mail.example", port=993, security=Security.TLS)
MAILBOX = MailAccount(server=SERVER, user="hanako@mail.example")
OPENED = MailAccount(server=SERVER, user=MAILBOX.user, password="made-up-1")  # noqa: S106 -- made up

A_MOMENT = 0.2  # seconds

Remembering = Callable[[], MailboxMemory]


@pytest.fixture
def keychain() -> FakeKeychain:
    return FakeKeychain()


@pytest.fixture
def remembering(
    qtbot: QtBot, jobs: JobRunner, store: Store, keychain: FakeKeychain
) -> Remembering:
    """Return what makes a memory, as each start of the program does."""

    def remember() -> MailboxMemory:
        memory = MailboxMemory(jobs, settings=store, keychain=keychain)
        with qtbot.waitSignal(memory.changed):
            memory.prepare()
        return memory

    return remember


def test_the_mailbox_is_remembered_and_never_its_password(
    qtbot: QtBot, remembering: Remembering, store: Store
) -> None:
    assert remembering().mailbox is None
    memory = remembering()
    with qtbot.waitSignal(memory.changed):
        memory.keep(MAILBOX)
    assert memory.mailbox == remembering().mailbox == MAILBOX
    assert OPENED.password not in str(store.settings)


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"user": "hanako"}', 7])
def test_what_cannot_be_read_is_no_mailbox(
    remembering: Remembering, store: Store, kept: str | int
) -> None:
    store.set("mailbox", kept)
    memory = remembering()
    assert (memory.mailbox, memory.trouble) == (None, None)


def test_the_password_goes_with_the_mailbox(
    qtbot: QtBot, remembering: Remembering, keychain: FakeKeychain
) -> None:
    keep_password(OPENED, keychain)
    memory = remembering()
    with qtbot.waitSignal(memory.changed):
        memory.keep(MAILBOX)
    with qtbot.waitSignal(memory.changed):
        memory.forget()
    assert memory.mailbox is None
    assert remembering().mailbox is None
    assert kept_password(MAILBOX, keychain) == ""


def test_a_mailbox_whose_password_stays_is_not_forgotten(
    qtbot: QtBot, remembering: Remembering, keychain: FakeKeychain
) -> None:
    keep_password(OPENED, keychain)
    memory = remembering()
    with qtbot.waitSignal(memory.changed):
        memory.keep(MAILBOX)
    keychain.trouble = KeychainTrouble.LOCKED
    with qtbot.waitSignal(memory.changed):
        memory.forget()
    assert (memory.mailbox, memory.trouble) == (MAILBOX, KeychainTrouble.LOCKED)
    assert remembering().mailbox == MAILBOX


class SlowSettings:
    """Takes its time to read, in which something else may be kept."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._is_kept = Event()

    @property
    def settings(self) -> Mapping[str, str | int | None]:
        settings = self._store.settings
        self._is_kept.wait(A_MOMENT)
        return settings

    def set(self, name: str, value: str | int | None) -> None:
        self._store.set(name, value)
        self._is_kept.set()


def test_what_was_kept_meanwhile_stays(
    qtbot: QtBot, jobs: JobRunner, store: Store, keychain: FakeKeychain
) -> None:
    memory = MailboxMemory(jobs, settings=SlowSettings(store), keychain=keychain)
    memory.prepare()
    memory.keep(MAILBOX)
    qtbot.waitUntil(lambda: not jobs.findChildren(Job))
    assert memory.mailbox == MAILBOX
