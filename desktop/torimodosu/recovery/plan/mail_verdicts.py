"""By what the mails of a case were judged, and what came of it."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.case.ports import Journal
from torimodosu.recovery.mail.judging.judgement import Verdict


def reading_stamp(packs: str, trusted: Collection[str]) -> str:
    """Return what mails are read by: with another one they may tell other things.

    *packs* is the version of the data packs, *trusted* are the mail servers of the
    user. Keys of signers are not in it: with them the archive is sealed anew.
    """
    return f"{packs} own={','.join(sorted(trusted))}"


def note_verdicts(
    case: Case,
    verdicts: Iterable[Verdict],
    *,
    trusted: Collection[str],
    journal: Journal,
    at: datetime,
) -> None:
    """Note how many mails that tell something have which verdict.

    What was noted last is not noted again.
    """
    counts = Counter(verdicts)
    told = [f"{verdict.value}={counts[verdict]}" for verdict in Verdict]
    words = " ".join((*told, f"own={','.join(sorted(trusted))}"))
    before = [e.text for e in journal.entries(case) if e.kind is Kind.MAILS_JUDGED]
    if counts and before[-1:] != [words]:
        journal.note(case, Entry(at=at, kind=Kind.MAILS_JUDGED, text=words))
