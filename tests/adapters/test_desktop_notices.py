"""Notices as a notification daemon sees them, on a real bus."""

import queue
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.desktop_bus import SECONDS, DesktopBus, desktop_on
from tests.private_bus import PrivateBus
from torimodosu.adapters.desktop_notices import DesktopNotices
from torimodosu.adapters.no_notices import NoNotices
from torimodosu.recovery.reminders.notices import Answer, NoticeWords

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is of Linux")

WORDS = NoticeWords(
    title="取り戻す", body="確認すること 1 件", open="開く", tomorrow="明日また"
)


class Answers:
    """Writes down what is answered, on whichever thread."""

    def __init__(self) -> None:
        self._came: queue.SimpleQueue[tuple[Answer, str]] = queue.SimpleQueue()

    def take(self, answer: Answer, token: str) -> None:
        self._came.put((answer, token))

    def next(self) -> tuple[Answer, str]:
        return self._came.get(timeout=SECONDS)

    @property
    def is_empty(self) -> bool:
        return self._came.empty()


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateBus]:
    with ExitStack() as stack:
        bus = PrivateBus(tmp_path, stack)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        yield bus


@pytest.fixture
def desktop(bus: PrivateBus) -> Iterator[DesktopBus]:
    with desktop_on(bus, "notices") as desktop:
        yield desktop


@pytest.fixture
def notices() -> Iterator[DesktopNotices]:
    notices = DesktopNotices()
    yield notices
    notices.close()


@pytest.fixture
def answers() -> Answers:
    return Answers()


def test_the_notice_has_words_buttons_and_the_name_of_the_entry(
    desktop: DesktopBus, notices: DesktopNotices, answers: Answers
) -> None:
    notices.show(WORDS, answers.take)
    assert answers.next() == (Answer.SHOWN, "")
    notice = desktop.hear("notice")
    assert (notice["title"], notice["words"]) == (WORDS.title, WORDS.body)
    buttons = ["default", "開く", "open", "開く", "tomorrow", "明日また"]
    assert notice["actions"] == buttons
    assert notice["hints"] == {"desktop-entry": "org.torimodosu.Torimodosu"}


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        (["invoke default"], (Answer.OPEN, "")),
        (["invoke open"], (Answer.OPEN, "")),
        (["token abc_TIME1", "invoke open"], (Answer.OPEN, "abc_TIME1")),
        (["invoke tomorrow"], (Answer.TOMORROW, "")),
        (["invoke something-else"], (Answer.GONE, "")),
        (["close"], (Answer.GONE, "")),
    ],
)
def test_what_the_person_does_is_answered_once(
    desktop: DesktopBus,
    notices: DesktopNotices,
    answers: Answers,
    said: list[str],
    answered: tuple[Answer, str],
) -> None:
    notices.show(WORDS, answers.take)
    assert answers.next() == (Answer.SHOWN, "")
    desktop.say(*said)
    assert answers.next() == answered
    notices.show(WORDS, answers.take)
    assert answers.next() == (Answer.SHOWN, "")
    assert answers.is_empty


def test_a_second_notice_takes_the_place_of_the_first(
    desktop: DesktopBus, notices: DesktopNotices, answers: Answers
) -> None:
    for _ in range(2):
        notices.show(WORDS, answers.take)
        assert answers.next() == (Answer.SHOWN, "")
    first, second = desktop.hear("notice"), desktop.hear("notice")
    assert (first["replaces"], second["replaces"]) == (0, first["number"])


def test_after_an_answer_a_notice_is_a_new_one(
    desktop: DesktopBus, notices: DesktopNotices, answers: Answers
) -> None:
    notices.show(WORDS, answers.take)
    answers.next()
    desktop.say("close")
    answers.next()
    notices.show(WORDS, answers.take)
    answers.next()
    replaced = [desktop.hear("notice")["replaces"] for _ in range(2)]
    assert replaced == [0, 0]


def test_leaving_takes_the_notice_away(
    desktop: DesktopBus, notices: DesktopNotices, answers: Answers
) -> None:
    notices.show(WORDS, answers.take)
    answers.next()
    notices.close()
    number = desktop.hear("notice")["number"]
    assert desktop.hear("closed")["number"] == number
    notices.close()
    assert answers.is_empty


def test_a_daemon_that_dies_takes_its_notices_along(
    desktop: DesktopBus, notices: DesktopNotices, answers: Answers
) -> None:
    notices.show(WORDS, answers.take)
    answers.next()
    desktop.die()
    assert answers.next() == (Answer.GONE, "")
    notices.show(WORDS, answers.take)
    assert answers.next() == (Answer.UNSHOWN, "")


def test_where_there_is_no_daemon_nothing_is_shown(
    bus: PrivateBus, notices: DesktopNotices, answers: Answers
) -> None:
    notices.show(WORDS, answers.take)
    assert answers.next() == (Answer.UNSHOWN, "")
    with desktop_on(bus, "notices"):
        notices.show(WORDS, answers.take)
        assert answers.next() == (Answer.SHOWN, "")


@pytest.mark.parametrize(
    "address", ["", "unix:path=/nowhere/bus", "tcp:host=localhost", "nonsense"]
)
def test_where_there_is_no_bus_nothing_is_shown(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    notices: DesktopNotices,
    answers: Answers,
    address: str,
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    for _ in range(2):
        notices.show(WORDS, answers.take)
        assert answers.next() == (Answer.UNSHOWN, "")


def test_a_bus_that_dies_is_found_again(
    monkeypatch: pytest.MonkeyPatch,
    notices: DesktopNotices,
    answers: Answers,
) -> None:
    for _ in range(2):
        with ExitStack() as stack:
            # The name of a socket has room for 107 bytes.
            folder = stack.enter_context(TemporaryDirectory(prefix="bus-"))
            bus = PrivateBus(Path(folder), stack)
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
            with desktop_on(bus, "notices"):
                notices.show(WORDS, answers.take)
                assert answers.next() == (Answer.SHOWN, "")
        assert answers.next() == (Answer.GONE, "")


def test_elsewhere_every_notice_is_left_to_the_tray(answers: Answers) -> None:
    none = NoNotices()
    none.show(WORDS, answers.take)
    none.close()
    assert answers.next() == (Answer.UNSHOWN, "")
