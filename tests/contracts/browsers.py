import pytest

from tests.fakes.progress import Steps
from torimodosu.recovery.progress import Cancelled
from torimodosu.recovery.signin.ports import BrowserFinding, Browsers
from torimodosu.recovery.signin.profile import ProfileRead, StoreNotCovered

SHOP = "https://shop.example"
BANK = "https://bank.example"


def is_shop(origin: str) -> bool:
    """Tell whether *origin* is the shop's."""
    return origin == SHOP


class BrowsersContract:
    """What every source of saved logins must do; each subclass brings its own.

    One profile holds a login for the shop and one for the bank, and the list of another
    one cannot be read.
    """

    @pytest.fixture
    def browsers(self) -> Browsers:
        raise NotImplementedError

    def test_only_what_is_asked_for_is_told(self, browsers: Browsers) -> None:
        findings = list(browsers.read(is_shop, Steps()))
        logins = [login for read in _reads(findings) for login in read.logins]
        assert [login.origin for login in logins] == [SHOP]
        assert BANK not in repr(findings)

    def test_what_cannot_be_read_is_told(self, browsers: Browsers) -> None:
        findings = browsers.read(is_shop, Steps())
        missed = [one for one in findings if isinstance(one, StoreNotCovered)]
        assert len(missed) == 1

    def test_progress_reaches_its_end(self, browsers: Browsers) -> None:
        heard = Steps()
        list(browsers.read(is_shop, heard))
        done, total = heard.heard[-1]
        assert done == total > 0

    def test_a_look_can_be_cancelled(self, browsers: Browsers) -> None:
        with pytest.raises(Cancelled):
            list(browsers.read(is_shop, Steps(most=0)))

    def test_a_look_can_be_repeated(self, browsers: Browsers) -> None:
        first = list(browsers.read(is_shop, Steps()))
        assert list(browsers.read(is_shop, Steps())) == first

    def test_the_stamp_stays_as_long_as_nothing_changes(
        self, browsers: Browsers
    ) -> None:
        stamp = browsers.stamp()
        list(browsers.read(is_shop, Steps()))
        assert browsers.stamp() == stamp != ""


def _reads(findings: list[BrowserFinding]) -> list[ProfileRead]:
    return [one for one in findings if isinstance(one, ProfileRead)]
