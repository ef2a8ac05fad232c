"""Time stamps: `--tsa`, and what `evidence verify` says of them."""

from collections.abc import Iterator
from contextlib import contextmanager

from torimodosu.cli.output import Row
from torimodosu.cli.tools import Tools
from torimodosu.cli.unusable import UnusableError
from torimodosu.recovery.case.ports import StoreError
from torimodosu.recovery.evidence.timestamps.asking import (
    NoAnswer,
    StampAsking,
    Stamped,
)
from torimodosu.recovery.evidence.timestamps.in_bag import Stamps, Timestamp

_UNKEPT = (
    "what is sent cannot be kept, so nothing was;"
    " name another folder with --data-dir, or leave --tsa out"
)
_NO_STAMP = "Nobody can trust this stamp, so it was left out; ask another authority."
_ADVICE = {
    NoAnswer.NOBODY: "Nobody answered; pack again when the network is there.",
    NoAnswer.NOT_TRUSTED: "The host cannot prove who it is; ask another authority.",
    NoAnswer.NO_STAMP: "This is no time stamp authority; check the address.",
}


def stamp_asking(tools: Tools, address: str | None) -> StampAsking | None:
    """Return who is asked for a time stamp, None where nobody is to be.

    Raises:
        UnusableError: If it can't be kept that they are.

    """
    if address is None:
        return None
    with refusing_unkept_stamps():
        return tools.stamp_asking(address)


@contextmanager
def refusing_unkept_stamps() -> Iterator[None]:
    """Refuse to go on where it can't be kept what is sent.

    Raises:
        UnusableError: Then.

    """
    try:
        yield
    except StoreError:
        raise UnusableError(_UNKEPT) from None


def stamp_row(stamped: Stamped | None) -> Row:
    """Return what the summary of `evidence pack` says of the stamp."""
    stamp = stamped.stamp if stamped else None
    return {
        "timestamp": (Timestamp.VALID if stamp else Timestamp.NONE).value,
        "stamped_at": stamp.at if stamp else None,
        "stamped_by": stamp.by if stamp else None,
    }


def missed_stamp(stamped: Stamped | None, address: str | None) -> list[dict[str, str]]:
    """Return the entry of the summary for a stamp that did not come."""
    if stamped is None or stamped.trouble is None:
        return []
    why = stamped.trouble
    advice = _ADVICE[why] if isinstance(why, NoAnswer) else _NO_STAMP
    return [{"what": address or "", "why": why.value, "advice": advice}]


def stamps_row(stamps: Stamps) -> Row:
    """Return what the summary of `evidence verify` says of the stamps in a bag."""
    stamp = stamps.stamp
    return {
        "timestamp": stamps.timestamp.value,
        "stamped_at": stamp.at if stamp else None,
        "stamped_by": stamp.by if stamp else None,
        "vouched_by": stamp.vouched_by if stamp else None,
        "earlier_stamps": [
            {
                "stamped_at": earlier.stamp.at,
                "stamped_by": earlier.stamp.by,
                "vouched_by": earlier.stamp.vouched_by,
                "mails": earlier.mails,
            }
            for earlier in stamps.earlier
        ],
    }
