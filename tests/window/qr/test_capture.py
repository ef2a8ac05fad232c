"""From a picture, a file or a text to the account."""

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.recovery.twostep.moves import message, uri
from tests.window.qr.codes import OTHER, PAGE, SHOP, code, page, png
from torimodosu.recovery.file_trouble import FileTrouble
from torimodosu.recovery.twostep.account import OtpAccount, Problem
from torimodosu.recovery.twostep.exports.outcome import ExportRead, Refusal
from torimodosu.recovery.twostep.typed import Mistake
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.qr.capture import QrCapture
from torimodosu.window.qr.outcome import Outcome
from torimodosu.window.qr.refused import Refused, Unseen

PATIENCE = 120_000
KEY = "JBSWY3DPEHPK3PXP"


class Heard:
    """What a capture has told, in its order."""

    def __init__(self, capture: QrCapture) -> None:
        self.order: list[str] = []
        self.refused: list[Refused] = []
        self.read: list[ExportRead] = []
        self.taken: list[OtpAccount] = []
        self.files: list[str] = []
        capture.refused.connect(self._hear_refused)
        capture.read.connect(self._hear_read)
        capture.taken.connect(self._hear_taken)
        capture.reminder.connect(self._hear_reminder)

    @property
    def issuers(self) -> list[str]:
        return [account.issuer for account in self.taken]

    def _hear_refused(self, refused: tuple[Refused, ...]) -> None:
        self.order.append("refused")
        self.refused += refused

    def _hear_read(self, read: ExportRead) -> None:
        self.order.append("read")
        self.read.append(read)

    def _hear_taken(self, accounts: tuple[OtpAccount, ...]) -> None:
        self.order.append("taken")
        self.taken += accounts

    def _hear_reminder(self, files: tuple[str, ...]) -> None:
        self.order.append("reminder")
        self.files += files


@pytest.fixture
def heard(capture: QrCapture) -> Heard:
    return Heard(capture)


def ended(qtbot: QtBot, capture: QrCapture) -> None:
    qtbot.waitUntil(lambda: not capture.is_busy, timeout=PATIENCE)


def saved(folder: Path, name: str, *texts: str) -> str:
    path = folder / name
    assert page(*texts).save(str(path))
    return str(path)


def part(index: int, size: int = 2) -> str:
    account = message({1: bytes([index + 1]) * 16, 2: f"shop {index}".encode()})
    return uri(account, size=size, index=index, batch=5)


def test_a_picture_gives_the_account(
    qtbot: QtBot, capture: QrCapture, heard: Heard
) -> None:
    capture.from_image(page(SHOP))
    assert capture.is_busy
    ended(qtbot, capture)
    assert heard.order == ["read", "taken"]
    assert heard.issuers == ["Amazon"]
    assert capture.outcome.read is None


def test_a_file_gives_the_account_and_is_to_be_deleted(
    qtbot: QtBot, capture: QrCapture, heard: Heard, tmp_path: Path
) -> None:
    path = saved(tmp_path, "screenshot.png", SHOP)
    capture.from_files([path])
    ended(qtbot, capture)
    assert heard.order == ["read", "taken", "reminder"]
    assert heard.files == [path]
    capture.delete(path)
    assert not Path(path).exists()
    assert capture.outcome.open_files == ()


def test_a_file_that_cannot_be_deleted_is_still_told(
    qtbot: QtBot, capture: QrCapture, tmp_path: Path
) -> None:
    path = saved(tmp_path, "screenshot.png", SHOP)
    capture.from_files([path])
    ended(qtbot, capture)
    Path(path).unlink()
    Path(path).mkdir()
    capture.delete(path)
    assert capture.outcome.open_files == (path,)


def test_of_several_codes_the_person_chooses(
    qtbot: QtBot, capture: QrCapture, heard: Heard
) -> None:
    capture.from_image(page(SHOP, OTHER))
    ended(qtbot, capture)
    assert heard.order == ["read"]
    read = capture.outcome.read
    assert read is not None
    assert sorted(account.issuer for account in read.accounts) == ["Amazon", "Rakuten"]
    capture.take(read.accounts[1:])
    assert len(heard.taken) == 1
    assert capture.outcome.read is None


def test_a_web_address_beside_the_account_does_no_harm(
    qtbot: QtBot, capture: QrCapture, heard: Heard
) -> None:
    capture.from_image(page(PAGE, SHOP))
    ended(qtbot, capture)
    assert heard.issuers == ["Amazon"]


@pytest.mark.parametrize(
    ("texts", "refused"),
    [
        ((), Refused(why=Refusal.NO_QR_CODE)),
        ((PAGE,), Refused(why=Refusal.OTHER_QR_CODE, host="www.amazon.co.jp")),
        (("Hello",), Refused(why=Refusal.OTHER_QR_CODE)),
        (
            ("otpauth://totp/Shop",),
            Refused(why=Mistake.BROKEN_ADDRESS, problem=Problem.NO_SECRET),
        ),
    ],
)
def test_a_picture_without_an_account_says_why(
    qtbot: QtBot,
    capture: QrCapture,
    heard: Heard,
    texts: tuple[str, ...],
    refused: Refused,
) -> None:
    capture.from_image(page(*texts))
    ended(qtbot, capture)
    assert heard.order == ["refused"]
    assert capture.outcome.refused == (refused,)


