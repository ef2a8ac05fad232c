"""Finding out what is wrong with the archive of a case.

A bag tells of itself only. What the store remembers, which mails were kept and which
seal was the last, tells whose fault a difference is: a mail whose bytes still have the
hash that it is named by is whole, whatever a list says of it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from torimodosu.recovery.evidence.bag import is_system_file
from torimodosu.recovery.evidence.bag_report import BagFault, Fault
from torimodosu.recovery.evidence.harm import Harm, HarmFound
from torimodosu.recovery.evidence.journal_chain import Break
from torimodosu.recovery.evidence.manifest import PAYLOAD
from torimodosu.recovery.evidence.ports import BagFiles, Sort, UnreadableFileError
from torimodosu.recovery.evidence.sealing import (
    JOURNAL,
    MAILS,
    MANIFEST,
    mail_at,
    mail_path,
    old_journal_at,
)
from torimodosu.recovery.evidence.timestamps.stamp import StampFault
from torimodosu.recovery.evidence.verification import (
    EvidenceFault,
    EvidenceReport,
    JournalFault,
)
from torimodosu.recovery.progress import Progress

EXAMPLES = 3
_HARMS = {
    Fault.UNREADABLE: Harm.UNREADABLE,
    Fault.LINK: Harm.ADDED,
    Fault.NOT_A_FILE: Harm.ADDED,
}
_FOLDERS_OF_MAILS = {PAYLOAD.rstrip("/"), MAILS.rstrip("/")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What the store knows of an archive.

    Attributes:
        mails: The SHA-256 of each kept mail.
        is_sealed: Whether its manifest is the one that was sealed last.
        is_journal_whole: Whether the journal in the store is as it was written.

    """

    mails: frozenset[str]
    is_sealed: bool
    is_journal_whole: bool


def find_harms(
    report: EvidenceReport,
    files: BagFiles,
    remembered: Remembered,
    progress: Progress,
) -> tuple[HarmFound, ...]:
    """Return what happened to the archive that consists of *files*, each harm once.

    *report* is what came of verifying it. Only mails that it cannot vouch for are read
    once more: those that differ, and all where the manifest is not the sealed one.

    Raises:
        Cancelled: By *progress*, which hears of the mails.

    """
    stored = () if remembered.is_journal_whole else (Harm.STORED_JOURNAL_CHANGED,)
    apart = tuple(HarmFound(harm=harm) for harm in stored)
    if _is_gone(report):
        return (HarmFound(harm=Harm.GONE), *apart)
    there = {
        entry.path: sha256
        for entry in files.entries()
        if entry.sort is Sort.FILE and (sha256 := mail_at(entry.path)) is not None
    }
    is_foreign = not remembered.mails & {*there.values()} and not remembered.is_sealed
    if there and remembered.mails and is_foreign:
        return (HarmFound(harm=Harm.OF_ANOTHER_CASE), *apart)
    return (*_Search(report, files, remembered, there).run(progress), *apart)


def _is_gone(report: EvidenceReport) -> bool:
    is_closed = BagFault(path="", fault=Fault.UNREADABLE) in report.bag.faults
    return is_closed or not report.bag.is_bag


class _Search:
    def __init__(
        self,
        report: EvidenceReport,
        files: BagFiles,
        remembered: Remembered,
        there: Mapping[str, str],
    ) -> None:
        self._report, self._files = report, files
        self._remembered, self._there = remembered, there
        # Dictionaries as sets that keep their order.
        self._found: defaultdict[Harm, dict[str, None]] = defaultdict(dict)

    def run(self, progress: Progress) -> Iterator[HarmFound]:
        self._read_doubtful(progress)
        self._miss_kept()
        for item in self._report.faults:
            self._add(self._harm_of(item), item.path)
        if self._found[Harm.UNREADABLE].keys() & _FOLDERS_OF_MAILS:
            self._found[Harm.MAIL_MISSING].clear()  # nobody could look for them
        found = {harm: paths for harm, paths in self._found.items() if paths}
        if not found:
            yield from self._in_general()
        for harm in Harm:
            if harm in found:
                paths = tuple(found[harm])
                yield HarmFound(harm=harm, number=len(paths), examples=paths[:EXAMPLES])

    def _in_general(self) -> Iterator[HarmFound]:
        """Yield what stands for no file."""
        if not self._remembered.is_sealed:
            yield HarmFound(harm=Harm.SEALED_OTHERWISE)
        elif self._report.faults:  # a sum that is wrong of files that are all right
            yield HarmFound(harm=Harm.LIST_CHANGED)

    def _add(self, harm: Harm | None, path: str) -> None:
        if harm is not None:
            self._found[harm][path] = None

    def _read_doubtful(self, progress: Progress) -> None:
        """Find out which mails are still what their names say."""
        doubtful = self._doubtful()
        for number, path in enumerate(doubtful):
            progress.report(number, len(doubtful))
            try:
                actual = self._files.digests(path, ["sha256"])["sha256"]
            except UnreadableFileError:
                self._add(Harm.UNREADABLE, path)
            else:
                if actual != self._there[path]:
                    self._add(Harm.MAIL_CHANGED, path)

    def _doubtful(self) -> Sequence[str]:
        if not self._remembered.is_sealed:
            kept = self._remembered.mails
            return [path for path, sha256 in self._there.items() if sha256 in kept]
        return [
            item.path
            for item in self._report.faults
            if item.fault is Fault.CHECKSUM_WRONG and item.path in self._there
        ]

    def _miss_kept(self) -> None:
        """Note the kept mails that are not there, whether a list names them or not."""
        named = {mail_at(i.path): i.path for i in self._report.faults}
        for sha256 in sorted(self._remembered.mails - {*self._there.values()}):
            self._add(Harm.MAIL_MISSING, named.get(sha256, mail_path(sha256)))

    def _harm_of(self, item: EvidenceFault) -> Harm | None:
        """Return what a fault means; None where that is told already, or by others."""
        match item.fault:
            case StampFault():
                return Harm.STAMP_INVALID
            case Break() | JournalFault():
                return Harm.JOURNAL_CHANGED
            case Fault.PAYLOAD_SUM_WRONG:
                return None
            case Fault.NOT_LISTED:
                return self._harm_of_added(item.path)
            case Fault() as fault:
                return _HARMS.get(fault) or self._harm_in_bag(item.path, fault)

    def _harm_in_bag(self, path: str, fault: Fault) -> Harm | None:
        sha256 = mail_at(path)
        if sha256 is not None:
            return self._harm_of_mail(path, sha256, fault)
        is_journal = path == JOURNAL or old_journal_at(path) is not None
        return Harm.JOURNAL_CHANGED if is_journal else Harm.LIST_CHANGED

    def _harm_of_added(self, path: str) -> Harm:
        if is_system_file(path):
            return Harm.ADDED_BY_SYSTEM
        is_kept = mail_at(path) in self._remembered.mails
        return Harm.NOT_SEALED if is_kept else Harm.ADDED

    def _harm_of_mail(self, path: str, sha256: str, fault: Fault) -> Harm | None:
        """Return what is wrong with a mail, or with the list that says so."""
        if fault in {Fault.MISSING, Fault.NOT_FETCHED}:
            if self._remembered.is_sealed:
                return Harm.MAIL_MISSING
            if sha256 in self._remembered.mails:
                return None
        told = self._found[Harm.MAIL_CHANGED] | self._found[Harm.UNREADABLE]
        if path not in told:
            self._add(Harm.LIST_CHANGED, MANIFEST)
        return None
