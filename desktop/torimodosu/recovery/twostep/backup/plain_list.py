"""The open backup: a text file with an address on each line, for any authenticator."""

from collections.abc import Sequence

from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.otpauth import uri_of


def plain_list(accounts: Sequence[OtpAccount]) -> bytes:
    """Return the bytes of the file; whoever reads it can make the codes."""
    return "".join(f"{uri_of(account)}\n" for account in accounts).encode("ascii")
