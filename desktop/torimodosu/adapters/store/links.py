"""The hashes that chain the entries of a journal.

Apart from the journal and imported late: `hashlib` loads OpenSSL, which the first paint
of the window need not wait for.
"""

from hashlib import sha256

from torimodosu.recovery.case.journal import Entry
from torimodosu.recovery.evidence.journal_chain import GENESIS, line_of

__all__ = ["GENESIS", "link"]


def link(number: int, previous: str, entry: Entry) -> str:
    """Return the SHA-256 of the line of *entry*, which holds *previous*."""
    return sha256(line_of(number, previous, entry)).hexdigest()
