import pytest

from tests.fakes.browsers import FakeBrowsers
from tests.fakes.progress import Steps
from tests.recovery.signin.saved import AFTER, SITE, missed, profile, saved
from torimodosu.recovery.progress import Cancelled
from torimodosu.recovery.signin.looking import look_at_browsers

READ, OTHER = profile(saved()), profile(browser="firefox")
MISSED = missed()


def test_a_look_holds_what_was_read_and_what_was_not() -> None:
    browsers = FakeBrowsers(READ, MISSED, OTHER)
    heard = Steps()
    scan = look_at_browsers(browsers, SITE, at=AFTER, progress=heard)
    assert (scan.at, scan.site) == (AFTER, SITE)
    assert scan.profiles == (READ, OTHER)
    assert scan.not_covered == (MISSED,)
    assert heard.heard[-1] == (3, 3)


def test_browsers_are_asked_for_the_site_alone() -> None:
    other = saved(origin="https://bank.example")
    browsers = FakeBrowsers(profile(saved(), other))
    scan = look_at_browsers(browsers, SITE, at=AFTER, progress=Steps())
    assert [read.logins for read in scan.profiles] == [(saved(),)]


def test_a_look_ends_where_it_is_cancelled() -> None:
    with pytest.raises(Cancelled):
        look_at_browsers(
            FakeBrowsers(READ, OTHER), SITE, at=AFTER, progress=Steps(most=0)
        )
