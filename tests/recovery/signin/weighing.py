"""Weighing causes in one line."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from tests.recovery.signin.saved import (
    BEFORE,
    HOUR,
    LATER,
    RESET,
    looked,
    profile,
    saved,
)
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.signin.cause import Cause, WeighedCause
from torimodosu.recovery.signin.causes import weigh_causes
from torimodosu.recovery.signin.diagnosis import Diagnosis
from torimodosu.recovery.signin.judging import judge
from torimodosu.recovery.signin.trial import Outcome, Trial, Tried

NOW = RESET + 3 * HOUR
STALE = judge(looked(profile(saved(BEFORE))), reset_at=RESET)


def tried(at: datetime = LATER, **outcomes: Outcome) -> dict[Trial, Tried]:
    results = {Trial[name.upper()]: outcome for name, outcome in outcomes.items()}
    return {
        trial: Tried(trial=trial, outcome=outcome, at=at)
        for trial, outcome in results.items()
    }


def event(kind: AccountEventKind, at: datetime = RESET) -> AccountEvent:
    return AccountEvent(mail="0f", kind=kind, at=at)


def weighed(
    results: Mapping[Trial, Tried] | None = None,
    diagnosis: Diagnosis | None = None,
    events: Sequence[AccountEvent] = (),
    at: datetime = NOW,
) -> dict[Cause, WeighedCause]:
    causes = weigh_causes(
        tried=results or {}, diagnosis=diagnosis, events=events, at=at
    )
    assert sorted(c.cause.value for c in causes) == sorted(c.value for c in Cause)
    return {weighed.cause: weighed for weighed in causes}
