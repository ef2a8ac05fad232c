from pathlib import Path

import pytest

from tests.adapters.browsers.looking import CHROME, catalogue
from tests.contracts.browsers import BANK, SHOP, BrowsersContract
from tests.data.browser_profiles import Login, write_logins
from torimodosu.adapters.browsers import HomeBrowsers
from torimodosu.recovery.signin.ports import Browsers


class TestHomeBrowsers(BrowsersContract):
    @pytest.fixture
    def browsers(self, tmp_path: Path) -> Browsers:
        logins = [Login(page=f"{site}/", realm=f"{site}/") for site in (SHOP, BANK)]
        write_logins(tmp_path / CHROME / "Login Data", logins)
        damaged = tmp_path / CHROME / "../Profile 1/Login Data"
        damaged.parent.mkdir()
        damaged.write_bytes(b"no list of logins" * 100)
        return HomeBrowsers(tmp_path, catalogue())
