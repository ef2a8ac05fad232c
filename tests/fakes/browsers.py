from collections.abc import Callable, Iterator

from torimodosu.recovery.progress import Progress
from torimodosu.recovery.signin.ports import BrowserFinding


class FakeBrowsers:
    """Browsers that yield what they were given, and remember what was asked."""

    def __init__(self, *findings: BrowserFinding) -> None:
        self.findings = list(findings)
        self.asked: list[Callable[[str], bool]] = []

    def read(
        self, concerns: Callable[[str], bool], progress: Progress
    ) -> Iterator[BrowserFinding]:
        self.asked.append(concerns)
        for done, finding in enumerate(self.findings, start=1):
            yield finding
            progress.report(done, len(self.findings))

    def stamp(self) -> str:
        return repr(self.findings)
