"""Whether a phone makes the codes of an account."""

from dataclasses import replace
from datetime import datetime, timedelta

from torimodosu.recovery.twostep.account import OtpAccount, OtpType
from torimodosu.recovery.twostep.codes import (
    code_at,
    is_same_code,
    matching_offsets,
)

# A phone keeps good time, and a code is typed within a minute.
_WITHIN = timedelta(minutes=2)
_COUNTERS = 10  # the phone may have shown some codes that nobody used


def is_code_of(account: OtpAccount, typed: str, *, at: datetime) -> bool:
    """Tell whether *typed* is a code of *account* around the moment *at*.

    A phone that shows one has the same secret: by chance six digits fit once in
    some 100,000 times.
    """
    if account.type is not OtpType.HOTP:
        return bool(matching_offsets(account, typed, at=at, within=_WITHIN))
    codes = (
        code_at(replace(account, counter=counter), at).code
        for counter in range(account.counter, account.counter + _COUNTERS)
    )
    return any(is_same_code(code, typed) for code in codes)
