"""What the pages that lock the door are given."""

from functools import partial
from secrets import randbelow, token_hex

from torimodosu.adapters.clock import SystemClock
from torimodosu.adapters.install_key import install_key
from torimodosu.adapters.store import Store
from torimodosu.adapters.word_lists import load_passphrase_words
from torimodosu.bootstrap.asking import ask_real_time
from torimodosu.bootstrap.scales import weigh_by_shipped_lists
from torimodosu.bootstrap.sight import open_sight
from torimodosu.recovery.case.secrets import Keychain
from torimodosu.resources import resource
from torimodosu.window.lock_ports import LockPorts

_ID_BYTES = 16


def lock_ports(store: Store, keychain: Keychain) -> LockPorts:
    """Return the ports on *store* and *keychain*."""
    records = store.lock_records
    return LockPorts(
        keychain=keychain,
        account_list=records,
        code_lists=records,
        two_steps=records,
        outgoing=records,
        queues=store.password_records,
        new_id=new_id,
        install_key=partial(install_key, keychain),
        weigh_password=weigh_by_shipped_lists,
        passphrase_words=partial(load_passphrase_words, resource("words")),
        choose=randbelow,
        sight=open_sight(),
        ask_time=partial(ask_real_time, outgoing=records, clock=SystemClock()),
    )


def new_id() -> str:
    """Return an id that nobody has been given."""
    return token_hex(_ID_BYTES)
