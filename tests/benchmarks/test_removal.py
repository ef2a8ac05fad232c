"""From removing the old entry in a real browser to the step that has proven itself.

Everything is real: the browser, the worker process, the window that nobody touches.
The clock starts before the browser is told to remove, and stops when the page says that
no old password is left. How much of it the browser itself took to write its list is
told beside it, by the age of the file.
"""

import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.benchmarks.pairs import say
from tests.browsers.browser import RealBrowser
from tests.browsers.looking import logins, now
from tests.browsers.openers import OPENERS
from tests.browsers.patience import until
from tests.browsers.shop import open_shop
from tests.browsers.watched import FIXED, HOME, SAVED, SENT, Watched, watched

NAME, OLD = "taro@example.jp", "Perilla-and-Plum-2014"
LISTS = {"chromium": "Login Data", "firefox": "logins.json"}
LIMIT = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """The seconds until the browser had written it down, and until all was proven."""

    written: float
    proven: float


@pytest.mark.parametrize("name", OPENERS)
def test_removal(
    name: str, tmp_path: Path, qtbot: QtBot, qapp: QApplication, *, long_form: bool
) -> None:
    if name == "firefox" and not long_form:
        pytest.skip("the journey beside a real Firefox takes the same way; give --long")
    home = tmp_path / HOME
    home.mkdir()
    with (
        open_shop(tmp_path, password=OLD) as shop,
        OPENERS[name](home, shop) as browser,
        watched(qtbot, qapp, tmp_path) as me,
    ):
        removals = [remove(browser, me) for _ in range(11 if long_form else 1)]
    assert tell(name, removals) or not long_form


def remove(browser: RealBrowser, me: Watched) -> Removal:
    """Save an old password, have it found, and remove it."""
    browser.save(NAME, OLD)
    until(lambda: logins(browser.home))
    me.tell_reset(now())
    me.look_again()
    me.wait_for(SAVED, SENT)
    began, at = time.perf_counter(), time.time()
    browser.remove(NAME)
    me.wait_for(FIXED)
    proven = time.perf_counter() - began
    written = (browser.profile / LISTS[browser.id]).stat().st_mtime - at
    return Removal(written=written, proven=proven)


def tell(name: str, removals: list[Removal]) -> bool:
    """Print one line of figures and tell whether the limit was kept."""
    proven = sorted(removal.proven for removal in removals)
    written = median(removal.written for removal in removals)
    kept = median(proven) < LIMIT
    say(
        f"{'ok  ' if kept else 'OVER'} removal to proven / {name}: median"
        f" {median(proven):.2f} s (limit {LIMIT:g} s), {proven[0]:.2f} to"
        f" {proven[-1]:.2f} s in {len(proven)} rounds, of which the browser"
        f" {written:.2f} s"
    )
    return kept
