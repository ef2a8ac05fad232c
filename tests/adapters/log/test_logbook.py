"""No secret reaches the log, whichever way it comes."""

import logging
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from torimodosu.adapters.log import LogFile, begin_log

SECRETS = ("Hanabi2016", "JBSWY3DPEHPK3PXP", "taro@example.jp", "/home/taro", "4111")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[LogFile]:
    file = LogFile(tmp_path / "log.txt")
    hooks, level = (sys.excepthook, threading.excepthook), logging.root.level
    handler = begin_log(file)
    yield file
    logging.getLogger().removeHandler(handler)
    logging.getLogger("torimodosu").setLevel(logging.NOTSET)
    logging.root.setLevel(level)
    sys.excepthook, threading.excepthook = hooks


def _raise_words() -> None:
    message = "no number: Hanabi2016 of taro@example.jp, 4111"
    raise ValueError(message)


def _raise_of_file() -> None:
    raise FileNotFoundError(2, "No such file", "/home/taro/JBSWY3DPEHPK3PXP")


def _raise_because() -> None:
    try:
        _raise_words()
    except ValueError as error:
        message = "JBSWY3DPEHPK3PXP"
        raise RuntimeError(message) from error


@pytest.mark.logs
@pytest.mark.parametrize(
    ("fail", "kinds"),
    [
        (_raise_words, ["ValueError"]),
        (_raise_of_file, ["FileNotFoundError, number 2"]),
        (_raise_because, ["RuntimeError", "ValueError"]),
    ],
)
def test_of_an_exception_kind_and_place_are_kept_and_no_words(
    file: LogFile, fail: Callable[[], None], kinds: list[str]
) -> None:
    try:
        fail()
    except (OSError, RuntimeError, ValueError):
        logging.getLogger("torimodosu.window.jobs.light").exception("job failed")
    text = file.text()
    assert "ERROR window.jobs.light: job failed" in text
    assert all(f"  {kind}\n" in text for kind in kinds)
    assert fail.__name__ in text
    assert not [secret for secret in SECRETS if secret in text]


@pytest.mark.logs
def test_an_error_of_the_database_is_told_by_its_name(file: LogFile) -> None:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("SELECT Hanabi2016 FROM nothing")
    except sqlite3.Error:
        logging.getLogger("torimodosu").exception("no rows")
    finally:
        connection.close()
    assert "OperationalError, SQLITE_ERROR" in file.text()
    assert "Hanabi2016" not in file.text()


@pytest.mark.logs
def test_of_another_library_only_the_place_is_kept(file: LogFile) -> None:
    logging.getLogger("imapclient.live").warning("LOGIN taro Hanabi2016")
    assert "WARNING imapclient.live: at line" in file.text()
    assert "Hanabi2016" not in file.text()


@pytest.mark.logs
def test_what_ends_the_program_or_a_thread_is_noted(file: LogFile) -> None:
    try:
        _raise_words()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    thread = threading.Thread(target=_raise_words)
    thread.start()
    thread.join()
    text = file.text()
    assert "CRITICAL torimodosu: something unexpected happened" in text
    assert "CRITICAL torimodosu: a thread ended unexpectedly" in text
    assert not [secret for secret in SECRETS if secret in text]


@pytest.mark.logs
def test_a_log_that_cannot_be_written_stops_nothing(
    tmp_path: Path, file: LogFile, capsys: pytest.CaptureFixture[str]
) -> None:
    file.path.mkdir()
    logging.getLogger("torimodosu").warning("the worker crashed")
    assert "the log cannot be written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["log.txt"]
