"""The mails that a command reads, and what of its sources was covered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from torimodosu.cli.coverage import coverage
from torimodosu.cli.interrupts import ending_at_interrupt
from torimodosu.cli.output import Output
from torimodosu.cli.tools import Tools
from torimodosu.cli.troubles import SENTENCES, place_of
from torimodosu.cli.unusable import UnusableError, present
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.search import (
    Covered,
    Found,
    NotCovered,
    PassedOver,
    Wanted,
    is_nothing_read,
)


class Search:
    """One pass over the mail in *sources*; what was covered is known after it."""

    def __init__(
        self, sources: Sequence[Path], wanted: Wanted, tools: Tools, output: Output
    ) -> None:
        self._sources = present(sources)
        self._wanted = wanted
        self._open = tools.mailboxes
        self._progress = output.progress
        self.covered: list[Covered] = []
        self.not_covered: list[NotCovered] = []
        self.passed_over = 0

    def mails(self) -> Iterator[Found]:
        """Yield the wanted mails.

        Raises:
            Cancelled: At Ctrl-C.

        """
        with self._open() as mailboxes, ending_at_interrupt(self._progress):
            findings = mailboxes.search(self._sources, self._wanted, self._progress)
            for finding in findings:
                match finding:
                    case Found():
                        yield finding
                    case Covered():
                        self.covered.append(finding)
                    case NotCovered():
                        self.not_covered.append(finding)
                    case PassedOver():
                        self.passed_over += finding.files

    def refuse_nothing(self) -> None:
        """Refuse sources of which nothing at all could be read.

        Raises:
            UnusableError: If it is so; it says what is wrong with the first.

        """
        refuse_nothing_read(self.covered, self.not_covered)

    @property
    def coverage(self) -> dict[str, object]:
        """Return what the summary ends with."""
        return self.coverage_with(())

    def coverage_with(self, missed: Iterable[Mapping[str, str]]) -> dict[str, object]:
        """Return what the summary ends with where more was *missed*."""
        return {
            "passed_over": self.passed_over,
            **coverage(self.covered, self.not_covered, *missed),
        }


def refuse_nothing_read(
    covered: Sequence[Covered], not_covered: Sequence[NotCovered]
) -> None:
    """Refuse what was searched if nothing at all could be read.

    Raises:
        UnusableError: If it is so; it says what is wrong with the first.

    """
    if is_nothing_read(covered, not_covered):
        first = not_covered[0]
        message = f"{place_of(first)}: {SENTENCES[first.trouble]}"
        raise UnusableError(message)


def services_of(host: str | None, catalogue: Catalogue) -> list[str]:
    """Return the id of the service that *host* names, or of every service.

    Raises:
        UnusableError: If the catalogue has no such service.

    """
    if host is None:
        return list(catalogue.services)
    folded = host.strip().lower()
    service = catalogue.services.get(folded) or catalogue.service_of(folded)
    if service is None:
        known = ", ".join(catalogue.services)
        message = f"{host or 'an empty name'} is not in the catalogue; it has {known}"
        raise UnusableError(message)
    return [service.id]
