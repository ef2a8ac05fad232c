from datetime import timedelta

import pytest

from tests.contracts.cases import SHOP
from tests.fakes.clock import FRIDAY_NIGHT, FixedClock
from tests.fakes.time_servers import TellingTime
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.case.sent import Sent, SentWhat
from torimodosu.recovery.plan.asking_time import (
    KNOWN_HOSTS,
    TimeTools,
    ask_time,
    read_host,
)

CASE = Case(number=1, answers=SHOP)


class Kept:
    """Keeps what was sent, and looks whether it was sent already."""

    def __init__(self, server: TellingTime, *, is_full: bool = False) -> None:
        self._server, self._is_full = server, is_full
        self.sent: list[Sent] = []

    def keep_sent(self, case: Case | None, sent: Sent) -> None:
        assert case is CASE
        assert self._server.asked == []
        if self._is_full:
            raise StoreError(StoreTrouble.FULL, "no room")
        self.sent.append(sent)


def tools(server: TellingTime, kept: Kept) -> TimeTools:
    return TimeTools(server=server, outgoing=kept, clock=FixedClock())


def test_it_is_kept_that_a_server_is_asked_before_it_is() -> None:
    server = TellingTime(47)
    kept = Kept(server)
    reading = ask_time(CASE, "ntp.nict.jp", tools(server, kept))
    assert reading.ahead == timedelta(seconds=47)
    assert server.asked == ["ntp.nict.jp"]
    assert kept.sent == [
        Sent(at=FRIDAY_NIGHT, host="ntp.nict.jp", what=SentWhat.TIME_QUESTION)
    ]


def test_nothing_is_sent_that_cannot_be_kept() -> None:
    server = TellingTime(47)
    with pytest.raises(StoreError):
        ask_time(CASE, "ntp.nict.jp", tools(server, Kept(server, is_full=True)))
    assert server.asked == []


@pytest.mark.parametrize("host", KNOWN_HOSTS)
def test_the_hosts_that_are_offered_are_hosts(host: str) -> None:
    assert read_host(host) == host


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        (" NTP.nict.jp. ", "ntp.nict.jp"),
        ("192.0.2.1", "192.0.2.1"),
        ("", None),
        ("nict", None),
        ("https://ntp.nict.jp/", None),
        ("ntp.nict.jp:123", None),
        ("時計.jp", None),
        ("a..b", None),
        ("a." * 127 + "jp", None),
    ],
)
def test_a_host_is_read_from_what_is_typed(typed: str, host: str | None) -> None:
    assert read_host(typed) == host
