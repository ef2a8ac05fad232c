"""What came of copying an archive to another place."""

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window knows the names from its start
    from torimodosu.recovery.evidence.bag_report import BagReport


class Copied(Enum):
    """What a copy is like that was read back.

    Attributes:
        WHOLE: Every sum in it is right.
        LIKE_DAMAGED: It has the faults of the original, and no other: copying went
            well, and the original is not whole.
        DIFFERS: It is not like the original.

    """

    WHOLE = "whole"
    LIKE_DAMAGED = "like_damaged"
    DIFFERS = "differs"


def compare_copy(copy: "BagReport", original: "BagReport") -> Copied:
    """Return what came of copying, by what verifying both has found."""
    if copy.valid:
        return Copied.WHOLE
    is_like = {*copy.faults} == {*original.faults}
    return Copied.LIKE_DAMAGED if is_like else Copied.DIFFERS
