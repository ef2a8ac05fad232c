import pytest

from tests.contracts.browsers import BANK, SHOP, BrowsersContract
from tests.fakes.browsers import FakeBrowsers
from tests.recovery.signin.saved import missed, profile, saved
from torimodosu.recovery.signin.ports import Browsers


class TestFakeBrowsers(BrowsersContract):
    @pytest.fixture
    def browsers(self) -> Browsers:
        logins = (saved(origin=SHOP), saved(origin=BANK))
        return FakeBrowsers(profile(*logins), missed())
