"""The title of the page and the one sentence below it, by where the person stands."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.account_event import AccountEvent
from torimodosu.recovery.signin.diagnosis import Diagnosis
from torimodosu.window.steps.sign_in.browser_words import profile_words
from torimodosu.window.steps.sign_in.event_words import event_words
from torimodosu.window.steps.sign_in.finding_words import (
    changed_words,
    is_sent_since,
    last_sent,
    place_of,
)
from torimodosu.window.steps.sign_in.sight import Sight, Stand
from torimodosu.window.words.dates import near_words


def stand_title(sight: Sight) -> str:
    """Return the finding as a title."""
    match sight.stand:
        case Stand.NO_CASE | Stand.NOT_LOOKED:
            return QCoreApplication.translate(
                "SignIn", "Let us find out why sign-in fails"
            )
        case Stand.CONFLICT:
            return _conflict_title(sight.diagnosis)
        case Stand.REOPENED:
            return QCoreApplication.translate(
                "SignIn", "A mail tells of one more change"
            )
        case Stand.UNSETTLED if _sees_no_browser(sight.diagnosis):
            return QCoreApplication.translate(
                "SignIn", "No browser was found on this computer"
            )
        case Stand.UNSETTLED:
            return QCoreApplication.translate("SignIn", "The cause is not settled yet")
        case Stand.NOTHING_FOUND:
            return QCoreApplication.translate(
                "SignIn", "No old password was found in your browsers"
            )
        case Stand.FIXED:
            return QCoreApplication.translate(
                "SignIn", "Fixed: no old password is left"
            )
        case Stand.SAID:
            return QCoreApplication.translate("SignIn", "You are in again")


def stand_why(sight: Sight, catalogue: Catalogue, *, now: datetime) -> str:
    """Return what follows from the finding, in one or two sentences."""
    match sight.stand:
        case Stand.NO_CASE | Stand.NOT_LOOKED:
            return QCoreApplication.translate(
                "SignIn",
                "A refused password does not mean that the account is lost. Most often"
                " the browser only fills in the old one.",
            )
        case Stand.CONFLICT:
            return _conflict_why(sight.diagnosis, catalogue, now=now)
        case Stand.REOPENED:
            return _change_why(sight.change, now=now)
        case Stand.UNSETTLED:
            return _unsettled_why(sight.diagnosis)
        case Stand.NOTHING_FOUND:
            return QCoreApplication.translate(
                "SignIn",
                "So it is probably something else. The likely causes are below.",
            )
        case Stand.FIXED:
            return QCoreApplication.translate(
                "SignIn",
                "Your browsers fill in nothing old any more. Sign in now, and type the"
                " new password by hand this once.",
            )
        case Stand.SAID if sight.diagnosis is not None and sight.diagnosis.conflict:
            return QCoreApplication.translate(
                "SignIn",
                "A browser still holds an old password and may fill it in again.",
            )
        case Stand.SAID:
            return QCoreApplication.translate(
                "SignIn", "Now look around inside for what was left behind."
            )


def _unsettled_why(diagnosis: Diagnosis | None) -> str:
    if _sees_no_browser(diagnosis):
        return QCoreApplication.translate(
            "SignIn",
            "So an old password is not here. Look at the device on which you sign in;"
            " the four short tries below tell what it is.",
        )
    return QCoreApplication.translate(
        "SignIn", "Not everything could be looked at or dated. See below."
    )


def _sees_no_browser(diagnosis: Diagnosis | None) -> bool:
    """Tell whether there was nothing to look at, read or not."""
    if diagnosis is None:
        return False
    return not diagnosis.profiles and not diagnosis.not_covered


def _conflict_title(diagnosis: Diagnosis | None) -> str:
    stale = () if diagnosis is None else diagnosis.stale
    reset = None if diagnosis is None else diagnosis.reset_at
    if any(is_sent_since(judged.login, reset) for judged in stale):
        return QCoreApplication.translate(
            "SignIn", "Found it: an old password is being sent"
        )
    return QCoreApplication.translate("SignIn", "Found: an old password is still saved")


def _conflict_why(
    diagnosis: Diagnosis | None, catalogue: Catalogue, *, now: datetime
) -> str:
    if diagnosis is None or not diagnosis.stale or diagnosis.reset_at is None:
        return ""
    judged = diagnosis.stale[0]
    form = QCoreApplication.translate(
        "SignIn",
        "{where}, still holds a password for {site} (saved: {saved}). It is older than"
        " your reset ({reset}). Remove this one entry.",
    )
    sent = last_sent(judged.login)
    if sent is not None and is_sent_since(judged.login, diagnosis.reset_at):
        form = QCoreApplication.translate(
            "SignIn",
            "{where}, still holds a password for {site} (saved: {saved}, last used:"
            " {sent}). It is older than your reset ({reset}). Remove this one entry.",
        )
    return form.format(
        where=profile_words(catalogue, judged.profile),
        site=place_of(judged.login),
        saved=changed_words(judged.login, now=now),
        sent="" if sent is None else near_words(sent, now=now),
        reset=near_words(diagnosis.reset_at, now=now),
    )


def _change_why(change: AccountEvent | None, *, now: datetime) -> str:
    if change is None:
        return ""
    form = QCoreApplication.translate(
        "SignIn",
        "{event} ({moment}). What was seen before that no longer counts, so look once"
        " more.",
    )
    moment = near_words(change.at, now=now)
    return form.format(event=event_words(change), moment=moment)
