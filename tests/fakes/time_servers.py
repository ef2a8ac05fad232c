from datetime import datetime, timedelta

from tests.fakes.clock import JAPAN
from torimodosu.recovery.twostep.clock import ClockReading, NoTimeError, TimeTrouble

ASKED = datetime(2026, 11, 21, 21, 6, tzinfo=JAPAN)
NEARLY_RIGHT = timedelta(milliseconds=20)


class TellingTime:
    """Tells every time the same, or why it tells nothing."""

    def __init__(
        self, ahead: float = 0.0, *, trouble: TimeTrouble | None = None
    ) -> None:
        self.ahead, self.trouble = timedelta(seconds=ahead), trouble
        self.asked: list[str] = []

    def ask(self, host: str) -> ClockReading:
        self.asked.append(host)
        if self.trouble is not None:
            raise NoTimeError(self.trouble)
        return ClockReading(host=host, at=ASKED, ahead=self.ahead, within=NEARLY_RIGHT)
