"""Asking a server for the time, with everything real."""

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.plan.asking_time import TimeTools, ask_time
from torimodosu.recovery.plan.lock_ports import Outgoing
from torimodosu.recovery.twostep.clock import ClockReading


def ask_real_time(
    case: Case, host: str, *, outgoing: Outgoing, clock: Clock
) -> ClockReading:
    """Ask *host* for the time, after it was kept that it is asked.

    Raises:
        StoreError: If that can't be kept. Then nothing was sent.
        NoTimeError: If the server doesn't tell.

    """
    # Late: nobody who does not ask needs any of it.
    from torimodosu.adapters.network.sntp import SntpServer  # noqa: PLC0415

    tools = TimeTools(server=SntpServer(), outgoing=outgoing, clock=clock)
    return ask_time(case, host, tools)
