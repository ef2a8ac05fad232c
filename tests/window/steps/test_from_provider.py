"""The third way to the mails, in the window: with a real worker and a real server."""

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.adapters.network.imap.reading import mail
from tests.bootstrap.working import ANSWERS
from tests.fakes.keychain import FakeKeychain
from tests.window.scene import SaturdayEvening, ports_on
from tests.window.words import words_in, words_in_sight
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.program import worker_command
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.secrets import KeychainTrouble
from torimodosu.recovery.catalogue.mail_provider import Security
from torimodosu.recovery.mail.search import NotCovered, Trouble
from torimodosu.recovery.mail.servers.trouble import (
    CertificateFault,
    ServerTrouble,
    Untrusted,
)
from torimodosu.recovery.plan.fetch_task import MailsFetched
from torimodosu.recovery.plan.looking_back import LookBack
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.resources import resource
from torimodosu.window.intake import Intake
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Choice
from torimodosu.window.kit.look import Look
from torimodosu.window.not_read import place_words
from torimodosu.window.steps.read_mail.page import ReadMailPage
from torimodosu.window.steps.read_mail.provider.desk import provider_desk
from torimodosu.window.steps.read_mail.provider.draft import Draft
from torimodosu.window.steps.read_mail.provider.outcome import outcome_parts
from torimodosu.window.steps.read_mail.provider.words import (
    fault_words,
    server_title,
    server_words,
)

if TYPE_CHECKING:
    from tests.dovecot import Dovecot

PATIENCE = 60_000
CATALOGUE = load_catalogue(resource("catalogue"))
NOW = SaturdayEvening().now()


@pytest.fixture
def case(store: Store) -> Case:
    return store.open(ANSWERS, at=NOW, is_practice=False)


class Scene:
    """The page of one case, and what lies behind it."""

    def __init__(self, look: Look, store: Store, case: Case, jobs: JobRunner) -> None:
        self.store, self.case = store, case
        self.keychain = FakeKeychain()
        ports = ports_on(
            store, jobs=jobs, clock=SaturdayEvening(), keychain=self.keychain
        )
        self.intake = Intake(jobs)
        desk = provider_desk(look, self.intake, ports, catalogue=CATALOGUE)
        self.page = ReadMailPage(
            look, self.snapshot(), intake=self.intake, provider=desk
        )
        self.page.resize(900, 1200)
        self.page.show_snapshot(self.snapshot())
        self.page.show()

    def snapshot(self) -> Snapshot:
        return self.store.snapshot(self.case, at=NOW)

    def open(self) -> None:
        self.button("open-provider").click()

    def type(self, name: str, text: str) -> None:
        """Type into the field that is called *name*."""
        field = self.field(name)
        field.setText(text)
        field.textEdited.emit(text)

    def field(self, name: str) -> QLineEdit:
        for field in self.page.findChildren(QLineEdit):
            if name in (field.objectName(), field.accessibleName()):
                return field
        raise AssertionError(name)

    def button(self, name: str) -> Button:
        for button in self.page.findChildren(Button):
            if name in (button.objectName(), button.accessibleName()):
                return button
        raise AssertionError(name)

    def said(self) -> str:
        return words_in_sight(self.page)


@pytest.fixture
def scene(qtbot: QtBot, look: Look, store: Store, case: Case, jobs: JobRunner) -> Scene:
    scene = Scene(look, store, case, jobs)
    qtbot.addWidget(scene.page)
    return scene


def test_at_first_it_is_only_offered(scene: Scene) -> None:
    assert "From your mail provider" in scene.said()
    assert "Your mail address" not in scene.said()
    scene.open()
    assert "Your mail address" in scene.said()
    assert "Password for mail programs" not in scene.said()


def test_practice_has_no_provider(
    qtbot: QtBot, look: Look, store: Store, jobs: JobRunner
) -> None:
    case = store.open(ANSWERS, at=NOW, is_practice=True)
    scene = Scene(look, store, case, jobs)
    qtbot.addWidget(scene.page)
    assert "From your mail provider" not in scene.said()


@pytest.mark.parametrize(
    ("address", "says", "lacks"),
    [
        (
            "hanako@gmail.com",
            ["imap.gmail.com, port 993", "It takes an app password", "185833"],
            ["IMAP server"],
        ),
        (
            "hanako@yahoo.co.jp",
            ["imap.mail.yahoo.co.jp", "It has a switch for mail programs"],
            ["IMAP server", "app password"],
        ),
        (
            "hanako@docomo.ne.jp",
            ["imap.spmode.ne.jp", "User name at the server"],
            [],
        ),
        (
            "hanako@outlook.com",
            ["It takes no password from programs any more"],
            ["Password for mail programs", "Fetch from outlook"],
        ),
        (
            "hanako@mail.example",
            ["We do not know this provider", "IMAP server"],
            ["Last checked on"],
        ),
    ],
)
def test_the_address_tells_what_the_provider_wants(
    scene: Scene, address: str, says: list[str], lacks: list[str]
) -> None:
    scene.open()
    scene.type("address", address)
    said = scene.said()
    assert [words for words in says if words not in said] == []
    assert [words for words in lacks if words in said] == []


