class FakeAutostart:
    """An entry in memory; while `trouble` is set it can neither be read nor made."""

    def __init__(self) -> None:
        self.trouble: OSError | None = None
        self._is_on = False

    def is_on(self) -> bool:
        self._check()
        return self._is_on

    def turn(self, *, on: bool) -> None:
        self._check()
        self._is_on = on

    def _check(self) -> None:
        if self.trouble is not None:
            raise self.trouble
