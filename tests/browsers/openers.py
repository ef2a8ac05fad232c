"""Every browser that the tests can start."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from tests.browsers.browser import RealBrowser
from tests.browsers.chromium import open_chromium
from tests.browsers.firefox import open_firefox
from tests.browsers.shop import Shop

# Starts a browser with the home folder, which reaches nothing but the shop.
Opener = Callable[[Path, Shop], AbstractContextManager[RealBrowser]]

OPENERS: Mapping[str, Opener] = {"chromium": open_chromium, "firefox": open_firefox}
