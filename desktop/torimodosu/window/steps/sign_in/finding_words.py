"""What was found out about one saved login, in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.origin import host_of
from torimodosu.recovery.signin.diagnosis import Advice, Finding, JudgedLogin, WhyFirst
from torimodosu.recovery.signin.saved_login import LoginStore, SavedLogin
from torimodosu.window.kit.marks import Sign
from torimodosu.window.steps.sign_in.browser_words import profile_words
from torimodosu.window.words.counts import Counts
from torimodosu.window.words.dates import near_words

_DAYS_OF_A_MONTH, _DAYS_OF_A_YEAR = 30, 365


def last_sent(login: SavedLogin) -> datetime | None:
    """Return when the browser last filled *login* in, or sent it; None is not known."""
    known = [at for at in (login.last_filled, login.last_used) if at is not None]
    return max(known, default=None)


def is_sent_since(login: SavedLogin, reset: datetime | None) -> bool:
    """Tell whether the browser filled *login* in after the reset."""
    sent = last_sent(login)
    return sent is not None and reset is not None and sent > reset


def place_of(login: SavedLogin) -> str:
    """Return what *login* is saved for: a host, or an app."""
    host = host_of(login.origin)
    if host:
        return host.removeprefix("www.")
    return QCoreApplication.translate("SignIn", "the app on the phone")


def holder_words(catalogue: Catalogue, judged: JudgedLogin) -> str:
    """Return where the entry is kept, and for whom."""
    words = profile_words(catalogue, judged.profile)
    if judged.login.store is LoginStore.ACCOUNT:
        form = QCoreApplication.translate("SignIn", "{where}, in the synced account")
        words = form.format(where=words)
    if judged.login.username:
        form = QCoreApplication.translate("SignIn", "{where}, for {name}")
        words = form.format(where=words, name=judged.login.username)
    return words


def age_words(login: SavedLogin, reset: datetime) -> str:
    """Return by how much the password of *login* is older than the *reset*."""
    changed = login.dated
    days = 0 if changed is None else (reset - changed).days
    if days >= _DAYS_OF_A_YEAR:
        return Counts().years_older(days // _DAYS_OF_A_YEAR)
    if days >= 2 * _DAYS_OF_A_MONTH:
        return Counts().months_older(days // _DAYS_OF_A_MONTH)
    if days:
        return Counts().days_older(days)
    return QCoreApplication.translate("SignIn", "A little older than your reset")


def sent_words(login: SavedLogin, *, now: datetime) -> str:
    """Return when the browser last filled in or sent *login*."""
    sent = last_sent(login)
    if sent is None:
        return QCoreApplication.translate("SignIn", "When it was last used is not told")
    form = QCoreApplication.translate("SignIn", "Last used: {moment}")
    if sent == login.last_filled:
        form = QCoreApplication.translate("SignIn", "Last filled in: {moment}")
    return form.format(moment=near_words(sent, now=now))


def changed_words(login: SavedLogin, *, now: datetime) -> str:
    """Return when the password of *login* was saved or changed."""
    changed = login.dated
    if changed is None:
        return QCoreApplication.translate("SignIn", "from an unknown day")
    return near_words(changed, now=now)


def finding_sign(finding: Finding) -> Sign:
    """Return the shape of *finding*."""
    match finding:
        case Finding.STALE:
            return Sign("finding", "attention")
        case Finding.FRESH:
            return Sign("proven", "ok")
        case Finding.DUPLICATE:
            return Sign("copy", "unknown")
        case Finding.NEVER_SAVE:
            return Sign("info", "unknown")
        case Finding.UNKNOWN_AGE:
            return Sign("unknown", "unknown")


def finding_words(finding: Finding) -> str:
    """Return the word for *finding*."""
    match finding:
        case Finding.STALE:
            return QCoreApplication.translate("SignIn", "Older than the reset")
        case Finding.FRESH:
            return QCoreApplication.translate("SignIn", "Newer than the reset")
        case Finding.DUPLICATE:
            return QCoreApplication.translate("SignIn", "Saved twice")
        case Finding.NEVER_SAVE:
            return QCoreApplication.translate("SignIn", "Never to be saved")
        case Finding.UNKNOWN_AGE:
            return QCoreApplication.translate("SignIn", "Age not known")


def first_words(why: WhyFirst) -> str:
    """Return why the browser fills an entry in before the others."""
    match why:
        case WhyFirst.ONLY_ONE:
            return QCoreApplication.translate(
                "SignIn", "It is the only one, so the browser fills it in."
            )
        case WhyFirst.CLOSEST_HOST:
            return QCoreApplication.translate(
                "SignIn", "Filled in first, as it fits the page best."
            )
        case WhyFirst.MOST_RECENTLY_USED:
            return QCoreApplication.translate(
                "SignIn", "Filled in first, as it was used last."
            )
        case WhyFirst.NEWEST:
            return QCoreApplication.translate(
                "SignIn", "Filled in first, as it was saved last."
            )


def advice_words(advice: Advice) -> str:
    """Return what to do about an entry, or what explains it."""
    match advice:
        case Advice.REMOVE_ENTRY:
            return QCoreApplication.translate("SignIn", "Remove this one entry.")
        case Advice.UPDATE_ENTRY:
            return QCoreApplication.translate(
                "SignIn", "Typing the new password into the entry helps just as well."
            )
        case Advice.REMOVE_BOTH_STORES:
            return QCoreApplication.translate(
                "SignIn",
                "The same entry is in the synced account too. Remove it there as well.",
            )
        case Advice.REMOVE_DUPLICATE:
            return QCoreApplication.translate(
                "SignIn", "A newer one for the same name is there. You can remove this."
            )
        case Advice.CHECK_OTHER_DEVICES:
            return QCoreApplication.translate(
                "SignIn",
                "This browser syncs: an old entry may come back from another device.",
            )
        case Advice.CHECK_EXTENSION:
            return QCoreApplication.translate(
                "SignIn",
                "A password manager is installed there too. Look into it as well.",
            )
        case Advice.CHECK_USER_NAME:
            return QCoreApplication.translate(
                "SignIn", "There are several names. Take the one you sign in with."
            )
        case _:
            return _rarer_advice_words(advice)


def _rarer_advice_words(advice: Advice) -> str:
    match advice:
        case Advice.CHECK_OTHER_SHOP:
            return QCoreApplication.translate(
                "SignIn",
                "It is for a sister shop. Remove it only if the account is the same.",
            )
        case Advice.COMPARE_BY_HAND:
            return QCoreApplication.translate(
                "SignIn",
                "The browser gives no date. Press its eye icon and compare yourself.",
            )
        case Advice.TELL_RESET_TIME:
            return QCoreApplication.translate(
                "SignIn", "Tell us below when you last set a new password."
            )
        case Advice.NEVER_SAVE_EXPLAINS:
            return QCoreApplication.translate(
                "SignIn",
                "The browser was told never to save here, so it does not renew either.",
            )
        case Advice.FORGET_DISMISSED:
            return QCoreApplication.translate(
                "SignIn",
                "Its offer to renew the entry was closed before. It may not ask again.",
            )
        case _:
            return QCoreApplication.translate(
                "SignIn", "Saving passwords is turned off, so nothing is renewed."
            )
