"""Asking a server for the time: what leaves this computer is kept before it does."""

from dataclasses import dataclass

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.case.sent import Sent, SentWhat
from torimodosu.recovery.catalogue.shape import HOST
from torimodosu.recovery.plan.lock_ports import Outgoing
from torimodosu.recovery.twostep.clock import ClockReading, TimeServer

# The servers of Japan Standard Time (www.nict.go.jp/en/sts/ntp.html), and volunteers
# all over the world (www.ntppool.org).
KNOWN_HOSTS = ("ntp.nict.jp", "pool.ntp.org")
# RFC 4330, section 10, rule 3: never sooner than 15 seconds after the last question.
SECONDS_BETWEEN_QUESTIONS = 15
_LONGEST_HOST = 253  # RFC 1035, section 2.3.4


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeTools:
    """Who tells the time, and where it is kept that they were asked."""

    server: TimeServer
    outgoing: Outgoing
    clock: Clock


def read_host(typed: str) -> str | None:
    """Return the name or the IPv4 address of a host; None where *typed* is neither."""
    host = typed.strip().removesuffix(".").lower()
    return host if len(host) <= _LONGEST_HOST and HOST.fits(host) else None


def ask_time(case: Case, host: str, tools: TimeTools) -> ClockReading:
    """Ask *host* for the time, after it was kept that it is asked for *case*.

    Raises:
        StoreError: If that can't be kept. Then nothing was sent.
        NoTimeError: If the server doesn't tell.

    """
    asked = Sent(at=tools.clock.now(), host=host, what=SentWhat.TIME_QUESTION)
    tools.outgoing.keep_sent(case, asked)
    return tools.server.ask(host)
