"""What to do about one saved login."""

from collections.abc import Iterator

from torimodosu.recovery.catalogue.origin import host_of
from torimodosu.recovery.signin.diagnosis import Advice, Finding
from torimodosu.recovery.signin.profile import ProfileRead
from torimodosu.recovery.signin.saved_login import LoginStore, SavedLogin
from torimodosu.recovery.signin.site import Bond, LoginSite, bond_of


class Adviser:
    """Advises on the logins of one profile, however many there are."""

    def __init__(self, site: LoginSite, read: ProfileRead) -> None:
        self._site, self._read = site, read
        logins = [login for login in read.logins if not login.is_never_save]
        self._count = len(logins)
        self._names = {login.username for login in logins}
        self._places = {(one.store, one.username, one.origin) for one in logins}
        self._has_never_save = len(logins) < len(read.logins)
        self._dismissed = {host_of(prompt.origin) for prompt in read.dismissed} - {""}

    def advice_for(
        self, login: SavedLogin, finding: Finding, *, is_reset_known: bool
    ) -> tuple[Advice, ...]:
        """Return what to do about *login*, first things first."""
        match finding:
            case Finding.STALE:
                return tuple(self._for_stale(login))
            case Finding.UNKNOWN_AGE if not is_reset_known:
                return (Advice.TELL_RESET_TIME,)
            case Finding.UNKNOWN_AGE:
                return (Advice.COMPARE_BY_HAND, *self._about_names(login))
            case Finding.DUPLICATE:
                return (Advice.REMOVE_DUPLICATE,)
            case Finding.NEVER_SAVE:
                return (Advice.NEVER_SAVE_EXPLAINS,)
            case Finding.FRESH:
                return ()

    def _for_stale(self, login: SavedLogin) -> Iterator[Advice]:
        read = self._read
        if bond_of(self._site, login.origin) is Bond.RELATED_HOST:
            yield Advice.CHECK_OTHER_SHOP
        yield Advice.REMOVE_ENTRY
        yield Advice.UPDATE_ENTRY
        if self._has_copy(login):
            yield Advice.REMOVE_BOTH_STORES
        yield from self._about_names(login)
        if read.has_sync or login.store is LoginStore.ACCOUNT:
            yield Advice.CHECK_OTHER_DEVICES
        if read.extensions:
            yield Advice.CHECK_EXTENSION
        if self._has_never_save:
            yield Advice.NEVER_SAVE_EXPLAINS
        if host_of(login.origin) in self._dismissed:
            yield Advice.FORGET_DISMISSED
        if read.saves_passwords is False:
            yield Advice.SAVING_IS_OFF

    def _has_copy(self, login: SavedLogin) -> bool:
        return any(
            (store, login.username, login.origin) in self._places
            for store in LoginStore
            if store is not login.store
        )

    def _about_names(self, login: SavedLogin) -> Iterator[Advice]:
        """Yield a word of care where *login* may be for another account."""
        is_one_of_many = login.username is None and self._count > 1
        if is_one_of_many or len(self._names) > 1:
            yield Advice.CHECK_USER_NAME
