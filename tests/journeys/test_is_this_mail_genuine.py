"""A strange mail came: I want to know whether it is genuine, before anything else."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.adapters.network.name_server import HERE, Zone, serving
from tests.recovery.mail.judging.letters import letter, signed_by
from tests.recovery.mail.signatures.signing import rsa_record
from tests.window.judging_worker import worker_asking
from tests.window.scene import SaturdayEvening, opened, ports_on, undressed_after
from tests.window.seen import words_in
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.case.journal import Kind
from torimodosu.recovery.case.sent import SentWhat
from torimodosu.recovery.plan.sign_in import reset_of
from torimodosu.recovery.plan.trusting_servers import OWN_MAIL_SERVERS
from torimodosu.recovery.signin.reset_time import ResetTime
from torimodosu.window.appearance import Appearance, Language
from torimodosu.window.frame import Frame
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import ChoiceButton
from torimodosu.window.kit.table import Table
from torimodosu.window.place import View
from torimodosu.window.steps.judge.page import JudgePage

T = TypeVar("T", bound=QWidget)
PATIENCE = 120_000
KEY = "s1._domainkey.amazon.co.jp"
NAMES = ("from", "to", "subject", "date")
SIGNED = signed_by("amazon.co.jp", letter(), names=NAMES)
FORGED = letter(
    "アカウントを確認してください。\n",
    sender="Amazon.co.jp <info@bjvsm.example>",
    fields=("Reply-To: desk@henshin.example",),
)

NOTED = letter(
    fields=(
        "Authentication-Results: mx.mail.example; dmarc=pass header.from=amazon.co.jp",
    )
)


@pytest.fixture
def zone() -> Zone:
    return Zone(texts={KEY: [rsa_record()]})


class Windows:
    """Opens windows on data folders, with a name server on this computer."""

    def __init__(self, app: QApplication, stack: ExitStack, zone: Zone) -> None:
        self._app, self._stack = app, stack
        self._port = stack.enter_context(serving(zone))

    def open(self, store: Store) -> Frame:
        """Open the program on the folder of *store*, in English."""
        appearance = Appearance(self._app, store)
        self._stack.callback(shiboken6.delete, appearance)
        appearance.choose_language(Language.ENGLISH)
        jobs = JobRunner(worker=worker_asking(store.path.parent, self._port))
        ports = ports_on(store, jobs=jobs, clock=SaturdayEvening())
        frame = self._stack.enter_context(opened(ports, appearance))
        self._stack.callback(jobs.shut_down)
        return frame


@pytest.fixture
def windows(zone: Zone, qapp: QApplication) -> Iterator[Windows]:
    with undressed_after(qapp), ExitStack() as stack:
        yield Windows(qapp, stack, zone)


def page_of(frame: Frame) -> JudgePage:
    page = frame.navigation.page
    assert isinstance(page, JudgePage)
    return page


def shown(page: JudgePage, kind: type[T]) -> T:
    """Return the one part of a kind that can be seen."""
    (part,) = [one for one in page.findChildren(kind) if one.isVisibleTo(page)]
    return part


def press(frame: Frame, words: str) -> None:
    """Press the button with *words*, on the page or in the bar."""
    buttons = frame.findChildren(Button)
    shown = [one for one in buttons if one.isVisibleTo(frame) and one.isEnabled()]
    (button,) = [one for one in shown if one.accessibleName() == words]
    button.click()


def wait_for(qtbot: QtBot, frame: Frame, words: str) -> None:
    """Wait until *words* can be read on the page."""
    qtbot.waitUntil(lambda: words in words_in(frame.navigation.page), timeout=PATIENCE)


def test_before_there_is_a_case_a_mail_is_judged(
    qtbot: QtBot, windows: Windows, store: Store, tmp_path: Path
) -> None:
    frame = windows.open(store)
    press(frame, "Check a mail")
    assert frame.navigation.place is View.JUDGE
    path = tmp_path / "strange.eml"
    path.write_bytes(FORGED)
    assert frame.navigation.take_files((str(path),))
    wait_for(qtbot, frame, "This mail is not from Amazon.co.jp")
    words = words_in(page_of(frame))
    assert "The sender's domain is bjvsm.example" in words
    assert "Do not answer this mail" in words
    assert "desk@henshin.example, which does not belong to Amazon.co.jp" in words
    assert "Message centre" not in words  # it is settled
    press(frame, "Back to the mails")
    wait_for(qtbot, frame, "that you brought")
    assert store.snapshot(None, at=SaturdayEvening().now()).left_this_computer == ()


def test_the_word_on_a_server_settles_one_mail_and_is_not_kept(
    qtbot: QtBot, windows: Windows, store: Store, tmp_path: Path
) -> None:
    frame = windows.open(store)
    frame.navigation.go_to(View.JUDGE)
    path = tmp_path / "noted.eml"
    path.write_bytes(NOTED)
    assert frame.navigation.take_files((str(path),))
    wait_for(qtbot, frame, "Does mx.mail.example belong to your mail provider?")
    press(frame, "Yes, it is my provider")
    wait_for(qtbot, frame, "This mail is from Amazon.co.jp")
    # A single mail is too little to believe the server for good.
    assert OWN_MAIL_SERVERS not in store.settings
    press(frame, "Back to the mails")
    wait_for(qtbot, frame, "that you brought")
    assert frame.navigation.take_files((str(path),))
    wait_for(qtbot, frame, "This mail is from Amazon.co.jp")


def test_a_server_that_is_not_known_is_not_asked_about_again(
    qtbot: QtBot, windows: Windows, store: Store, tmp_path: Path
) -> None:
    frame = windows.open(store)
    frame.navigation.go_to(View.JUDGE)
    path = tmp_path / "noted.eml"
    path.write_bytes(NOTED)
    assert frame.navigation.take_files((str(path),))
    wait_for(qtbot, frame, "Does mx.mail.example belong to your mail provider?")
    press(frame, "No, or I do not know")
    question = "belong to your mail provider?"
    qtbot.waitUntil(lambda: question not in words_in(page_of(frame)), timeout=PATIENCE)
    assert "It cannot be told" in words_in(page_of(frame))


def test_a_source_is_pasted_and_a_key_settles_it(
    qtbot: QtBot,
    windows: Windows,
    store: Store,
    zone: Zone,
) -> None:
    frame = windows.open(store)
    frame.navigation.go_to(View.JUDGE)
    press(frame, "Paste its source")
    field = shown(page_of(frame), QPlainTextEdit)
    field.setPlainText("Dear customer, please confirm")
    press(frame, "Check this mail")
    wait_for(qtbot, frame, "This is not the source of a mail")
    field = shown(page_of(frame), QPlainTextEdit)
    assert field.toPlainText() == "Dear customer, please confirm"
    field.setPlainText(SIGNED.decode())
    press(frame, "Check this mail")
    wait_for(qtbot, frame, "It cannot be told whether this mail is from Amazon.co.jp")
    wait_for(qtbot, frame, KEY)
    assert zone.asked == []
    press(frame, f"Ask {HERE}")
    wait_for(qtbot, frame, "This mail is from Amazon.co.jp")
    assert zone.asked == [(KEY, "udp")]
    (sent,) = store.snapshot(None, at=SaturdayEvening().now()).left_this_computer
    assert (sent.host, sent.what) == (HERE, SentWhat.KEY_NAMES)


def test_the_mails_of_a_case_are_judged_and_their_keys_kept(
    qtbot: QtBot,
    windows: Windows,
    practice: Store,
    practice_case: Case,
    tmp_path: Path,
) -> None:
    path = tmp_path / "signed.eml"
    path.write_bytes(SIGNED)
    frame = windows.open(practice)
    since = SaturdayEvening().now() - timedelta(days=365)
    with qtbot.waitSignal(frame.book.intake.ended, timeout=PATIENCE):
        frame.book.intake.start(practice_case, [str(path)], since=since)
    frame.navigation.go_to(View.JUDGE)
    wait_for(qtbot, frame, "Your kept mails")
    wait_for(qtbot, frame, KEY)
    press(frame, f"Ask {HERE}")
    qtbot.waitUntil(lambda: KEY not in words_in(page_of(frame)), timeout=PATIENCE)
    keys = practice.folder_of(practice_case) / "bag" / "data" / "dkim-keys.json"
    assert KEY in keys.read_text("utf-8")

    def is_read_anew() -> bool:
        known = practice.snapshot(practice_case, at=SaturdayEvening().now())
        read_at, seal = known.orders_at, known.seal
        return read_at is not None and seal is not None and read_at >= seal.at

    qtbot.waitUntil(is_read_anew, timeout=PATIENCE)


def test_the_own_mail_server_is_believed_once_the_person_says_so(
    qtbot: QtBot,
    windows: Windows,
    practice: Store,
    practice_case: Case,
) -> None:
    frame = windows.open(practice)
    frame.navigation.go_to(View.JUDGE)
    wait_for(qtbot, frame, "Does mx.sasano.example belong to your mail provider?")
    assert "Genuine: 0" in words_in(page_of(frame))
    press(frame, "Yes, it is my provider")
    qtbot.waitUntil(
        lambda: (
            "Your kept mails" in words_in(page_of(frame))
            and "mx.sasano.example belong" not in words_in(page_of(frame))
            and "Genuine: 0" not in words_in(page_of(frame))
        ),
        timeout=PATIENCE,
    )
    assert "mx.sasano.example" in str(practice.settings[OWN_MAIL_SERVERS])

    def judged_anew() -> ResetTime | None:
        now = SaturdayEvening().now()
        return reset_of(practice.snapshot(practice_case, at=now))

    def is_proven() -> bool:
        reset = judged_anew()
        return reset is not None and reset.certainty is Certainty.CONFIRMED

    # What the mails prove follows at once, and the journal says so.
    qtbot.waitUntil(is_proven, timeout=PATIENCE)
    noted = [entry.kind for entry in practice.entries(practice_case)]
    told = len(noted) - noted[::-1].index(Kind.SERVER_TRUSTED)
    assert {Kind.MAILS_JUDGED, Kind.ACCOUNT_EVENT} <= set(noted[told:])


def test_a_kept_mail_is_opened_and_saved_as_text(
    qtbot: QtBot,
    windows: Windows,
    practice: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    frame = windows.open(practice)
    frame.navigation.go_to(View.JUDGE)
    wait_for(qtbot, frame, "Your kept mails")
    page = page_of(frame)
    choices = page.findChildren(ChoiceButton)
    (choice,) = [one for one in choices if "Not genuine" in one.accessibleName()]
    choice.click()
    table = shown(page, Table)
    assert table.rows.rowCount() == 2
    table.opened.emit(table.rows.key_at(0), 4)
    wait_for(qtbot, frame, "This mail is not from Amazon.co.jp")
    target = tmp_path / "mail.txt"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(target), "Text")
    )
    press(frame, "Save as text")
    wait_for(qtbot, frame, "The text is saved")
    text = target.read_text("utf-8-sig")
    assert text.startswith("This mail is not from Amazon.co.jp\n")
    assert "midori@sasano.example" not in text.partition("Words of the mail")[0]
    press(frame, "Back to the mails")
    wait_for(qtbot, frame, "Your kept mails")
    assert shown(page, Table).rows.rowCount() == 2
