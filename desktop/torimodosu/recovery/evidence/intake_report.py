"""What came of taking mails in."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.mail.kept import KeptMail, Origin
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.search import (
    Covered,
    KeptBefore,
    NotCovered,
    PassedOver,
    Trouble,
    is_nothing_read,
)


class Ending(Enum):
    """How an intake ended."""

    DONE = "done"
    CANCELLED = "cancelled"
    DISK_FULL = "disk_full"
    UNWRITABLE = "unwritable"


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeReport:
    """What came of taking mails in.

    Attributes:
        ending: Whether it came to its end, or what stopped it.
        manifest: SHA-256 of the manifest of the sealed bag, or None where the bag
            could not be sealed; the kept mails are safe all the same. Without a mail,
            of sources of which nothing could be read, none is made.
        messages: Mails in the sources that were read to their end.
        kept: Mails that the archive did not hold before.
        kinds: How many of the kept mails are of each kind.
        again: Mails that the case knew before from the very same place.
        same_bytes: Mails whose bytes were kept already from another place.
        same_message_id: Of the kept mails, those with the Message-ID of another mail
            and other bytes, such as a forwarded or exported copy.
        covered: Sources that were read to their end.
        not_covered: Sources that were not, or not wholly, read.
        unreadable: Single mails that were not read.
        passed_over: Other files in the folders that were searched.

    """

    ending: Ending
    manifest: str | None
    messages: int
    kept: int
    kinds: Mapping[MailKind, int]
    again: int
    same_bytes: int
    same_message_id: int
    covered: tuple[Covered, ...]
    not_covered: tuple[NotCovered, ...]
    unreadable: tuple[NotCovered, ...]
    passed_over: int = 0

    @property
    def adds_nothing(self) -> bool:
        """Whether every mail that was found had been kept before."""
        return self.kept == 0 and self.again + self.same_bytes > 0


class Tally:
    """The running count of one intake into a case that knows some mails already."""

    def __init__(self, known: Iterable[KeptMail]) -> None:
        self._places: set[tuple[str, Origin]] = set()
        self._bytes: set[str] = set()
        self._message_ids: set[str] = set()
        for mail in known:
            self._learn(mail)
        self._kinds: Counter[MailKind] = Counter()
        self._again = self._same_bytes = self._same_message_id = 0
        self._covered: list[Covered] = []
        self._not_covered: list[NotCovered] = []
        self._unreadable: list[NotCovered] = []
        self._passed_over = 0

    def count(self, mail: KeptMail) -> bool:
        """Count *mail* and tell whether the case does not know it from this place."""
        if (mail.sha256, mail.origin) in self._places:
            self._again += 1
            return False
        if mail.sha256 in self._bytes:
            self._same_bytes += 1
        else:
            self._kinds[mail.kind] += 1
            self._same_message_id += mail.message_id in self._message_ids
        self._learn(mail)
        return True

    def cover(self, finding: Covered | NotCovered | PassedOver | KeptBefore) -> None:
        """Count a source that was read, or what was not, was no mail, or is known."""
        match finding:
            case Covered():
                self._covered.append(finding)
            case NotCovered(offset=None):
                self._not_covered.append(finding)
            case NotCovered():
                self._unreadable.append(finding)
            case PassedOver():
                self._passed_over += finding.files
            case KeptBefore():
                self._again += finding.messages

    @property
    def is_nothing_read(self) -> bool:
        """Tell whether nothing at all could be read of the sources."""
        missed = (*self._not_covered, *self._unreadable)
        return is_nothing_read(self._covered, missed)

    def troubles(self) -> Counter[Trouble]:
        """Return how often each trouble was met."""
        found = (*self._not_covered, *self._unreadable)
        return Counter(finding.trouble for finding in found)

    def summary(self, ending: Ending) -> str:
        """Return the numbers for the journal."""
        return (
            f"ending={ending.value} kept={self._kinds.total()} again={self._again}"
            f" same_bytes={self._same_bytes} sources={len(self._covered)}"
            f" passed_over={self._passed_over}"
        )

    def report(self, ending: Ending, *, manifest: str | None) -> IntakeReport:
        """Return the report as of now."""
        return IntakeReport(
            ending=ending,
            manifest=manifest,
            messages=sum(source.messages for source in self._covered),
            kept=self._kinds.total(),
            kinds=dict(self._kinds),
            again=self._again,
            same_bytes=self._same_bytes,
            same_message_id=self._same_message_id,
            covered=tuple(self._covered),
            not_covered=tuple(self._not_covered),
            unreadable=tuple(self._unreadable),
            passed_over=self._passed_over,
        )

    def _learn(self, mail: KeptMail) -> None:
        self._places.add((mail.sha256, mail.origin))
        self._bytes.add(mail.sha256)
        if mail.message_id:
            self._message_ids.add(mail.message_id)
