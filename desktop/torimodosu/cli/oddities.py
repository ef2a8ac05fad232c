"""What `evidence verify` says of what is unusual in a bag and no fault."""

from collections import Counter
from collections.abc import Sequence

from torimodosu.cli.output import Row
from torimodosu.recovery.evidence.bag_report import BagOddity, Oddity


def oddity_rows(found: Sequence[BagOddity]) -> list[Row]:
    """Return each oddity once: how many files have it, the first, what it means."""
    numbers = Counter(item.oddity for item in found)
    first = {item.oddity: item.path for item in reversed(found)}
    return [
        {
            "oddity": oddity.value,
            "files": number,
            "first": first[oddity],
            "meaning": _meaning(oddity),
        }
        for oddity, number in numbers.items()
    ]


def _meaning(oddity: Oddity) -> str:
    match oddity:
        case Oddity.STAR_BEFORE_PATH:
            return "a star stands before a path in a manifest, as md5sum writes it"
        case Oddity.DOT_BEFORE_PATH:
            return "a path in a manifest begins with ./, which says nothing"
        case Oddity.BYTE_ORDER_MARK:
            return "a tag file begins with a byte order mark, which some editors write"
        case Oddity.LISTED_TWICE:
            return "a manifest lists a file twice with the same sum"
        case Oddity.SPELLED_OTHERWISE:
            return "a name changed its spelling on the way; the content is right"
        case Oddity.SYSTEM_FILE:
            return "a system writes such files into folders that are looked at"