def test_the_parts_of_a_move_are_collected(
    qtbot: QtBot, capture: QrCapture, heard: Heard
) -> None:
    capture.from_image(page(part(1)))
    ended(qtbot, capture)
    assert capture.outcome.read is not None
    assert capture.outcome.read.missing_parts == (1,)
    capture.from_image(page())
    ended(qtbot, capture)
    assert capture.outcome.read is not None, "a picture that shows nothing loses none"
    capture.from_image(page(part(0)))
    ended(qtbot, capture)
    assert heard.order == ["read", "refused", "read"]
    assert [len(read.accounts) for read in heard.read] == [1, 2]
    assert heard.read[1].missing_parts == ()


def test_what_was_collected_can_be_taken_or_forgotten(
    capture: QrCapture, heard: Heard
) -> None:
    capture.from_text(part(1))
    read = capture.outcome.read
    assert read is not None
    capture.take(read.accounts)
    assert len(heard.taken) == 1
    capture.from_text(part(0))
    capture.forget()
    assert capture.outcome.read is None
    capture.from_text(part(1))
    assert heard.read[-1].missing_parts == (1,)


def test_pictures_and_exports_are_read_together_and_nothing_is_skipped(
    qtbot: QtBot, capture: QrCapture, heard: Heard, tmp_path: Path
) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text(OTHER)
    torn = tmp_path / "notes.txt"
    torn.write_text("nothing of the kind")
    picture = saved(tmp_path, "shop.png", SHOP)
    empty = saved(tmp_path, "empty.png")
    paths = [picture, str(listed), str(torn), empty, str(tmp_path)]
    capture.from_files(paths)
    ended(qtbot, capture)
    assert heard.order == ["refused", "read", "reminder"]
    assert {(Path(one.path).name, one.why) for one in heard.refused} == {
        ("notes.txt", Refusal.NOT_AN_EXPORT),
        ("empty.png", Refusal.NO_QR_CODE),
        (tmp_path.name, FileTrouble.NOT_A_FILE),
    }
    assert len(heard.read[0].accounts) == 2
    assert sorted(heard.files) == sorted([picture, str(listed)])


def test_the_clipboard_may_hold_a_picture(
    qtbot: QtBot, capture: QrCapture, heard: Heard
) -> None:
    QGuiApplication.clipboard().setImage(code())
    capture.from_clipboard()
    ended(qtbot, capture)
    assert heard.issuers == ["Amazon"]


def test_the_clipboard_may_hold_a_file(
    qtbot: QtBot, capture: QrCapture, heard: Heard, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(saved(tmp_path, "shop.png", SHOP))])
    QGuiApplication.clipboard().setMimeData(data)
    capture.from_clipboard()
    ended(qtbot, capture)
    assert heard.issuers == ["Amazon"]


@pytest.mark.parametrize("text", [SHOP, "jbsw y3dp ehpk 3pxp"])
def test_the_clipboard_may_hold_a_text(
    capture: QrCapture, heard: Heard, text: str
) -> None:
    QGuiApplication.clipboard().setText(text)
    capture.from_clipboard()
    assert len(heard.taken) == 1


def test_an_empty_clipboard_says_so(capture: QrCapture, heard: Heard) -> None:
    capture.from_clipboard()
    assert [one.why for one in heard.refused] == [Unseen.CLIPBOARD]


def test_a_picture_may_come_as_text(
    qtbot: QtBot, capture: QrCapture, heard: Heard
) -> None:
    drawn = base64.b64encode(png()).decode()
    capture.from_text(f"data:image/png;base64,{drawn}")
    ended(qtbot, capture)
    assert heard.issuers == ["Amazon"]
    capture.from_text("data:image/png;base64,AQID")
    ended(qtbot, capture)
    half = base64.b64encode(png()[:99]).decode()
    capture.from_text(f"data:image/png;base64,{half}")
    ended(qtbot, capture)
    reasons = [one.why for one in heard.refused]
    assert reasons == [Refusal.NOT_AN_EXPORT, Refusal.CUT_OFF]


def test_one_capture_at_a_time(qtbot: QtBot, capture: QrCapture, heard: Heard) -> None:
    capture.from_image(page(SHOP))
    capture.from_image(page(OTHER))
    ended(qtbot, capture)
    assert heard.issuers == ["Amazon"]


def test_what_is_read_after_the_page_was_left_is_dropped(
    qtbot: QtBot, capture: QrCapture, heard: Heard, jobs: JobRunner
) -> None:
    capture.from_image(page(SHOP))
    capture.forget()
    qtbot.waitUntil(lambda: not jobs.findChildren(Job))
    assert heard.order == []
    assert capture.outcome == Outcome()


def test_nothing_that_is_kept_shows_the_key(capture: QrCapture, heard: Heard) -> None:
    capture.from_text(f"{SHOP}\n{OTHER}")
    assert KEY not in repr((capture.outcome, heard.read, heard.refused))
