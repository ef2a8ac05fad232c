"""What is thought of a password, in plain words."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.passwords.rules import BrokenRule
from torimodosu.recovery.passwords.strength import STRONGEST, Weakness
from torimodosu.window.kit.tokens import Tone
from torimodosu.window.steps.password.draft import OldShape
from torimodosu.window.words.password_counts import PasswordCounts

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_MONTH, _YEAR = 30 * _DAY, 365 * _DAY
_MANY_YEARS = 200


def strength_words(score: int, seconds: float) -> str:
    """Return how strong a password of *score* is.

    It takes a graphics card *seconds* to guess it; a shop lets nobody try that often.
    """
    match score:
        case 0 | 1:
            return QCoreApplication.translate("Password", "Weak: guessed quickly")
        case 2:
            return QCoreApplication.translate("Password", "Not strong enough yet")
        case 3:
            return QCoreApplication.translate("Password", "Nearly there")
        case _ if seconds < _YEAR:
            return QCoreApplication.translate(
                "Password", "Strong: nobody guesses it at the shop"
            )
        case _:
            return QCoreApplication.translate(
                "Password", "Very strong: hardly any chance of being guessed"
            )


def strength_tone(score: int) -> Tone:
    """Return the colour of *score*: green only for what holds."""
    return "ok" if score >= STRONGEST else "attention"


def time_words(seconds: float) -> str:
    """Return how long guessing takes, as roughly as one would say it."""
    counts = PasswordCounts()
    if seconds < 1:
        return QCoreApplication.translate("Password", "less than a second")
    if seconds < _MINUTE:
        return counts.seconds(round(seconds))
    if seconds < _HOUR:
        return counts.minutes(round(seconds / _MINUTE))
    if seconds < _DAY:
        return counts.hours(round(seconds / _HOUR))
    if seconds < _MONTH:
        return counts.days(round(seconds / _DAY))
    if seconds < _YEAR:
        return counts.months(round(seconds / _MONTH))
    if seconds < _MANY_YEARS * _YEAR:
        return counts.years(round(seconds / _YEAR))
    return QCoreApplication.translate("Password", "many lifetimes")


def weakness_words(weakness: Weakness) -> str:
    """Return what makes a password weak."""
    match weakness:
        case Weakness.EMPTY | Weakness.TOO_SHORT:
            return QCoreApplication.translate("Password", "It is short")
        case Weakness.COMMON:
            return QCoreApplication.translate("Password", "Many people use it")
        case Weakness.NEARLY_COMMON:
            return QCoreApplication.translate(
                "Password", "It is nearly one that many people use"
            )
        case Weakness.WORD:
            return QCoreApplication.translate("Password", "It is mostly one word")
        case Weakness.JAPANESE_WORD:
            return QCoreApplication.translate(
                "Password", "It is a Japanese word or phrase, however it is written"
            )
        case Weakness.NAME:
            return QCoreApplication.translate("Password", "There is a name in it")
        case Weakness.OWN_WORD:
            return QCoreApplication.translate(
                "Password", "Your name, or the name of the shop, is in it"
            )
        case _:
            return _pattern_words(weakness)


def _pattern_words(weakness: Weakness) -> str:
    match weakness:
        case Weakness.DATE | Weakness.ERA_DATE:
            return QCoreApplication.translate(
                "Password", "There is a day or a year in it"
            )
        case Weakness.KEYBOARD:
            return QCoreApplication.translate(
                "Password", "Its keys lie in a row on the keyboard"
            )
        case Weakness.SEQUENCE:
            return QCoreApplication.translate("Password", "It counts up or down")
        case Weakness.PHONE_NUMBER:
            return QCoreApplication.translate("Password", "It is like a phone number")
        case Weakness.POSTCODE:
            return QCoreApplication.translate("Password", "It is like a postcode")
        case _:
            return QCoreApplication.translate("Password", "It repeats itself")


def mend_words(weakness: Weakness) -> str:
    """Return what would mend it."""
    match weakness:
        case Weakness.EMPTY | Weakness.TOO_SHORT:
            return QCoreApplication.translate(
                "Password", "One or two more words help most."
            )
        case Weakness.COMMON | Weakness.NEARLY_COMMON:
            return QCoreApplication.translate(
                "Password", "Programs try these first. Take another one altogether."
            )
        case Weakness.WORD | Weakness.JAPANESE_WORD:
            return QCoreApplication.translate(
                "Password", "Put other words behind it that do not belong together."
            )
        case Weakness.NAME | Weakness.OWN_WORD:
            return QCoreApplication.translate(
                "Password", "Who knows you tries names first. Take unrelated words."
            )
        case (
            Weakness.DATE
            | Weakness.ERA_DATE
            | Weakness.PHONE_NUMBER
            | Weakness.POSTCODE
        ):
            return QCoreApplication.translate(
                "Password", "There are few of them, so all are tried. Take words."
            )
        case Weakness.KEYBOARD | Weakness.REPEAT | Weakness.SEQUENCE:
            return QCoreApplication.translate(
                "Password", "Patterns are tried early. Take words or chance."
            )


def broken_words(broken: BrokenRule) -> str:
    """Return what the shop would find fault with."""
    match broken:
        case BrokenRule.TOO_SHORT:
            return QCoreApplication.translate("Password", "too short for the shop")
        case BrokenRule.TOO_LONG:
            return QCoreApplication.translate("Password", "too long for the shop")
        case BrokenRule.NO_LOWER:
            return QCoreApplication.translate("Password", "a small letter is missing")
        case BrokenRule.NO_UPPER:
            return QCoreApplication.translate("Password", "a capital is missing")
        case BrokenRule.NO_DIGIT:
            return QCoreApplication.translate("Password", "a digit is missing")
        case BrokenRule.NO_SPECIAL:
            return QCoreApplication.translate("Password", "a sign is missing")
        case BrokenRule.SPECIAL_NOT_TAKEN:
            return QCoreApplication.translate(
                "Password", "the shop does not take one of the signs"
            )
        case BrokenRule.ALIKE_IN_A_ROW:
            return QCoreApplication.translate(
                "Password", "too many of the same in a row"
            )


def old_name(shape: OldShape) -> str:
    """Return what the old password was like, as an answer."""
    match shape:
        case OldShape.SHORT:
            return QCoreApplication.translate("Password", "Short, about 6 to 10")
        case OldShape.WORD:
            return QCoreApplication.translate("Password", "A word or a name")
        case OldShape.DATE:
            return QCoreApplication.translate("Password", "A day or a number")
        case OldShape.REUSED:
            return QCoreApplication.translate("Password", "The same as elsewhere")
        case OldShape.FORGOTTEN:
            return QCoreApplication.translate("Password", "I do not remember")


def old_words(shape: OldShape) -> str:
    """Return what that means, and that it is nobody's fault."""
    match shape:
        case OldShape.SHORT:
            return QCoreApplication.translate(
                "Password",
                "Years ago that was enough, and shops still allow it. Today a graphics"
                " card tries all of six characters within seconds. Length changes that"
                " more than anything else.",
            )
        case OldShape.WORD:
            return QCoreApplication.translate(
                "Password",
                "Nearly everybody does so, which is why programs try words and names"
                " first, also with a number behind. Several words that do not belong"
                " together are another matter.",
            )
        case OldShape.DATE:
            return QCoreApplication.translate(
                "Password",
                "It is easy to remember, and there are few: all days of a hundred years"
                " are tried in a moment. Leave them out of the new one.",
            )
        case OldShape.REUSED:
            return QCoreApplication.translate(
                "Password",
                "It may have leaked at some other place and was tried here. That is the"
                " most common way in, and no fault of yours. The step after the next"
                " brings the other places in order.",
            )
        case OldShape.FORGOTTEN:
            return QCoreApplication.translate(
                "Password",
                "That does not matter. The new one stands on its own.",
            )
