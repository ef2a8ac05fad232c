"""What is asked for, and what is guessed."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.bootstrap.working import ANSWERS
from tests.window.steps.provider.scene import NOW, PATIENCE, Scene
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.secrets import KeychainTrouble
from torimodosu.recovery.plan.looking_back import LookBack
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.fields import Choice
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.read_mail.provider.draft import Draft

if TYPE_CHECKING:
    pass


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


def test_whose_user_name_only_the_provider_knows_is_asked_for_it(scene: Scene) -> None:
    scene.open()
    scene.type("address", "hanako@docomo.ne.jp")
    assert "This provider tells you a name" in scene.said()
    assert "First type the user name at the server" in scene.said()
    scene.type("User name at the server", "hanako-imap")
    assert "This provider tells you a name" not in scene.said()
    assert "First type the password" in scene.said()


def test_what_is_missing_before_a_mailbox_can_be_opened_is_named(scene: Scene) -> None:
    scene.open()
    assert "First say which mailbox it is" in scene.said()
    scene.type("address", "hanako@mail.example")
    assert "First say which mailbox it is" not in scene.said()
    assert "First type the server and its port" in scene.said()
    scene.type("IMAP server", "imap.mail.example")
    scene.type("Port", "993")
    assert "First type the password" in scene.said()


def test_a_kept_mailbox_is_filled_in_and_can_be_forgotten(
    qtbot: QtBot, look: Look, store: Store, case: Case, jobs: JobRunner
) -> None:
    scene = Scene(look, store, case, jobs)
    qtbot.addWidget(scene.page)
    memory = scene.page._provider._tools.memory  # type: ignore[union-attr]  # noqa: SLF001
    draft = Draft(host="imap.mail.example", port="993", user="hanako@mail.example")
    mailbox = draft.mailbox
    assert mailbox is not None
    memory.keep(mailbox)
    qtbot.waitUntil(lambda: memory.mailbox == mailbox, timeout=PATIENCE)
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
