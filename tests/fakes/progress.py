from torimodosu.recovery.progress import Cancelled


class Steps:
    """Progress that is written down, and that cancels after *most* reports."""

    def __init__(self, most: int | None = None) -> None:
        self.heard: list[tuple[int, int]] = []
        self._most = most

    def report(self, done: int, total: int) -> None:
        self.heard.append((done, total))
        if self._most is not None and len(self.heard) > self._most:
            raise Cancelled
