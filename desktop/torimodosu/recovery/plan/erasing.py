"""Forgetting everything, with what remains then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from torimodosu.recovery.case.ports import Cases
from torimodosu.recovery.case.secrets import Keychain, KeychainError, KeychainTrouble
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.twostep.recovery_codes import RecoveryCodeSafe
from torimodosu.recovery.twostep.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Where the program keeps something.

    `names` are those of what lies in the keychain beside accounts and recovery codes.
    """

    cases: Cases
    vault: Vault
    codes: RecoveryCodeSafe
    keychain: Keychain
    names: Sequence[str] = ()


def forget_everything(kept: Kept, progress: Progress) -> int:
    """Forget every secret and every case; return how many secrets remain.

    A secret remains where the keychain does not let go of it. Reports what is done, of
    all there is. Nothing of it can be undone, and nothing cancels it: what is half
    forgotten is of no use.

    Raises:
        StoreError: If a case cannot be forgotten.

    """
    secrets = [*_secrets(kept)]
    cases = kept.cases.all()
    total, left = len(secrets) + len(cases), 0
    for number, forget in enumerate(secrets, 1):
        try:
            forget()
        except KeychainError:
            left += 1
        progress.report(number, total)
    for number, case in enumerate(cases, 1):
        kept.cases.delete(case)
        progress.report(len(secrets) + number, total)
    return left


def _secrets(kept: Kept) -> Sequence[Callable[[], None]]:
    """Return what forgets each secret."""
    found: list[Callable[[], None]] = []
    for is_practice in (False, True):
        accounts = kept.vault.all(is_practice=is_practice)
        found += [partial(kept.vault.remove, account) for account in accounts]
        lists = kept.codes.all(is_practice=is_practice)
        found += [partial(kept.codes.remove, codes) for codes in lists]
    found += [kept.vault.sweep, kept.codes.sweep]
    found += [partial(_forget_name, kept.keychain, name) for name in kept.names]
    return found


def _forget_name(keychain: Keychain, name: str) -> None:
    """Forget what may lie there; where there is no keychain nothing does."""
    try:
        keychain.forget(name)
    except KeychainError as error:
        if error.trouble is not KeychainTrouble.NONE:
            raise
