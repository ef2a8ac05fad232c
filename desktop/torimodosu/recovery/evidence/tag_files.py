"""The tag files of a bag as texts."""

from collections.abc import Mapping

from torimodosu.recovery.evidence.bag_report import Fault, Findings, Oddity
from torimodosu.recovery.evidence.manifest import FIRST_RFC, BagVersion
from torimodosu.recovery.evidence.ports import BagFiles, UnreadableFileError
from torimodosu.recovery.evidence.tag_file import KNOWN_VERSIONS, read_declaration

LARGEST_TAG_FILE = 64 * 2**20

_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


class TagFiles:
    """The tag files among *files*, whose sizes are *sizes*; tells *findings* of faults.

    `version` is as declared, or None where no declaration could be read.
    """

    def __init__(
        self, files: BagFiles, sizes: Mapping[str, int], findings: Findings
    ) -> None:
        self._files = files
        self._sizes = sizes
        self._findings = findings
        self._encoding = "utf-8"
        self.version = self._declared()

    def text(self, path: str) -> str:
        """Return the text of the tag file *path*, "" where there is none."""
        if path not in self._sizes:
            return ""
        try:
            text = self._bytes(path).decode(self._encoding)
        except UnicodeDecodeError:
            self._findings.blame(path, Fault.ENCODING_WRONG)
            return ""
        if text.startswith(_MARK):
            if self.version is None or self.version >= FIRST_RFC:
                self._findings.blame(path, Fault.BYTE_ORDER_MARK)
            else:
                self._findings.wonder(path, Oddity.BYTE_ORDER_MARK)
        return text.removeprefix(_MARK)

    def _declared(self) -> BagVersion | None:
        name = "bagit.txt"
        if name not in self._sizes:
            self._findings.blame(name, Fault.DECLARATION_MISSING)
            return None
        declared = read_declaration(self._bytes(name))
        if declared is None:
            self._findings.blame(name, Fault.DECLARATION_MALFORMED)
            return None
        if declared.version not in KNOWN_VERSIONS:
            self._findings.blame(name, Fault.VERSION_UNKNOWN)
        if declared.encoding is None:
            self._findings.blame(name, Fault.ENCODING_UNKNOWN)
        else:
            self._encoding = declared.encoding
        return declared.version

    def _bytes(self, path: str) -> bytes:
        if self._sizes[path] > LARGEST_TAG_FILE:
            self._findings.blame(path, Fault.TOO_LARGE)
            return b""
        try:
            return self._files.read(path, LARGEST_TAG_FILE)
        except UnreadableFileError:
            self._findings.blame(path, Fault.UNREADABLE)
            return b""
