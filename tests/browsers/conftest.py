"""Real browsers to look at, each started once."""

from collections.abc import Iterator

import pytest

from tests.browsers.browser import RealBrowser
from tests.browsers.chromium import Chromium, open_chromium
from tests.browsers.firefox import Firefox, open_firefox
from tests.browsers.looking import logins
from tests.browsers.openers import OPENERS, Opener
from tests.browsers.patience import until
from tests.browsers.shop import Shop, open_shop

FIRST_PASSWORD = "brand-new-2"  # noqa: S105 -- of nobody


@pytest.fixture(scope="session")
def open_for_business(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    with open_shop(tmp_path_factory.mktemp("shop"), password=FIRST_PASSWORD) as shop:
        yield shop


@pytest.fixture
def shop(open_for_business: Shop) -> Shop:
    open_for_business.password = FIRST_PASSWORD
    open_for_business.tried.clear()
    return open_for_business


@pytest.fixture(scope="session")
def running_chromium(
    tmp_path_factory: pytest.TempPathFactory, open_for_business: Shop
) -> Iterator[Chromium]:
    with open_chromium(tmp_path_factory.mktemp("home"), open_for_business) as browser:
        yield browser


@pytest.fixture(scope="session")
def running_firefox(
    tmp_path_factory: pytest.TempPathFactory, open_for_business: Shop
) -> Iterator[Firefox]:
    with open_firefox(tmp_path_factory.mktemp("home"), open_for_business) as browser:
        yield browser


@pytest.fixture
def chromium(running_chromium: Chromium) -> Chromium:
    emptied(running_chromium)
    return running_chromium


@pytest.fixture
def firefox(running_firefox: Firefox) -> Firefox:
    emptied(running_firefox)
    return running_firefox


@pytest.fixture(params=OPENERS)
def browser(request: pytest.FixtureRequest) -> RealBrowser:
    """Each of the browsers in turn, with nothing saved."""
    browser: RealBrowser = request.getfixturevalue(request.param)
    return browser


@pytest.fixture(params=OPENERS)
def opener(request: pytest.FixtureRequest) -> Opener:
    """What starts each of the browsers, for tests that need one of their own."""
    return OPENERS[request.param]


def emptied(browser: RealBrowser) -> None:
    """Remove what other tests have saved."""
    browser.clear()
    until(lambda: not logins(browser.home))
