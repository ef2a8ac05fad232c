"""The audit of all logins, the quick findings first."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from torimodosu.recovery.passwords.audit.findings import Finding
from torimodosu.recovery.passwords.audit.judging import (
    Judged,
    breach_findings,
    judged,
    like_findings,
    weak_findings,
)
from torimodosu.recovery.passwords.audit.overview import look_over
from torimodosu.recovery.passwords.audit.ports import Asked, Strengths
from torimodosu.recovery.passwords.audit.sites import Sites
from torimodosu.recovery.passwords.breach import Breach, BreachState, LeakedHashes
from torimodosu.recovery.passwords.login import ExportedLogin
from torimodosu.recovery.passwords.queue import LeakList
from torimodosu.recovery.progress import Progress

# An interval in which the window looks alive.
_PASSWORDS_PER_REPORT = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditTools:
    """What an audit works with; `leaks` are the lists to compare with, in turn."""

    sites: Sites
    strengths: Strengths
    leaks: Sequence[tuple[LeakList, LeakedHashes]]


class Audit:
    """One audit of *logins* at the moment *at*.

    Attributes:
        checked: The lists of leaked passwords that all were compared with so far.
        unread: Those that could not be read.

    """

    def __init__(
        self, logins: Iterable[ExportedLogin], tools: AuditTools, *, at: datetime
    ) -> None:
        self._tools = tools
        self._overview = look_over(logins, tools.sites, at=at)
        self._found: list[Finding] = []
        self.checked: list[LeakList] = []
        self.unread: list[LeakList] = []

    def stages(self, progress: Progress) -> Iterator[Sequence[Finding]]:
        """Yield what is found in each stage, the slowest last.

        First what each login tells, then which passwords are alike, what is known from
        leaks, and what is weak. *progress* counts passwords.

        Raises:
            Cancelled: By *progress*.

        """
        for stage in self._stages(progress):
            findings = tuple(stage)
            self._found += findings
            yield findings

    def judged(self) -> tuple[Judged, ...]:
        """Return every account with what was found of it so far."""
        return judged(self._overview, self._found)

    def _stages(self, progress: Progress) -> Iterator[Iterable[Finding]]:
        progress.report(0, len(self._overview.users))
        yield self._overview.findings()
        # Not before: starting processes would hold up what each login tells.
        self._tools.strengths.prepare(len(self._overview.users))
        scores = self._scores(progress)
        yield like_findings(self._overview)
        yield breach_findings(self._overview, self._breaches())
        yield weak_findings(self._overview, scores())

    def _breaches(self) -> Mapping[str, Breach]:
        by_hash = {_hash(password): password for password in self._overview.users}
        breaches: dict[str, Breach] = {}
        for name, leaked in self._tools.leaks:
            try:
                answers = leaked.look_up(by_hash)
            except OSError:
                self.unread.append(name)
                continue
            self.checked.append(name)
            for digest, answer in answers.items():
                if answer.state is BreachState.FOUND:
                    breaches[by_hash[digest]] = answer
        return breaches

    def _scores(self, progress: Progress) -> Callable[[], Mapping[str, int]]:
        """Begin to estimate, and return what waits for the scores."""
        users = self._overview.users
        asked = [Asked(each, self._overview.own_words(each)) for each in users]
        scores: dict[str, int] = {}

        def beat() -> None:
            progress.report(len(scores), len(users))

        estimating = self._tools.strengths.of(asked, beat=beat)

        def wait() -> Mapping[str, int]:
            for password, score in estimating:
                scores[password] = score
                if len(scores) % _PASSWORDS_PER_REPORT == 0:
                    beat()
            beat()
            return scores

        return wait


def _hash(password: str) -> str:
    """Return the SHA-1 by which lists of leaked passwords are ordered."""
    text = password.encode("utf-8", "surrogatepass")
    return hashlib.sha1(text, usedforsecurity=False).hexdigest().upper()
