"""Looks at the browsers over time: which of them show something new."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from torimodosu.recovery.signin.judging import judge
from torimodosu.recovery.signin.profile import ProfileRead, StoreNotCovered
from torimodosu.recovery.signin.reset_time import ResetTime
from torimodosu.recovery.signin.scan import SignInScan


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """The newest of several looks that showed the same, and when the first was."""

    first_at: datetime
    scan: SignInScan


def shows_the_same(scan: SignInScan, other: SignInScan) -> bool:
    """Tell whether both looks found the same entries and covered the same stores.

    When an entry was used and what cookies there are changes with every visit to the
    site, and makes no difference here.
    """
    return _content(scan) == _content(other)


def conflict_seen_at(
    sightings: Iterable[Sighting], reset: ResetTime | None
) -> datetime | None:
    """Return when a look first showed a conflict with *reset*, None where none did.

    *sightings* are judged by the reset as it is known now: one that nothing could be
    made of, since nobody knew yet when the password was reset, may show it today.
    """
    if reset is None:
        return None
    judged = (
        (seen.first_at, judge(seen.scan, reset_at=reset.at, leeway=reset.leeway))
        for seen in sorted(sightings, key=lambda seen: seen.first_at)
    )
    return next((at for at, diagnosis in judged if diagnosis.conflict), None)


def _content(scan: SignInScan) -> tuple[object, ...]:
    profiles = {_entries(profile) for profile in scan.profiles}
    return scan.site, profiles, set[StoreNotCovered](scan.not_covered)


def _entries(read: ProfileRead) -> tuple[object, ...]:
    logins = frozenset(
        (
            *(login.store, login.entry, login.origin, login.page, login.username),
            *(login.created, login.modified, login.is_never_save),
        )
        for login in read.logins
    )
    place = (read.profile.browser, read.profile.folder)
    return (*place, read.stores, logins, read.extensions)
