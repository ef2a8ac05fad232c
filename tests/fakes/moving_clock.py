from datetime import datetime, timedelta


class MovingClock:
    """A clock that goes on when it is told to."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def go_on(self, **duration: float) -> None:
        """Let time go by, as in `go_on(seconds=30)`."""
        self.moment += timedelta(**duration)
