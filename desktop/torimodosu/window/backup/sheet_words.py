"""What a printed backup says beside codes and keys."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.twostep.account import (
    USUAL_DIGITS,
    USUAL_PERIOD,
    Algorithm,
    OtpAccount,
    OtpType,
)
from torimodosu.window.words.dates import full_day_words


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWords:
    """The words of a sheet, made on the thread of the window.

    Attributes:
        title: Its title.
        made: When it was made.
        purpose: What it is for, and how to guard it.
        key: What stands in front of a key.
        nameless: What an account without a name is called.

    """

    title: str
    made: str
    purpose: str
    key: str
    nameless: str

    @classmethod
    def at(cls, moment: datetime) -> Self:
        """Return the words of a sheet that is made at *moment*."""
        made = QCoreApplication.translate("Sheet", "Made with Torimodosu on {day}")
        return cls(
            title=QCoreApplication.translate(
                "Sheet", "Backup of your two-step verification"
            ),
            made=made.format(day=full_day_words(moment.astimezone().date())),
            purpose=QCoreApplication.translate(
                "Sheet",
                "If your computer or your phone is lost, scan these codes with any"
                " authenticator, or type the keys. Whoever has this sheet can make"
                " your codes: keep it as you keep your passport, and not beside the"
                " computer.",
            ),
            key=QCoreApplication.translate("Sheet", "Set-up key"),
            nameless=QCoreApplication.translate("Sheet", "Without a name"),
        )


def unusual_words(account: OtpAccount) -> str:
    """Return what an authenticator must be told beside the key, or ""."""
    parts = []
    match account.type:
        case OtpType.STEAM:
            return QCoreApplication.translate("Sheet", "Codes of Steam")
        case OtpType.HOTP:
            form = QCoreApplication.translate("Sheet", "By a counter, next: {counter}")
            parts.append(form.format(counter=account.counter))
        case OtpType.TOTP if account.period != USUAL_PERIOD:
            form = QCoreApplication.translate("Sheet", "New every {period} seconds")
            parts.append(form.format(period=account.period))
        case OtpType.TOTP:
            pass
    if account.digits != USUAL_DIGITS:
        form = QCoreApplication.translate("Sheet", "{digits} digits")
        parts.append(form.format(digits=account.digits))
    if account.algorithm is not Algorithm.SHA1:
        parts.append(account.algorithm.value)
    return " · ".join(parts)
