"""What came of verifying a bag."""

from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.evidence.manifest import BagVersion
from torimodosu.recovery.evidence.tag_file import Element


class Fault(Enum):
    """What makes a bag invalid."""

    DECLARATION_MISSING = "declaration_missing"
    DECLARATION_MALFORMED = "declaration_malformed"
    VERSION_UNKNOWN = "version_unknown"
    ENCODING_UNKNOWN = "encoding_unknown"
    ENCODING_WRONG = "encoding_wrong"
    BYTE_ORDER_MARK = "byte_order_mark"
    TOO_LARGE = "too_large"
    PAYLOAD_FOLDER_MISSING = "payload_folder_missing"
    MANIFEST_MISSING = "manifest_missing"
    MANIFEST_MALFORMED = "manifest_malformed"
    MANIFEST_NOT_LISTED = "manifest_not_listed"
    ALGORITHM_UNKNOWN = "algorithm_unknown"
    LISTED_TWICE = "listed_twice"
    LISTED_IN_WRONG_MANIFEST = "listed_in_wrong_manifest"
    NOT_LISTED = "not_listed"
    UNSAFE_PATH = "unsafe_path"
    LINK = "link"
    NOT_A_FILE = "not_a_file"
    MISSING = "missing"
    NOT_FETCHED = "not_fetched"
    FETCH_MALFORMED = "fetch_malformed"
    METADATA_MALFORMED = "metadata_malformed"
    PAYLOAD_SUM_WRONG = "payload_sum_wrong"
    CHECKSUM_WRONG = "checksum_wrong"
    UNREADABLE = "unreadable"


class Oddity(Enum):
    """What is unusual in a bag that may be valid all the same."""

    STAR_BEFORE_PATH = "star_before_path"
    DOT_BEFORE_PATH = "dot_before_path"
    BYTE_ORDER_MARK = "byte_order_mark"
    LISTED_TWICE = "listed_twice"
    SPELLED_OTHERWISE = "spelled_otherwise"
    SYSTEM_FILE = "system_file"


# What every bag has (RFC 8493, section 2.1), as the faults of its absence.
_REQUIRED = {
    Fault.DECLARATION_MISSING,
    Fault.PAYLOAD_FOLDER_MISSING,
    Fault.MANIFEST_MISSING,
}
# A bag with no other faults than these is complete.
_OF_INTEGRITY = {Fault.CHECKSUM_WRONG, Fault.UNREADABLE, Fault.ALGORITHM_UNKNOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class BagFault:
    """A fault, and the file or listed path that has it; "" is the bag itself."""

    path: str
    fault: Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class BagOddity:
    """An oddity, and the file or listed path that has it."""

    path: str
    oddity: Oddity


@dataclass(frozen=True, slots=True, kw_only=True)
class BagReport:
    """What came of verifying a bag.

    Attributes:
        version: As declared, or None where no declaration could be read.
        faults: Each once, in the order in which they were met.
        metadata: The elements of bag-info.txt in their order.
        files: Payload files that are there.
        size: Their bytes.

    """

    version: BagVersion | None
    faults: tuple[BagFault, ...]
    oddities: tuple[BagOddity, ...]
    metadata: tuple[Element, ...]
    files: int
    size: int

    @property
    def valid(self) -> bool:
        """Whether the bag is complete and every checksum was found right."""
        return not self.faults

    @property
    def is_bag(self) -> bool:
        """Whether anything that every bag has is there, so that it is one at all.

        A bag that lost its declaration is one. So may be a folder whose names cannot
        be read.
        """
        faults = {item.fault for item in self.faults}
        is_unread = BagFault(path="", fault=Fault.UNREADABLE) in self.faults
        return is_unread or not faults >= _REQUIRED or bool(self.metadata)

    @property
    def complete(self) -> bool:
        """Whether everything is there that should be, and nothing else."""
        return all(item.fault in _OF_INTEGRITY for item in self.faults)


class Findings:
    """Faults and oddities as they are met, each once and in order."""

    def __init__(self) -> None:
        # Dictionaries as sets that keep their order.
        self.faults: dict[BagFault, None] = {}
        self.oddities: dict[BagOddity, None] = {}

    def blame(self, path: str, fault: Fault) -> None:
        """Note *fault* of *path*."""
        self.faults[BagFault(path=_printable(path), fault=fault)] = None

    def wonder(self, path: str, oddity: Oddity) -> None:
        """Note *oddity* of *path*."""
        self.oddities[BagOddity(path=_printable(path), oddity=oddity)] = None


def _printable(path: str) -> str:
    """Return *path* without the lone surrogates of a name that is no UTF-8."""
    return path.encode("utf-8", "backslashreplace").decode()
