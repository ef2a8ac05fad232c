"""Looks at the browsers over time: which of them show something new."""

from torimodosu.recovery.signin.profile import ProfileRead, StoreNotCovered
from torimodosu.recovery.signin.scan import SignInScan


def shows_the_same(scan: SignInScan, other: SignInScan) -> bool:
    """Tell whether both looks found the same entries and covered the same stores.

    When an entry was used and what cookies there are changes with every visit to the
    site, and makes no difference here.
    """
    return _content(scan) == _content(other)


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
