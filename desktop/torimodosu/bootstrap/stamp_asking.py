"""Asking for a time stamp, with everything real."""

from functools import partial
from pathlib import Path
from secrets import randbits

from torimodosu.adapters.clock import SystemClock
from torimodosu.adapters.network.time_stamps import HttpAuthority
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.data_folder import STORE, data_folder
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.evidence.timestamps.asking import StampAsking

_NONCE_BITS = 64


def stamp_asking_of_commands(chosen: Path | None, address: str) -> StampAsking:
    """Return what asks the authority at *address*, with the store below *chosen*.

    Raises:
        StoreError: If there is no store that it could be kept in.

    """
    try:
        folder = data_folder(chosen)
    except OSError as error:
        raise StoreError(StoreTrouble.NOT_WRITABLE, str(error)) from None
    store = Store.at(folder / STORE)
    return StampAsking(
        authority=HttpAuthority(address),
        clock=SystemClock(),
        before=partial(store.lock_records.keep_sent, None),
        nonce=partial(randbits, _NONCE_BITS),
    )
