"""Deleting everything that the program keeps on this computer."""

from collections.abc import Sequence
from pathlib import Path

from torimodosu.adapters.clock import SystemClock
from torimodosu.adapters.erasing import erase_files
from torimodosu.adapters.install_key import NAME
from torimodosu.adapters.instance_lock import LOCK_FILE
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.crashes import CRASH_FILES
from torimodosu.bootstrap.data_folder import DIALOGS
from torimodosu.bootstrap.lock import new_id
from torimodosu.bootstrap.log import Logs
from torimodosu.recovery.case.secrets import Keychain
from torimodosu.recovery.mail.servers.kept_password import ENTRY as MAIL_PASSWORD
from torimodosu.recovery.plan.erasing import Kept, forget_everything
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.twostep.recovery_codes import RecoveryCodeSafe
from torimodosu.recovery.twostep.screen_lock import ENTRY
from torimodosu.recovery.twostep.vault import Vault

# On Windows these stay as long as the program runs; nothing is in them.
_IN_USE = (LOCK_FILE, *CRASH_FILES)
_BESIDE_THE_STORE = (DIALOGS, *_IN_USE)


def forget_all(store: Store, keychain: Keychain, progress: Progress) -> int:
    """Forget every case and every secret; return how many secrets remain.

    Raises:
        StoreError: If a case cannot be forgotten.

    """
    records, clock = store.lock_records, SystemClock()
    kept = Kept(
        cases=store,
        vault=Vault(keychain, records, clock, new_id),
        codes=RecoveryCodeSafe(keychain, records, clock, new_id),
        keychain=keychain,
        names=(NAME, ENTRY, MAIL_PASSWORD),
    )
    return forget_everything(kept, progress)


def erase_rest(store: Path) -> Sequence[Path]:
    """Remove the files at and beside *store*; return what could not be removed.

    Nothing may use them any more.
    """
    logs = (path.name for path in Logs(store.parent).paths)
    left = erase_files(store, (*_BESIDE_THE_STORE, *logs))
    return [path for path in left if path.name not in _IN_USE]
