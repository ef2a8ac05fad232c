import os
import stat
import sys
from pathlib import Path

import pytest

from torimodosu.adapters.browser_start import open_in_browser

LIST = "about:logins?filter=www.amazon.co.jp"
pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="a program is made from a shell script here"
)


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a browser into the search path, which writes down what it was asked."""
    pipe = tmp_path / "asked"
    os.mkfifo(pipe)
    program = tmp_path / "firefox"
    program.write_text(f'#!/bin/sh\necho "$1" > "{pipe}"\n', "ascii")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return pipe


@pytest.mark.filterwarnings("ignore:subprocess .* is still running:ResourceWarning")
def test_firefox_opens_its_list(opened: Path) -> None:
    assert open_in_browser("firefox", LIST)
    assert opened.read_text("ascii").strip() == LIST


@pytest.mark.parametrize(
    ("browser", "address"),
    [
        ("chrome", LIST),
        ("safari", LIST),
        ("firefox", "https://evil.example/"),
        ("firefox", "--profile=/tmp/x"),
    ],
)
@pytest.mark.usefixtures("opened")
def test_nothing_else_is_opened(browser: str, address: str) -> None:
    assert not open_in_browser(browser, address)


def test_a_browser_that_is_not_there_is_not_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    assert not open_in_browser("firefox", LIST)
