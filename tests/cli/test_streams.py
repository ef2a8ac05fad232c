import io
import sys

import pytest

from torimodosu.cli.streams import TerminalProgress, complain
from torimodosu.recovery.progress import Cancelled


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    # Not in a fixture: pytest puts its own stream there before each test.
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    return terminal


def test_progress_is_shown_once_for_each_percent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = on_terminal(monkeypatch)
    progress = TerminalProgress()
    for done in range(1001):
        progress.report(done, 1000)
    assert terminal.getvalue() == "".join(f"\r{n:3d} %" for n in range(101))


def test_nothing_to_do_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    TerminalProgress().report(0, 0)
    assert terminal.getvalue() == "\r100 %"


def test_progress_makes_way_for_other_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    progress = TerminalProgress()
    progress.clear()
    progress.report(1, 2)
    progress.clear()
    progress.clear()
    assert terminal.getvalue() == "\r 50 %\r      \r"


def test_progress_is_for_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    progress = TerminalProgress()
    progress.report(1, 2)
    progress.clear()
    assert pipe.getvalue() == ""


def test_work_that_was_stopped_ends_at_its_next_report() -> None:
    progress = TerminalProgress()
    progress.report(1, 2)
    progress.stop()
    with pytest.raises(Cancelled):
        progress.report(1, 2)


def test_without_standard_error_nothing_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    progress = TerminalProgress()
    progress.report(1, 2)
    progress.clear()
    complain("nobody hears this")


def test_a_complaint_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    complain("two\nlines")
    assert terminal.getvalue() == "torimodosu: two lines\n"
