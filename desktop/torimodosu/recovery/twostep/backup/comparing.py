"""Whether a backup that was read back holds what it should."""

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.twostep.account import OtpAccount


class Fault(Enum):
    """Why an account cannot be restored from a backup.

    Attributes:
        MISSING: It is not in there.
        OTHER_SECRET: One of the same name is in there, with another secret.
        OTHER_CODES: Its secret is in there, but type, length, period or algorithm
            differ, so that its codes would, too.

    """

    MISSING = "missing"
    OTHER_SECRET = "other_secret"  # noqa: S105 -- a fault
    OTHER_CODES = "other_codes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What came of comparing a backup with the accounts that it should hold.

    Attributes:
        whole: The ids of the accounts that it restores.
        faults: Why it does not restore the others, by their id.
        others: How many accounts it holds besides.

    """

    whole: tuple[str, ...]
    faults: Mapping[str, Fault]
    others: int

    @property
    def is_whole(self) -> bool:
        """Tell whether every account can be restored, and there is one at all."""
        return bool(self.whole) and not self.faults

    @property
    def is_of_others(self) -> bool:
        """Tell whether it holds accounts, and nothing of these, not even by name."""
        missing = all(fault is Fault.MISSING for fault in self.faults.values())
        return bool(self.faults and self.others) and missing and not self.whole


def compare(backup: Sequence[OtpAccount], kept: Mapping[str, OtpAccount]) -> Comparison:
    """Compare the accounts of *backup* with those *kept*, by their id.

    Secrets are compared in a time that does not tell where they differ. Counters are
    not compared: they go on after the backup was made, and shops look ahead.
    """
    found = {id_: _fault(account, backup) for id_, account in kept.items()}
    known = list(kept.values())
    return Comparison(
        whole=tuple(id_ for id_, fault in found.items() if fault is None),
        faults={id_: fault for id_, fault in found.items() if fault is not None},
        others=sum(not _having_secret_of(one, known) for one in backup),
    )


def _fault(account: OtpAccount, backup: Sequence[OtpAccount]) -> Fault | None:
    same = _having_secret_of(account, backup)
    if any(_codes_of(one) == _codes_of(account) for one in same):
        return None
    if same:
        return Fault.OTHER_CODES
    names = {(one.issuer, one.name) for one in backup}
    is_named = (account.issuer, account.name) in names
    return Fault.OTHER_SECRET if is_named else Fault.MISSING


def _having_secret_of(
    account: OtpAccount, among: Sequence[OtpAccount]
) -> Sequence[OtpAccount]:
    return [one for one in among if hmac.compare_digest(one.secret, account.secret)]


def _codes_of(account: OtpAccount) -> tuple[object, ...]:
    return (account.type, account.algorithm, account.digits, account.period)
