from collections.abc import Callable, Iterator
from dataclasses import replace

from torimodosu.recovery.progress import Progress
from torimodosu.recovery.signin.ports import BrowserFinding
from torimodosu.recovery.signin.profile import ProfileRead


class FakeBrowsers:
    """Browsers that tell of what they were given what is asked for."""

    def __init__(self, *findings: BrowserFinding) -> None:
        self.findings = list(findings)

    def read(
        self, concerns: Callable[[str], bool], progress: Progress
    ) -> Iterator[BrowserFinding]:
        for done, finding in enumerate(self.findings, start=1):
            yield _only(finding, concerns)
            progress.report(done, len(self.findings))

    def stamp(self) -> str:
        return repr(self.findings)


def _only(finding: BrowserFinding, concerns: Callable[[str], bool]) -> BrowserFinding:
    if not isinstance(finding, ProfileRead):
        return finding
    logins = tuple(login for login in finding.logins if concerns(login.origin))
    return replace(finding, logins=logins)
