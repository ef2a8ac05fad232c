"""Which of several saved logins a browser fills in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from torimodosu.recovery.signin.diagnosis import WhyFirst
from torimodosu.recovery.signin.saved_login import SavedLogin
from torimodosu.recovery.signin.site import Bond, LoginSite, bond_of

# Chromium's GetLoginMatchType: the exact host and its apps before hosts that merely
# share the domain (components/password_manager/core/browser/password_manager_util.h).
_CLOSENESS: dict[Bond | None, int] = {
    Bond.SIGN_IN_HOST: 2,
    Bond.APP: 2,
    Bond.OWN_HOST: 1,
}
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstFilled:
    """The entry that a browser fills in before others, and why."""

    login: SavedLogin
    why: WhyFirst


def first_filled(site: LoginSite, logins: Sequence[SavedLogin]) -> FirstFilled | None:
    """Return which of the *logins* of one profile is filled in on the sign-in page.

    Closer hosts come first, then what was used last (Chromium's IsBetterMatch), then
    what is newest. Firefox fills in nothing by itself where it has several names, and
    offers them in this order. Entries of sister services are not filled in there for
    certain, so that None is returned where there are no others.
    """
    suitable = [
        (closeness, _used(login), login.dated or _NEVER, login)
        for login in logins
        if not login.is_never_save
        and (closeness := _CLOSENESS.get(bond_of(site, login.origin)))
    ]
    if not suitable:
        return None
    best, *others = sorted(suitable, key=lambda one: one[:3], reverse=True)
    return FirstFilled(login=best[3], why=_why(best[:3], [one[:3] for one in others]))


_Rank = tuple[int, datetime, datetime]


def _why(best: _Rank, others: Sequence[_Rank]) -> WhyFirst:
    if not others:
        return WhyFirst.ONLY_ONE
    closeness, used, _ = others[0]
    if best[0] > closeness:
        return WhyFirst.CLOSEST_HOST
    return WhyFirst.MOST_RECENTLY_USED if best[1] > used else WhyFirst.NEWEST


def _used(login: SavedLogin) -> datetime:
    return max(login.last_used or _NEVER, login.last_filled or _NEVER)
