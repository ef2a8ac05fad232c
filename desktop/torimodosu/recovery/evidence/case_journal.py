"""The journal of one case, as the evidence sees it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry
from torimodosu.recovery.case.ports import Journal


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalOfCase:
    """The journal of *case* in the store."""

    journal: Journal
    case: Case

    def note(self, entry: Entry) -> None:
        """Add *entry*."""
        self.journal.note(self.case, entry)

    def entries(self) -> Sequence[Entry]:
        """Return all entries, oldest first."""
        return self.journal.entries(self.case)


@dataclass(frozen=True, slots=True)
class LooseJournal:
    """A journal without a case: that of a bag packed in one go."""

    _entries: list[Entry] = field(default_factory=list)

    def note(self, entry: Entry) -> None:
        """Add *entry*."""
        self._entries.append(entry)

    def entries(self) -> Sequence[Entry]:
        """Return all entries, oldest first."""
        return tuple(self._entries)
