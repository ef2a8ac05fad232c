"""Asking for the keys of signers, with everything real."""

from functools import partial
from pathlib import Path

from torimodosu.adapters.clock import SystemClock
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.data_folder import STORE, data_folder
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.evidence.asking_keys import KeyAsking
from torimodosu.recovery.mail.signatures.key_server import KeyServer


def server_of_this_computer() -> KeyServer:
    """Return the name server that this computer is set to.

    Raises:
        NoKeyServerError: If it is set to none.

    """
    # Late: nobody who does not ask needs it.
    from torimodosu.adapters.network.dns_keys import DnsKeys  # noqa: PLC0415

    return DnsKeys.of_this_computer()


def key_asking(store: Store, case: Case | None) -> KeyAsking:
    """Return what asks the name server of this computer; it is kept for *case*.

    Raises:
        NoKeyServerError: If this computer knows none.

    """
    return KeyAsking(
        server=server_of_this_computer(),
        clock=SystemClock(),
        before=partial(store.lock_records.keep_sent, case),
    )


def key_asking_of_commands(chosen: Path | None) -> KeyAsking:
    """Return what asks for commands, with the store below the *chosen* folder.

    Raises:
        NoKeyServerError: If this computer knows no name server.
        StoreError: If there is no store that it could be kept in.

    """
    try:
        folder = data_folder(chosen)
    except OSError as error:
        raise StoreError(StoreTrouble.NOT_WRITABLE, str(error)) from None
    return key_asking(Store.at(folder / STORE), None)
