"""What the pages that lock the door are given.

Nearly everything is loaded when it is first used: it takes longer than the window.
"""

import os
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from torimodosu.adapters.clock import SystemClock
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.sight import open_sight
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.secrets import Keychain
from torimodosu.recovery.plan.lock_ports import Outgoing
from torimodosu.resources import resource
from torimodosu.window.lock_ports import LockPorts

if TYPE_CHECKING:
    from torimodosu.recovery.passwords.weighing import Weighed
    from torimodosu.recovery.twostep.clock import ClockReading

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
        install_key=partial(_install_key, keychain),
        weigh_password=_weigh,
        passphrase_words=_passphrase_words,
        choose=_choose,
        chance=os.urandom,
        write_file=_write_file,
        open_page=open_page,
        sight=open_sight(),
        ask_time=partial(_ask_time, records),
    )


def new_id() -> str:
    """Return an id that nobody has been given."""
    return os.urandom(_ID_BYTES).hex()


def open_page(address: str) -> bool:
    """Let the browser of the person show *address*; False where it is no https."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    is_web = url.isValid() and url.scheme() == "https" and bool(url.host())
    return is_web and QDesktopServices.openUrl(url)


def _install_key(keychain: Keychain) -> bytes:
    from torimodosu.adapters.install_key import install_key  # noqa: PLC0415

    return install_key(keychain)


def _weigh(password: str, own_words: Sequence[str]) -> "Weighed":
    from torimodosu.bootstrap.scales import weigh_by_shipped_lists  # noqa: PLC0415

    return weigh_by_shipped_lists(password, own_words)


def _passphrase_words() -> Mapping[str, Sequence[str]]:
    from torimodosu.adapters.word_lists import load_passphrase_words  # noqa: PLC0415

    return load_passphrase_words(resource("words"))


def _choose(below: int) -> int:
    from secrets import randbelow  # noqa: PLC0415

    return randbelow(below)


def _write_file(path: Path, content: bytes) -> None:
    from torimodosu.adapters.private_file import write_private_file  # noqa: PLC0415

    write_private_file(path, content)


def _ask_time(outgoing: Outgoing, case: Case, host: str) -> "ClockReading":
    from torimodosu.bootstrap.asking import ask_real_time  # noqa: PLC0415

    return ask_real_time(case, host, outgoing=outgoing, clock=SystemClock())
