"""What to do about one saved login."""

from collections.abc import Iterator

from torimodosu.recovery.signin.diagnosis import Advice, Finding
from torimodosu.recovery.signin.profile import ProfileRead
from torimodosu.recovery.signin.saved_login import LoginStore, SavedLogin
from torimodosu.recovery.signin.site import Bond, LoginSite, bond_of, host_of


def advice_for(
    site: LoginSite,
    read: ProfileRead,
    login: SavedLogin,
    finding: Finding,
    *,
    is_reset_known: bool,
) -> tuple[Advice, ...]:
    """Return what to do about *login* of the profile *read*, first things first."""
    match finding:
        case Finding.STALE:
            return tuple(_for_stale(site, read, login))
        case Finding.UNKNOWN_AGE if not is_reset_known:
            return (Advice.TELL_RESET_TIME,)
        case Finding.UNKNOWN_AGE:
            return (Advice.COMPARE_BY_HAND, *_about_names(read, login))
        case Finding.DUPLICATE:
            return (Advice.REMOVE_DUPLICATE,)
        case Finding.NEVER_SAVE:
            return (Advice.NEVER_SAVE_EXPLAINS,)
        case Finding.FRESH:
            return ()


def _for_stale(
    site: LoginSite, read: ProfileRead, login: SavedLogin
) -> Iterator[Advice]:
    if bond_of(site, login.origin) is Bond.RELATED_HOST:
        yield Advice.CHECK_OTHER_SHOP
    yield Advice.REMOVE_ENTRY
    yield Advice.UPDATE_ENTRY
    if any(_is_copy(login, other) for other in read.logins):
        yield Advice.REMOVE_BOTH_STORES
    yield from _about_names(read, login)
    if read.has_sync or login.store is LoginStore.ACCOUNT:
        yield Advice.CHECK_OTHER_DEVICES
    if read.extensions:
        yield Advice.CHECK_EXTENSION
    if any(mark.is_never_save for mark in read.logins):
        yield Advice.NEVER_SAVE_EXPLAINS
    host = host_of(login.origin)
    if any(host and host_of(prompt.origin) == host for prompt in read.dismissed):
        yield Advice.FORGET_DISMISSED
    if read.saves_passwords is False:
        yield Advice.SAVING_IS_OFF


def _is_copy(login: SavedLogin, other: SavedLogin) -> bool:
    return (
        other.store is not login.store
        and not other.is_never_save
        and other.username == login.username
        and other.origin == login.origin
    )


def _about_names(read: ProfileRead, login: SavedLogin) -> Iterator[Advice]:
    """Yield a word of care where *login* may be for another account."""
    others = [
        other for other in read.logins if other is not login and not other.is_never_save
    ]
    if any(other.username != login.username for other in others) or (
        login.username is None and others
    ):
        yield Advice.CHECK_USER_NAME
