"""Accounts that are written as addresses, among other lines."""

from collections.abc import Sequence

from torimodosu.recovery.twostep.account import NotAnAccountError, OtpAccount
from torimodosu.recovery.twostep.exports.outcome import (
    ExportRead,
    Form,
    Refusal,
    RefusedError,
    Unusable,
)
from torimodosu.recovery.twostep.migration import SCHEME as MIGRATION
from torimodosu.recovery.twostep.migration import (
    MigrationPart,
    missing_parts,
    read_migration,
)
from torimodosu.recovery.twostep.otpauth import SCHEME, read_uri


def read_addresses(found: Sequence[str]) -> ExportRead:
    """Return the accounts of the addresses among some texts.

    Raises:
        RefusedError: If there is none.

    """
    lines = [line.strip() for line in found]
    schemes = (f"{SCHEME}:", f"{MIGRATION}:", "steam:")
    lines = [line for line in lines if line.lower().startswith(schemes)]
    if not lines:
        raise RefusedError(Refusal.NOT_AN_EXPORT)
    accounts: list[OtpAccount] = []
    unusable: list[Unusable] = []
    parts: list[MigrationPart] = []
    for entry, line in enumerate(lines, 1):
        try:
            if line.lower().startswith(f"{MIGRATION}:"):
                parts.append(read_migration(line))
                accounts += parts[-1].accounts
                unusable += [
                    Unusable(entry=entry, problem=p) for p in parts[-1].problems
                ]
            else:
                accounts.append(read_uri(line))
        except NotAnAccountError as error:
            unusable.append(Unusable(entry=entry, problem=error.problem))
    return ExportRead(
        form=Form.MIGRATION if parts else Form.ADDRESSES,
        accounts=tuple(accounts),
        unusable=tuple(unusable),
        missing_parts=tuple(missing_parts(parts)),
    )