def test_the_button_names_the_host_and_what_it_gets(scene: Scene) -> None:
    scene.open()
    scene.type("address", "hanako@gmail.com")
    assert not scene.button("send").isEnabled()
    scene.field("mail-password").setText("made-up-1")
    assert scene.button("send").isEnabled()
    assert scene.button("send").accessibleName() == "Fetch from imap.gmail.com"
    assert "connects this computer to imap.gmail.com, encrypted" in scene.said()


def test_a_guess_is_taken_back_and_what_was_typed_stays(scene: Scene) -> None:
    scene.open()
    scene.type("address", "hanako@gmail.com")
    scene.type("address", "hanako@mail.example")
    assert scene.field("IMAP server").text() == ""
    scene.type("IMAP server", "imap.mail.example")
    scene.type("address", "hanako2@mail.example")
    assert scene.field("IMAP server").text() == "imap.mail.example"
    assert scene.field("User name at the server").text() == "hanako2@mail.example"


def test_the_port_follows_the_encryption_unless_it_was_typed(scene: Scene) -> None:
    scene.open()
    scene.type("address", "hanako@mail.example")
    (kinds,) = [box for box in scene.page.findChildren(QComboBox) if box.count() == 2]
    kinds.activated.emit(1)
    assert scene.field("Port").text() == "143"
    scene.type("Port", "10143")
    kinds.activated.emit(0)
    assert scene.field("Port").text() == "10143"


def test_letters_of_another_keyboard_are_noticed(scene: Scene) -> None:
    scene.open()
    scene.type("address", "hanako@gmail.com")
    password = scene.field("mail-password")
    assert password.echoMode() is QLineEdit.EchoMode.Password
    password.setText("ｈａｎａｋｏ")
    assert "There are full-width or other letters in it" in scene.said()
    scene.button("Show").click()
    assert password.echoMode() is QLineEdit.EchoMode.Normal
    scene.button("Hide").click()
    password.setText("hanako")
    assert "There are full-width" not in scene.said()


def test_what_was_typed_survives_a_new_snapshot(scene: Scene) -> None:
    scene.open()
    scene.type("address", "hanako@gmail.com")
    scene.field("mail-password").setText("made-up-1")
    scene.page.show_snapshot(scene.snapshot())
    assert scene.field("address").text() == "hanako@gmail.com"
    assert scene.field("mail-password").text() == "made-up-1"


@pytest.fixture
def dovecot() -> "Iterator[Dovecot]":
    if sys.platform != "linux":
        pytest.skip("Dovecot runs on Linux")
    from tests.dovecot import serving  # noqa: PLC0415 -- on Linux

    with serving(special=["Junk"]) as server:
        yield server


