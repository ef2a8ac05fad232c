"""The codes of one move, which are shown one after the other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from torimodosu.recovery.twostep.account import NotAnAccountError
from torimodosu.recovery.twostep.exports.outcome import ExportRead, Form
from torimodosu.recovery.twostep.exports.reading import read_qr_texts
from torimodosu.recovery.twostep.migration import read_migration

_MOST_TEXTS = 1000  # an authenticator with ten thousand accounts moves in as many


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What the codes of a move have said so far; the texts hold secrets."""

    texts: tuple[str, ...] = field(default=(), repr=False)

    def joined_by(self, found: Sequence[str]) -> "Collection":
        """Return these texts and those of *found*, each once.

        Parts of another move than the latest are given up: who shows a new one has
        begun again.
        """
        latest = next(filter(None, map(_move_of, reversed(found))), None)
        if latest is None:
            return Collection(texts=tuple(found))
        kept = [text for text in self.texts if _move_of(text) in (latest, None)]
        texts = tuple(dict.fromkeys((*kept, *found)))
        return Collection(texts=texts[-_MOST_TEXTS:])

    def read(self) -> ExportRead:
        """Return the accounts in what was collected, and which parts are missing.

        Raises:
            RefusedError: If there is no account among them.

        """
        return read_qr_texts(self.texts)


def join_reads(reads: Iterable[ExportRead]) -> ExportRead:
    """Return all of *reads* as one, with each account once."""
    every = tuple(reads)
    accounts = dict.fromkeys(account for read in every for account in read.accounts)
    return ExportRead(
        form=every[0].form if every else Form.ADDRESSES,
        accounts=tuple(accounts),
        unusable=tuple(entry for read in every for entry in read.unusable),
        missing_parts=tuple(part for read in every for part in read.missing_parts),
    )


def holds_part(texts: Sequence[str]) -> bool:
    """Tell whether one of *texts* is a part of a move."""
    return any(_move_of(text) is not None for text in texts)


def _move_of(text: str) -> tuple[int, int] | None:
    """Return what the codes of one move have in common, None where *text* is none."""
    try:
        part = read_migration(text)
    except NotAnAccountError:
        return None
    return part.batch, part.size
