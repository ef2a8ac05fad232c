"""The place where the program keeps everything, and how it is left for good."""

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from torimodosu.adapters.store import Store
from torimodosu.bootstrap.data_folder import STORE
from torimodosu.bootstrap.log import Logs
from torimodosu.recovery.case.secrets import Keychain
from torimodosu.recovery.progress import Progress
from torimodosu.window.frame import Frame
from torimodosu.window.house_ports import HousePorts
from torimodosu.window.kit.look import Look
from torimodosu.window.ports import Ports
from torimodosu.window.shell import Shell


def house_ports(store: Store, keychain: Keychain) -> HousePorts:
    """Return what the pages about the program need."""
    folder = store.path.parent
    return HousePorts(
        folder=folder,
        log=Logs(folder),
        open_folder=_open_folder,
        forget_all=partial(_forget_all, store, keychain),
    )


def say_goodbye(
    shell: Shell, frame: Frame, secrets: int, *, look: Look, ports: Ports
) -> None:
    """Remove all files once everything in them is forgotten, and say what remains.

    *secrets* is how many the keychain did not let go of.
    """
    frame.take_away()
    ports.jobs.shut_down()
    with suppress(OSError):
        ports.autostart.turn(on=False)
    # Later: by then nobody else uses the files either.
    erase = partial(_erase, shell, secrets, look=look, store=ports.house.folder / STORE)
    QTimer.singleShot(0, erase)


def _erase(shell: Shell, secrets: int, *, look: Look, store: Path) -> None:
    # Late: hardly anybody ever comes here.
    from torimodosu.bootstrap.erasing import erase_rest  # noqa: PLC0415
    from torimodosu.window.erased import Erased  # noqa: PLC0415

    shell.fill(Erased(look, secrets=secrets, left=erase_rest(store)))


def _open_folder(folder: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _forget_all(store: Store, keychain: Keychain, progress: Progress) -> int:
    # Late: the same.
    from torimodosu.bootstrap.erasing import forget_all  # noqa: PLC0415

    return forget_all(store, keychain, progress)