@pytest.fixture
def working(
    qapp: QApplication,
    store: Store,
    dovecot: "Dovecot",
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[JobRunner]:
    del qapp
    # The worker trusts whom the system trusts: OpenSSL reads them from there.
    monkeypatch.setenv("SSL_CERT_FILE", dovecot.authorities)
    runner = JobRunner(worker=worker_command(store.path.parent))
    yield runner
    runner.shut_down()


@pytest.fixture
def connected(
    qtbot: QtBot, look: Look, store: Store, case: Case, working: JobRunner
) -> Scene:
    scene = Scene(look, store, case, working)
    qtbot.addWidget(scene.page)
    return scene


def fill_in(scene: Scene, dovecot: "Dovecot", password: str) -> None:
    account = dovecot.account
    scene.open()
    scene.type("address", account.user)
    scene.type("IMAP server", account.server.host)
    scene.type("Port", str(account.server.port))
    scene.field("mail-password").setText(password)


def test_mails_come_from_the_provider_into_the_archive(
    qtbot: QtBot, connected: Scene, dovecot: "Dovecot"
) -> None:
    scene = connected
    dovecot.deliver(mail(1, date="Fri, 13 Nov 2026 19:02:00 +0900"))
    dovecot.deliver(mail(2, date="Fri, 13 Nov 2026 20:00:00 +0900"), into="Junk")
    fill_in(scene, dovecot, "wrong-1")
    with qtbot.waitSignal(scene.intake.fetched, timeout=PATIENCE):
        scene.button("send").click()
    qtbot.waitUntil(lambda: "refused the password" in scene.said())
    assert "The server said: " in scene.said()
    scene.field("mail-password").setText(dovecot.account.password)
    intake = scene.intake
    with qtbot.waitSignals([intake.connected, intake.ended], timeout=PATIENCE):
        scene.button("send").click()
    assert scene.intake.result is not None
    assert scene.intake.result.intake.kept == 2
    scene.page.show_snapshot(scene.snapshot())
    said = scene.said()
    assert "2 mail(s) were added" in said
    assert "INBOX of hanako@mail.example" in said
    assert "whose search may miss some" in said
    assert "Look further back" not in said  # that is for files
    # It was right, and is forgotten.
    assert scene.field("mail-password").text() == ""
    assert [s.host for s in scene.snapshot().left_this_computer] == ["127.0.0.1"] * 2


@pytest.mark.logs
def test_what_came_before_the_worker_died_is_not_fetched_again(
    qtbot: QtBot, connected: Scene, working: JobRunner, dovecot: "Dovecot"
) -> None:
    scene, intake = connected, connected.intake
    day = "Fri, 13 Nov 2026 19:02:00 +0900"
    dovecot.deliver(*(mail(n, date=day, body=b"x" * 900) for n in range(300)))
    fill_in(scene, dovecot, dovecot.account.password)
    scene.button("send").click()
    # They are told of when they are in the store.
    qtbot.waitUntil(lambda: intake.kinds.total() > 0, timeout=PATIENCE)
    (process,) = working.findChildren(QProcess)
    os.kill(process.processId(), signal.SIGKILL)
    qtbot.waitUntil(lambda: not intake.is_running, timeout=PATIENCE)
    assert intake.error is not None
    assert "Reading stopped before the end" in scene.said()
    with qtbot.waitSignal(intake.ended, timeout=PATIENCE):
        scene.button("send").click()
    assert intake.result is not None
    report = intake.result.intake
    assert report.again >= 200
    assert report.kept + report.again == 300
    assert len({row.sha256 for row in scene.store.mails(scene.case).all()}) == 300


def test_a_kept_mailbox_is_filled_in_and_can_be_forgotten(
    qtbot: QtBot, look: Look, store: Store, case: Case, jobs: JobRunner
) -> None:
    scene = Scene(look, store, case, jobs)
    qtbot.addWidget(scene.page)
    memory = scene.page._provider._tools.memory  # type: ignore[union-attr]  # noqa: SLF001
    draft = Draft(host="imap.mail.example", port="993", user="hanako@mail.example")
    mailbox = draft.mailbox
    assert mailbox is not None
    with qtbot.waitSignal(memory.changed, timeout=PATIENCE):
        memory.keep(mailbox)
    again = Scene(look, store, case, jobs)
    qtbot.addWidget(again.page)
    qtbot.waitUntil(lambda: again_memory(again) == mailbox, timeout=PATIENCE)
    again.open()
    assert again.field("address").text() == "hanako@mail.example"
    assert "The password of hanako@mail.example is kept" in again.said()
    assert again.button("send").isEnabled()
    again.keychain.trouble = KeychainTrouble.LOCKED
    again.button("Forget the kept password").click()
    qtbot.waitUntil(lambda: "The keychain is locked" in again.said(), timeout=PATIENCE)
    again.keychain.trouble = None
    again.button("Forget the kept password").click()
    qtbot.waitUntil(lambda: again_memory(again) is None, timeout=PATIENCE)
    assert store.settings["mailbox"] is None


def again_memory(scene: Scene) -> object:
    desk = scene.page._provider  # noqa: SLF001 -- nothing shows it yet
    assert desk is not None
    return desk._tools.memory.mailbox  # noqa: SLF001


def test_the_wish_to_keep_and_how_far_back_are_taken(scene: Scene) -> None:
    scene.open()
    scene.type("address", "hanako@gmail.com")
    (keep,) = scene.page.findChildren(Choice)
    keep.chosen.emit(1)
    (backs,) = [box for box in scene.page.findChildren(QComboBox) if box.count() == 3]
    backs.activated.emit(2)
    desk = scene.page._provider  # noqa: SLF001
    assert desk is not None
    draft = desk._tools.draft  # noqa: SLF001
    assert (draft.keeps_password, draft.back) == (True, LookBack.EVERYTHING)


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


def test_whose_user_name_only_the_provider_knows_is_asked_for_it(scene: Scene) -> None:
    scene.open()
    scene.type("address", "hanako@docomo.ne.jp")
    assert "This provider tells you a name" in scene.said()
    assert "First say which mailbox it is" in scene.said()
    scene.type("User name at the server", "hanako-imap")
    assert "This provider tells you a name" not in scene.said()
    assert "First type the password" in scene.said()
