"""Judging saved logins by their dates alone: which of them is older than the reset."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from torimodosu.recovery.signin.advising import Adviser
from torimodosu.recovery.signin.diagnosis import Diagnosis, Finding, JudgedLogin
from torimodosu.recovery.signin.filling import first_filled
from torimodosu.recovery.signin.profile import ProfileRead, StoreNotCovered, StorePart
from torimodosu.recovery.signin.saved_login import SavedLogin
from torimodosu.recovery.signin.scan import SignInScan
from torimodosu.recovery.signin.site import Bond, LoginSite, bond_of

_NO_LEEWAY = timedelta(0)
# What was not read here may hold a login; other parts only explain.
_HOLDS_LOGINS = {StorePart.PROFILES, StorePart.LOGINS}
_ON_THE_WEB = {Bond.SIGN_IN_HOST, Bond.OWN_HOST}
_NEVER = datetime.min.replace(tzinfo=UTC)
_MAY_CONFLICT = {Finding.STALE, Finding.UNKNOWN_AGE}


def judge(
    scan: SignInScan, *, reset_at: datetime | None, leeway: timedelta = _NO_LEEWAY
) -> Diagnosis:
    """Return what *scan* says about a sign-in that fails since the reset at *reset_at*.

    An entry is stale if its password was changed, or else if it was created, before
    that moment: this was seen to tell the old password from the new one in Chromium and
    Firefox, with nothing decrypted. *leeway* is how long before *reset_at* the new
    password may have been saved already, where only the mail tells the moment.
    """
    moment = None if reset_at is None else reset_at - leeway
    logins = tuple(
        judged for read in scan.profiles for judged in _judged(scan.site, read, moment)
    )
    return Diagnosis(
        site=scan.site,
        at=scan.at,
        reset_at=reset_at,
        logins=logins,
        conflict=_conflict(logins, scan),
        profiles=scan.profiles,
        not_covered=tuple(
            missed for missed in scan.not_covered if _matters(missed, scan.profiles)
        ),
    )


def _judged(
    site: LoginSite, read: ProfileRead, reset_at: datetime | None
) -> Iterable[JudgedLogin]:
    first = first_filled(site, read.logins)
    older = _older_twins(site, read.logins)
    adviser = Adviser(site, read)
    for login in read.logins:
        finding = _finding(login, reset_at, has_newer_twin=login in older)
        yield JudgedLogin(
            profile=read.profile,
            login=login,
            finding=finding,
            advice=adviser.advice_for(
                login, finding, is_reset_known=reset_at is not None
            ),
            why_first=first.why if first and first.login is login else None,
        )


def _finding(
    login: SavedLogin, reset_at: datetime | None, *, has_newer_twin: bool
) -> Finding:
    if login.is_never_save:
        return Finding.NEVER_SAVE
    if reset_at is None or login.dated is None:
        return Finding.UNKNOWN_AGE
    if login.dated < reset_at:
        return Finding.STALE
    return Finding.DUPLICATE if has_newer_twin else Finding.FRESH


def _older_twins(site: LoginSite, logins: Sequence[SavedLogin]) -> set[SavedLogin]:
    """Return the dated entries that have a newer one for the same user name.

    A name is unique only together with the names of the fields and the address of the
    page, so that a reset page can leave a second entry behind. One for an app beside
    that for the web is as it should be.
    """
    newest: dict[str, SavedLogin] = {}
    older: set[SavedLogin] = set()
    by_entry = sorted(logins, key=lambda login: login.entry)
    for login in sorted(by_entry, key=_last_change, reverse=True):
        if login.is_never_save or login.username is None or login.dated is None:
            continue
        if bond_of(site, login.origin) not in _ON_THE_WEB:
            continue
        name = login.username.strip().casefold()
        if newest.setdefault(name, login) is not login:
            older.add(login)
    return older


def _last_change(login: SavedLogin) -> tuple[datetime, datetime]:
    return login.dated or _NEVER, login.last_used or _NEVER


def _conflict(logins: Sequence[JudgedLogin], scan: SignInScan) -> bool | None:
    findings = {judged.finding for judged in logins}
    if Finding.STALE in findings:
        return True
    is_all_read = scan.profiles and not any(map(_may_hold_logins, scan.not_covered))
    return False if is_all_read and findings.isdisjoint(_MAY_CONFLICT) else None


def _may_hold_logins(missed: StoreNotCovered) -> bool:
    return missed.part in _HOLDS_LOGINS


def _matters(missed: StoreNotCovered, profiles: Sequence[ProfileRead]) -> bool:
    """Tell whether *missed* leaves anything open.

    Names that a browser encrypts do so only where several entries must be told apart.
    """
    if missed.part is not StorePart.USER_NAMES:
        return True
    return any(
        missed.path.startswith((f"{read.profile.folder}/", f"{read.profile.folder}\\"))
        and sum(not login.is_never_save for login in read.logins) > 1
        for read in profiles
    )
