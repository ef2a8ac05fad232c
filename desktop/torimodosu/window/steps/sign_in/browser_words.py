"""What browsers, their profiles and what could not be read are called."""

from PySide6.QtCore import QCoreApplication, QLocale

from torimodosu.recovery.catalogue.browser import Screen
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.signin.profile import (
    BrowserProfile,
    StoreNotCovered,
    StorePart,
    StoreTrouble,
)
from torimodosu.window.words.catalogue import name_words

_NEXT = " › "
_CHANNELS = {"esr": "ESR"}
# Firefox makes these by itself; hardly anybody has ever seen their names.
_MADE_BY_FIREFOX = ("default-", "dev-edition-default")


def browser_name(catalogue: Catalogue, browser: str, channel: str = "") -> str:
    """Return the name of the browser with the id *browser*, and of its *channel*."""
    known = catalogue.browsers.get(browser)
    name = browser if known is None else name_words(known.name)
    if not channel:
        return name
    return f"{name} {_CHANNELS.get(channel, channel.title())}"


def profile_words(catalogue: Catalogue, profile: BrowserProfile) -> str:
    """Return which profile of which browser it is, without a name that nobody gave."""
    name = browser_name(catalogue, profile.browser, profile.channel)
    if _is_unnamed(profile.name):
        return name
    form = QCoreApplication.translate("SignIn", "{browser}, profile “{profile}”")
    return form.format(browser=name, profile=profile.name)


def _is_unnamed(name: str) -> bool:
    return name == "default" or name.startswith(_MADE_BY_FIREFOX)


def path_of(screen: Screen) -> str:
    """Return the menu entries to *screen*, in the language that is known best."""
    is_japanese = QLocale().language() is QLocale.Language.Japanese
    mine, other = screen.path_en, screen.path_ja
    if is_japanese:
        mine, other = other, mine
    return _NEXT.join(mine or other)


def not_covered_words(catalogue: Catalogue, missed: StoreNotCovered) -> str:
    """Return what was not read, and why, in one sentence."""
    where = browser_name(catalogue, missed.browser)
    if missed.profile:
        form = QCoreApplication.translate("SignIn", "{browser}, profile “{profile}”")
        where = form.format(browser=where, profile=missed.profile)
    form = QCoreApplication.translate("SignIn", "{where}: {what}. {why}")
    return form.format(
        where=where, what=_part_words(missed.part), why=_trouble_words(missed.trouble)
    )


def _part_words(part: StorePart) -> str:
    match part:
        case StorePart.PROFILES:
            return QCoreApplication.translate("SignIn", "its profiles")
        case StorePart.LOGINS:
            return QCoreApplication.translate("SignIn", "the saved passwords")
        case StorePart.SITE_DATA:
            return QCoreApplication.translate("SignIn", "the cookies")
        case StorePart.NEVER_SAVE:
            return QCoreApplication.translate("SignIn", "the sites never to save")
        case StorePart.USER_NAMES:
            return QCoreApplication.translate("SignIn", "the sign-in names")
        case StorePart.EXTENSIONS:
            return QCoreApplication.translate("SignIn", "the extensions")


def _trouble_words(trouble: StoreTrouble) -> str:  # noqa: C901 -- a case for each
    match trouble:
        case StoreTrouble.NO_PERMISSION:
            return QCoreApplication.translate(
                "SignIn", "The system does not let us read it."
            )
        case StoreTrouble.LOCKED:
            return QCoreApplication.translate(
                "SignIn", "The browser holds it. Close the browser and look again."
            )
        case StoreTrouble.DAMAGED:
            return QCoreApplication.translate("SignIn", "The file is damaged.")
        case StoreTrouble.HALF_WRITTEN:
            return QCoreApplication.translate(
                "SignIn", "It was being written just then. Look again."
            )
        case StoreTrouble.EMPTY:
            return QCoreApplication.translate("SignIn", "The file is empty.")
        case StoreTrouble.UNKNOWN_SCHEMA:
            return QCoreApplication.translate(
                "SignIn", "It is of a version that we do not know yet."
            )
        case StoreTrouble.POINTS_ELSEWHERE:
            return QCoreApplication.translate(
                "SignIn", "It leads out of the profile, and we did not follow."
            )
        case StoreTrouble.TOO_LARGE:
            return QCoreApplication.translate("SignIn", "It is too large to read.")
        case StoreTrouble.ENCRYPTED:
            return QCoreApplication.translate(
                "SignIn", "The browser encrypts it, and we do not decrypt."
            )
        case StoreTrouble.NEEDS_EXPORT:
            return QCoreApplication.translate(
                "SignIn", "Only the browser itself can show it. Look there yourself."
            )
