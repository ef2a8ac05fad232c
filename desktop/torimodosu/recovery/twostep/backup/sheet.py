"""What a printed backup says about each account, for people and for a camera."""

from dataclasses import dataclass, field

import segno

from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.base32 import key_of
from torimodosu.recovery.twostep.otpauth import uri_of

_GROUP = 4  # characters of a key, as shops group them

Modules = tuple[tuple[bool, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetEntry:
    """One account on paper; what is secret of it is left out of its repr.

    Attributes:
        account: The account.
        key: Its set-up key in groups of four, to be typed where no camera is.
        code: The points of its QR code, row by row; True is dark. There are none
            where its key is longer than any code holds.

    """

    account: OtpAccount
    key: str = field(repr=False)
    code: Modules = field(repr=False)


def sheet_entry(account: OtpAccount) -> SheetEntry:
    """Return what a sheet says of *account*.

    Its QR code can be read with a quarter of it spoiled, as paper may be.
    """
    key = key_of(account.secret)
    groups = [key[at : at + _GROUP] for at in range(0, len(key), _GROUP)]
    return SheetEntry(
        account=account,
        key=" ".join(groups),
        code=_code_of(account),
    )


def _code_of(account: OtpAccount) -> Modules:
    try:
        return qr_code(uri_of(account), is_for_paper=True)
    except ValueError:
        return ()


def qr_code(text: str, *, is_for_paper: bool = False) -> Modules:
    """Return the points of a QR code that says *text*, without the white around it.

    One for the screen needs less that mends it, and so has larger points.

    Raises:
        ValueError: If no QR code holds so much.

    """
    level = "Q" if is_for_paper else "M"
    code = segno.make_qr(text, error=level, boost_error=False)
    return tuple(tuple(point & 1 == 1 for point in row) for row in code.matrix)
