"""What is in the window: everything that takes a moment to load."""

from collections.abc import Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication

from torimodosu.adapters.autostart import own_autostart
from torimodosu.adapters.clock import SystemClock
from torimodosu.adapters.store import Store
from torimodosu.adapters.system_keychain import SystemKeychain
from torimodosu.bootstrap.bags import bag_of
from torimodosu.bootstrap.calendars import save_calendar
from torimodosu.bootstrap.data_folder import STORE, data_folder
from torimodosu.bootstrap.house import house_ports, say_goodbye
from torimodosu.bootstrap.lock import lock_ports
from torimodosu.bootstrap.log import log_of_window
from torimodosu.bootstrap.program import (
    beside_command,
    hidden_command,
    worker_command,
)
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.copied import Copied, compare_copy
from torimodosu.recovery.plan.trusting_servers import answer_server
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.statements.column_sample import StatementColumns
from torimodosu.resources import resource
from torimodosu.window.appearance import Appearance
from torimodosu.window.cannot_open import CannotOpen
from torimodosu.window.frame import Frame
from torimodosu.window.jobs import JobRunner
from torimodosu.window.ports import Ports
from torimodosu.window.shell import Shell
from torimodosu.window.translator import translate
from torimodosu.window.tray import Tray

if TYPE_CHECKING:
    from torimodosu.bootstrap.logins import Logins


def fill(
    app: QApplication, shell: Shell, chosen: Path | None, tray: Tray | None = None
) -> Frame | None:
    """Fill the window with its pages, which it returns.

    Where something keeps them from being shown, the window tells that. *tray* is what
    the program has in the tray already.
    """
    try:
        store = _open_store(chosen)
    except StoreError as error:
        translate(app, QLocale.system())
        shell.fill(CannotOpen(error))
        return None
    folder = store.path.parent
    log_of_window(folder)
    _keep_dialogs_in(folder)
    jobs = JobRunner(worker=worker_command(folder), beside=beside_command(folder))
    keychain = SystemKeychain()
    # First: a job may be waiting for the keychain.
    app.aboutToQuit.connect(keychain.leave)
    app.aboutToQuit.connect(jobs.shut_down)
    ports = _ports(store, jobs, keychain, chosen)
    appearance = Appearance(app, store)
    frame = Frame(ports=ports, appearance=appearance, shell=shell, tray=tray)
    app.aboutToQuit.connect(frame.book.clipboard.stop)
    frame.book.house.emptied.connect(
        partial(say_goodbye, shell, frame, look=appearance.look, ports=ports)
    )
    shell.fill(frame)
    return frame


def _keep_dialogs_in(folder: Path) -> None:
    """Let Qt's own dialogs for files note in *folder* where the person was.

    Without it that goes among the settings of the desktop, and stays there when
    everything else is deleted.
    """
    native, own = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    QSettings.setPath(native, own, str(folder))


def _ports(
    store: Store, jobs: JobRunner, keychain: SystemKeychain, chosen: Path | None
) -> Ports:
    return Ports(
        cases=store,
        snapshots=store,
        marks=store,
        verdicts=store,
        sign_ins=store,
        card_book=store.card_records,
        statement_log=store.card_records,
        reminder_words=store.reminder_records,
        contact_log=store.reminder_records,
        settings=store,
        clock=SystemClock(),
        jobs=jobs,
        lock=lock_ports(store, keychain),
        load_catalogue=load_catalogue,
        bag_of=partial(bag_of, store),
        copy_evidence=partial(_copy_evidence, store),
        save_charges=partial(_save_charges, store),
        save_calendar=partial(save_calendar, SystemClock()),
        statement_columns=partial(_columns, store),
        find_thunderbird=_find_thunderbird,
        login_stamp=partial(_stamp_logins, store),
        practice_remove_stale=partial(_remove_stale_login, store),
        open_in_browser=_open_in_browser,
        answer_server=partial(answer_server, book=store),
        house=house_ports(store, keychain),
        autostart=own_autostart(hidden_command(chosen)),
    )


def _open_store(chosen: Path | None) -> Store:
    try:
        return Store.at(data_folder(chosen) / STORE)
    except OSError as error:
        raise StoreError(StoreTrouble.NOT_WRITABLE, str(error)) from error


@cache
def load_catalogue() -> Catalogue:
    """Return what the shipped data packs tell; they do not change while it runs."""
    # Late: parsing takes longer than painting the first page.
    from torimodosu.adapters import packs  # noqa: PLC0415

    return packs.load_catalogue(resource("catalogue"))


def _copy_evidence(
    store: Store, case: Case, target: Path, progress: Progress
) -> Copied:
    # Late: hashing and what goes with it is not needed for the first page.
    from torimodosu.adapters.archive import copy_bag, verify_bag  # noqa: PLC0415

    original = bag_of(store, case)
    copy = copy_bag(original, target, progress)
    # Only one with faults is compared with the original, which takes as long again.
    return compare_copy(copy, copy if copy.valid else verify_bag(original, progress))


def _columns(store: Store) -> StatementColumns:
    # Late: reading statements is not needed for the first page.
    from torimodosu.bootstrap.statement_columns import Columns  # noqa: PLC0415

    return Columns(
        records=store.card_records, load_catalogue=load_catalogue, clock=SystemClock()
    )


def _save_charges(
    store: Store, case: Case, path: Path, cards: Mapping[int, str], _progress: Progress
) -> int:
    from torimodosu.adapters.private_file import write_private_file  # noqa: PLC0415
    from torimodosu.recovery.statements.export import export_csv  # noqa: PLC0415

    charges = store.card_records.charges(case)
    write_private_file(path, export_csv(charges, cards=cards).encode())
    return len(charges)


def _find_thunderbird() -> Sequence[str]:
    from torimodosu.adapters.thunderbird import thunderbird_folders  # noqa: PLC0415

    return [str(folder) for folder in thunderbird_folders(Path.home())]


def _stamp_logins(store: Store, case: Case) -> str:
    return _logins(store).stamp(case)


def _remove_stale_login(store: Store, case: Case) -> None:
    _logins(store).remove_stale(case)


def _open_in_browser(browser: str, address: str) -> bool:
    from torimodosu.adapters.browser_start import open_in_browser  # noqa: PLC0415

    return open_in_browser(browser, address)


def _logins(store: Store) -> "Logins":
    # Late: looking at browsers is nothing for the first page.
    from torimodosu.bootstrap.homes import own_home  # noqa: PLC0415
    from torimodosu.bootstrap.logins import Logins  # noqa: PLC0415

    return Logins(store=store, home=own_home(), load_catalogue=load_catalogue)
