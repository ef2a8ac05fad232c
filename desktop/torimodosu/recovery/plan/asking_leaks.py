"""Asking a host for leaked passwords: what leaves is kept before it does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.case.sent import Sent, SentWhat
from torimodosu.recovery.passwords.breach import Breach
from torimodosu.recovery.passwords.hash_ranges import AskedHashes, HashRanges
from torimodosu.recovery.plan.lock_ports import Outgoing
from torimodosu.recovery.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLeaks:
    """The `LeakedHashes` that `host` has, asked for `case`.

    `asked` remembers what was answered already; `progress` counts the questions, and
    may stop them.
    """

    host: str
    asked: AskedHashes
    ranges: HashRanges
    case: Case
    outgoing: Outgoing
    clock: Clock
    progress: Progress

    def look_up(self, hashes: Iterable[str]) -> Mapping[str, Breach]:
        """Return what the host says of each hash.

        Raises:
            NoRangeError: If it stops answering.
            StoreError: If what leaves cannot be kept. Then nothing was sent.

        """
        return self.asked.look_up(
            hashes, self.ranges, before=self._keep, beat=self.progress.report
        )

    def _keep(self, questions: int) -> None:
        sent = Sent(
            at=self.clock.now(),
            host=self.host,
            what=SentWhat.HASH_STARTS,
            count=questions,
        )
        self.outgoing.keep_sent(self.case, sent)
