"""Weighing by the lists that ship, and opening pages of sites."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from torimodosu.bootstrap.lock import open_page
from torimodosu.bootstrap.scales import weigh_by_shipped_lists
from torimodosu.recovery.passwords.breach import BreachState


@pytest.mark.parametrize(
    ("password", "score", "state"),
    [
        ("password", 0, BreachState.FOUND),
        ("Shirase4-nigiri-akashi-gaikotsu-tobira", 4, BreachState.NOT_FOUND),
    ],
)
def test_the_shipped_lists_tell_weak_from_strong(
    password: str, score: int, state: BreachState
) -> None:
    weighed = weigh_by_shipped_lists(password, ())
    assert weighed.strength.score == score
    assert weighed.breach.state is state


def test_who_knows_the_person_guesses_sooner() -> None:
    password, names = "xolotlan-vuvuzela", ("xolotlan", "vuvuzela")
    known = weigh_by_shipped_lists(password, names).strength
    assert (
        known.guesses_log10
        < weigh_by_shipped_lists(password, ()).strength.guesses_log10
    )


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """Return what the browser of the person is asked to show."""
    asked: list[QUrl] = []

    def take(url: QUrl) -> bool:
        asked.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return asked


def test_a_page_of_a_site_is_opened(opened: list[QUrl]) -> None:
    address = "https://shop.example/.well-known/change-password"
    assert open_page(address)
    assert [url.toString() for url in opened] == [address]


@pytest.mark.parametrize(
    "address",
    [
        "http://shop.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https:///nothing",
        "https://shop.example/a b\\",
        "",
    ],
)
def test_nothing_but_an_address_on_the_web_is_opened(
    opened: list[QUrl], address: str
) -> None:
    assert not open_page(address)
    assert opened == []
