"""Whether a bag is complete and valid.

Source: RFC 8493, section 3, and for versions 0.93 to 0.97 the drafts before it, which
let each payload file be listed in one payload manifest only and were lenient about
white space. The recommendations of section 6 become oddities.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping

from torimodosu.recovery.evidence.bag_report import (
    BagReport,
    Fault,
    Findings,
    Oddity,
)
from torimodosu.recovery.evidence.manifest import (
    FIRST_RFC,
    PAYLOAD,
    BagVersion,
    Listed,
    Manifest,
    is_unsafe,
    manifest_named,
    read_fetch,
    read_manifest,
)
from torimodosu.recovery.evidence.ports import BagFiles, Sort, UnreadableFileError
from torimodosu.recovery.evidence.tag_file import (
    Element,
    Oxum,
    read_elements,
    read_oxum,
    values_of,
)
from torimodosu.recovery.evidence.tag_files import TagFiles
from torimodosu.recovery.progress import Progress

_SYSTEM_FILES = {".ds_store", "thumbs.db", "desktop.ini"}
_ENDED_PACKAGE_INFO: BagVersion = (0, 96)


def check_bag(files: BagFiles, progress: Progress | None = None) -> BagReport:
    """Verify the bag that consists of *files*, whatever its makers meant.

    Nothing is fetched, no link is followed, and no path that the bag names is opened
    unless it is among *files*. Reports bytes hashed of bytes in all.

    Raises:
        Cancelled: By *progress*.

    """
    return _Check(files).run(progress)


class _Check:
    def __init__(self, files: BagFiles) -> None:
        self._files = files
        entries = files.entries()
        self._sorts = {entry.path: entry.sort for entry in entries}
        self._sizes = {e.path: e.size for e in entries if e.sort is Sort.FILE}
        self._findings = Findings()
        self._tags = TagFiles(files, self._sizes, self._findings)
        self._version = self._tags.version or FIRST_RFC
        self._by_folded: dict[str, list[str]] = defaultdict(list)
        for path in self._sizes:
            self._by_folded[_folded(path)].append(path)
        self._expected: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._fetched: set[str] = set()

    def run(self, progress: Progress | None) -> BagReport:
        self._check_names()
        self._fetched = self._read_fetch()
        self._check_manifests()
        metadata = self._read_metadata()
        self._check_sums(progress)
        sizes = self._payload()
        return BagReport(
            version=self._tags.version,
            faults=tuple(self._findings.faults),
            oddities=tuple(self._findings.oddities),
            metadata=tuple(metadata),
            files=len(sizes),
            size=sum(sizes.values()),
        )

    def _check_names(self) -> None:
        if self._sorts.get(PAYLOAD.rstrip("/")) is not Sort.FOLDER:
            self._findings.blame(PAYLOAD, Fault.PAYLOAD_FOLDER_MISSING)
        for path, sort in self._sorts.items():
            match sort:
                case Sort.FILE:
                    if is_system_file(path):
                        self._findings.wonder(path, Oddity.SYSTEM_FILE)
                case Sort.LINK_OUT | Sort.FOLDER_LINK:
                    self._findings.blame(path, Fault.LINK)
                case Sort.OTHER:
                    self._findings.blame(path, Fault.NOT_A_FILE)
                case Sort.UNREADABLE:
                    self._findings.blame(path, Fault.UNREADABLE)
                case Sort.FOLDER:
                    pass

    def _read_fetch(self) -> set[str]:
        paths = set()
        for path in read_fetch(self._tags.text("fetch.txt"), self._version):
            if path is None:
                self._findings.blame("fetch.txt", Fault.FETCH_MALFORMED)
            elif is_unsafe(path):
                self._findings.blame(path, Fault.UNSAFE_PATH)
            elif not path.startswith(PAYLOAD):
                self._findings.blame(path, Fault.LISTED_IN_WRONG_MANIFEST)
            else:
                paths.add(path)
        return paths

    def _check_manifests(self) -> None:
        manifests = [m for m in map(manifest_named, self._sizes) if m is not None]
        listed = {m: self._read_manifest(m) for m in manifests}
        of_payload = [paths for m, paths in listed.items() if not m.lists_tags]
        if not of_payload:
            self._findings.blame("", Fault.MANIFEST_MISSING)
            return
        if self._version < FIRST_RFC:
            of_payload = [set().union(*of_payload)]
        for paths in of_payload:
            for path in [*self._payload(), *self._fetched]:
                if path not in paths:
                    self._findings.blame(path, Fault.NOT_LISTED)
        for manifest, paths in listed.items():
            if manifest.lists_tags and self._version >= FIRST_RFC:
                for other in manifests:
                    if not other.lists_tags and other.path not in paths:
                        self._findings.blame(other.path, Fault.MANIFEST_NOT_LISTED)

    def _read_manifest(self, manifest: Manifest) -> set[str]:
        """Return the files that *manifest* lists, as they are called in the bag."""
        if manifest.algorithm is None:
            self._findings.blame(manifest.path, Fault.ALGORITHM_UNKNOWN)
        checksums: dict[str, str] = {}
        paths = set()
        for line in read_manifest(self._tags.text(manifest.path), self._version):
            if line is None:
                self._findings.blame(manifest.path, Fault.MANIFEST_MALFORMED)
            elif self._may_list(manifest, line):
                if line.path in checksums:
                    self._judge_repeated(line, checksums[line.path])
                checksums[line.path] = line.checksum
                path = self._found(line.path)
                paths.add(path)
                if path in self._sizes and manifest.algorithm is not None:
                    expectation = (manifest.algorithm, line.checksum)
                    self._expected[path].append(expectation)
        return paths

    def _may_list(self, manifest: Manifest, line: Listed) -> bool:
        if line.has_star:
            self._findings.wonder(line.path, Oddity.STAR_BEFORE_PATH)
        if line.has_dot:
            self._findings.wonder(line.path, Oddity.DOT_BEFORE_PATH)
        other = manifest_named(line.path)
        is_wrong = line.path.startswith(PAYLOAD) is manifest.lists_tags
        if is_unsafe(line.path):
            self._findings.blame(line.path, Fault.UNSAFE_PATH)
        elif is_wrong or (other is not None and other.lists_tags):
            self._findings.blame(line.path, Fault.LISTED_IN_WRONG_MANIFEST)
        else:
            return True
        return False

    def _judge_repeated(self, line: Listed, before: str) -> None:
        if self._version < FIRST_RFC and before == line.checksum:
            self._findings.wonder(line.path, Oddity.LISTED_TWICE)
        else:
            self._findings.blame(line.path, Fault.LISTED_TWICE)

    def _found(self, path: str) -> str:
        """Return how the file listed as *path* is called in the bag.

        Where file systems changed case or Unicode form on the way, that is another
        spelling (RFC 8493, 6.1.1); its checksum must be right all the same.
        """
        if path in self._sizes:
            return path
        spellings = self._by_folded.get(_folded(path), [])
        if len(spellings) == 1:
            self._findings.wonder(path, Oddity.SPELLED_OTHERWISE)
            return spellings[0]
        fault = Fault.NOT_FETCHED if path in self._fetched else Fault.MISSING
        self._findings.blame(path, fault)
        return path

    def _read_metadata(self) -> list[Element]:
        name = "bag-info.txt"
        if self._version < _ENDED_PACKAGE_INFO and name not in self._sizes:
            name = "package-info.txt"
        elements, is_well_formed = read_elements(self._tags.text(name), self._version)
        sums = values_of(elements, "Payload-Oxum")
        is_repeated = len(sums) > 1 and self._version >= FIRST_RFC
        if not is_well_formed or is_repeated or None in map(read_oxum, sums):
            self._findings.blame(name, Fault.METADATA_MALFORMED)
        sizes = self._payload()
        actual = Oxum(size=sum(sizes.values()), files=len(sizes))
        if any(oxum not in (None, actual) for oxum in map(read_oxum, sums)):
            self._findings.blame(name, Fault.PAYLOAD_SUM_WRONG)
        return elements

    def _check_sums(self, progress: Progress | None) -> None:
        total = sum(self._sizes[path] for path in self._expected)
        done = 0
        for path, expected in self._expected.items():
            algorithms = {algorithm for algorithm, _ in expected}
            try:
                digests = self._files.digests(path, algorithms)
            except UnreadableFileError:
                self._findings.blame(path, Fault.UNREADABLE)
            else:
                if any(digests[name] != checksum for name, checksum in expected):
                    self._findings.blame(path, Fault.CHECKSUM_WRONG)
            done += self._sizes[path]
            if progress is not None:
                progress.report(done, total)

    def _payload(self) -> Mapping[str, int]:
        return {p: n for p, n in self._sizes.items() if p.startswith(PAYLOAD)}


def is_system_file(path: str) -> bool:
    """Tell whether a system puts such a file into folders that are looked at."""
    name = path.rpartition("/")[2].casefold()
    return name in _SYSTEM_FILES or name.startswith("._")


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()
