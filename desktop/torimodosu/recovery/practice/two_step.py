"""The two-step check of the practice shop: its QR code, and what it says to codes."""

from base64 import b64decode
from collections.abc import Collection, Iterator
from datetime import datetime, timedelta

import segno

from torimodosu.recovery.practice.files import PracticeFile
from torimodosu.recovery.practice.letter import VICTIM
from torimodosu.recovery.twostep.account import OtpAccount, OtpType
from torimodosu.recovery.twostep.clock import TOLERATED_STEPS, step_at
from torimodosu.recovery.twostep.codes import matching_offsets
from torimodosu.recovery.twostep.otpauth import uri_of

# In the form that the shop's own codes have: 256 bits, and nothing but the usual.
ACCOUNT = OtpAccount(
    type=OtpType.TOTP,
    issuer="Amazon",
    name=VICTIM.address,
    secret=b"practice only: opens no lock, ok",
)
PICTURE = "shop/two_step_qr.png"
_POINT, _QUIET = 8, 4  # px, and points of white around (ISO 18004)


def two_step_files() -> Iterator[PracticeFile]:
    """Yield the QR code of the shop as somebody would save it."""
    code = segno.make_qr(uri_of(ACCOUNT))
    address = code.png_data_uri(scale=_POINT, border=_QUIET)
    yield PracticeFile(
        path=PICTURE,
        content=b64decode(address.partition(",")[2]),
        told="お店の2段階認証のQRコード / the QR code of the shop's two-step check",
    )


def accepted_step(
    typed: str, *, at: datetime, used: Collection[int] = ()
) -> int | None:
    """Return the time step whose code the shop accepts, None where it refuses *typed*.

    It takes the codes of now and right before and after, each but once: so RFC 6238
    advises in section 5.2.
    """
    period = timedelta(seconds=ACCOUNT.period)
    offsets = matching_offsets(ACCOUNT, typed, at=at, within=period * TOLERATED_STEPS)
    steps = (step_at(at + off, period) for off in offsets)
    return next((step for step in steps if step not in used), None)
