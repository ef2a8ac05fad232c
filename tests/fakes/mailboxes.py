from collections.abc import Iterator, Sequence

from torimodosu.recovery.mail.search import Finding, Wanted
from torimodosu.recovery.progress import Progress


class FakeMailboxes:
    """Mailboxes that yield what they were given, and remember what was asked."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = list(findings)
        self.asked: list[tuple[Sequence[str], Wanted]] = []

    def search(
        self, sources: Sequence[str], wanted: Wanted, progress: Progress
    ) -> Iterator[Finding]:
        self.asked.append((sources, wanted))
        for done, finding in enumerate(self.findings):
            progress.report(done, len(self.findings))
            yield finding
