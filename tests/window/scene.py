"""A window on real parts, with the practice incident taken in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache, partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from tests.fakes.autostart import FakeAutostart
from tests.fakes.clock import JAPAN
from tests.fakes.keychain import FakeKeychain
from tests.fakes.time_servers import TellingTime
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.calendars import save_calendar
from torimodosu.bootstrap.homes import Home
from torimodosu.bootstrap.house import house_ports
from torimodosu.bootstrap.jobs import Jobs
from torimodosu.bootstrap.lock import lock_ports, new_id
from torimodosu.bootstrap.logins import Logins
from torimodosu.bootstrap.statement_columns import Columns
from torimodosu.bootstrap.statements import statement_desk
from torimodosu.plain import to_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.copied import Copied
from torimodosu.recovery.orders.burst import find_burst
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.asking_time import TimeTools, ask_time
from torimodosu.recovery.plan.importing import read_files
from torimodosu.recovery.plan.statement_task import ReadStatements
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.tasks import Task
from torimodosu.recovery.plan.trusting_servers import answer_server
from torimodosu.recovery.plan.working_on_cards import CardTools, work_on_cards
from torimodosu.recovery.practice.two_step import ACCOUNT
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.statements.column_sample import StatementColumns
from torimodosu.recovery.twostep.clock import step_at
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.recovery.twostep.proof import CodeTry
from torimodosu.recovery.twostep.vault import Vault
from torimodosu.resources import resource
from torimodosu.window.appearance import Appearance
from torimodosu.window.frame import Frame
from torimodosu.window.house_ports import HousePorts
from torimodosu.window.jobs import JobRunner
from torimodosu.window.lock_ports import LockPorts
from torimodosu.window.ports import Ports


class Silent:
    """Hears what a job reports and says nothing."""

    def report(self, done: int, total: int) -> None:
        del done, total

    def rows(self, rows: Sequence[object]) -> None:
        del rows


class SaturdayEvening:
    """The evening after the practice incident."""

    def now(self) -> datetime:
        return datetime(2026, 11, 21, 21, 6, tzinfo=JAPAN)


@cache
def shipped_catalogue() -> Catalogue:
    """Return what the data packs tell; nothing can change it, so all may share it."""
    return load_catalogue(resource("catalogue"))


def ports_on(
    store: Store,
    *,
    jobs: JobRunner,
    clock: Clock,
    keychain: FakeKeychain | None = None,
) -> Ports:
    """Return the ports of the program on *store*, without Thunderbird."""
    logins = _logins_of(store, shipped_catalogue)
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
        clock=clock,
        jobs=jobs,
        lock=_lock_ports_on(store, keychain or FakeKeychain(), clock),
        load_catalogue=shipped_catalogue,
        bag_of=store.folder_of,
        copy_evidence=_copy_nothing,
        save_charges=_save_nothing,
        save_calendar=partial(save_calendar, clock),
        statement_columns=_columns_on(store, clock),
        find_thunderbird=tuple,
        login_stamp=logins.stamp,
        practice_remove_stale=logins.remove_stale,
        open_in_browser=open_nothing,
        answer_server=partial(answer_server, book=store),
        autostart=FakeAutostart(),
        house=house_on(store, keychain or FakeKeychain()),
    )


def _columns_on(store: Store, clock: Clock) -> Callable[[], StatementColumns]:
    return partial(
        Columns,
        records=store.card_records,
        load_catalogue=shipped_catalogue,
        clock=clock,
    )


def _logins_of(store: Store, load: Callable[[], Catalogue]) -> Logins:
    home = Home(folder=store.path.with_name("home"))
    return Logins(store=store, home=home, load_catalogue=load)


@contextmanager
def undressed_after(app: QApplication) -> Iterator[None]:
    """Give *app* its language, font and colours back at the end."""
    font, locale = app.font(), QLocale()
    yield
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)
    app.setStyleSheet("")
    app.setPalette(QPalette())
    app.setFont(font)


@contextmanager
def opened(ports: Ports, appearance: Appearance) -> Iterator[Frame]:
    """Show a window, and take it away as a whole before Python collects its parts."""
    frame = Frame(ports=ports, appearance=appearance)
    frame.show()
    yield frame
    frame.close()
    shiboken6.delete(frame)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def jobs_in(folder: Path) -> Jobs:
    """Return the jobs of a data folder, with a keychain of their own."""
    home = Home(folder=folder / "home")
    return Jobs(folder, home=home, keychain=FakeKeychain())


def practice_store(folder: Path) -> Store:
    """Return a store in which the practice incident has just been taken in."""
    jobs = jobs_in(folder)
    jobs.by_name()[Task.OPEN_PRACTICE.value]({}, Silent())
    return Store.at(folder / "cases.sqlite")


def sort_orders(store: Store, case: Case, *, at: datetime) -> None:
    """Say that the orders of the burst are not the person's, and the others are."""
    orders = store.snapshot(case, at=at).orders
    burst = find_burst(orders.values())
    foreign = set(burst.orders) if burst is not None else set()
    store.judge(case, sorted(foreign), Ownership.NOT_MINE, at=at)
    store.judge(case, sorted(orders.keys() - foreign), Ownership.MINE, at=at)


def call_card_company(store: Store, case: Case, *, at: datetime) -> None:
    """Say that the card company and the shop were told."""
    store.say(case, Step.CARD_COMPANY, at=at)
    store.say(case, Step.SHOP, at=at + timedelta(minutes=20))


def look_at_logins(store: Store, case: Case) -> None:
    """Look at what the browsers of *case* have saved, and keep it."""
    folder = store.path.parent
    jobs = jobs_in(folder).by_name()
    jobs[Task.SCAN_LOGINS.value]({"case": to_plain(case)}, Silent())


def read_statements(store: Store, case: Case) -> None:
    """Read the statements of the practice incident, and work on the cards."""
    catalogue, clock = shipped_catalogue(), SaturdayEvening()
    files = sorted((store.practice_folder / "files" / "statements").rglob("*.*"))
    request = ReadStatements(case=case, files=tuple(map(str, files)))
    desk = statement_desk(store.card_records, catalogue.statement_facts, clock)
    read_files(request, desk, Silent())
    tools = CardTools(
        records=store.card_records, snapshots=store, catalogue=catalogue, clock=clock
    )
    work_on_cards(case, tools, Silent())


_EXPORT = """name,url,username,password,note
Google,https://accounts.google.com/,taro@example.jp,Hanabi2016,
Amazon,https://www.amazon.co.jp/,taro@example.jp,Hanabi2016,
楽天市場,https://grp01.id.rakuten.co.jp/,taro,Hanabi2016,
Yahoo,https://login.yahoo.co.jp/,taro_jp,hanabi2019,
旅の宿,https://tabi.example.jp/,taro,Hanabi2016!,
銀行,https://bank.example.org/,0012345,sakura1234,
図書館,https://library.example.org/,0012345,tn5-Kawasemi-oboro-42,
"""


def look_through_passwords(store: Store, case: Case) -> None:
    """Look through a made-up export, and note one that is changed by now."""
    folder = store.path.parent
    export = folder / "Chrome Passwords.csv"
    export.write_text(_EXPORT, "utf-8")
    request = {"case": to_plain(case), "files": [str(export)]}
    jobs_in(folder).by_name()[Task.AUDIT_PASSWORDS.value](request, Silent())
    export.unlink()
    queue = store.password_records.queue_of(case)
    attacked = [] if queue is None else queue.entries[1:2]
    for entry in attacked:
        at = SaturdayEvening().now()
        store.password_records.say_changed(case, entry.key, at=at)


def remove_stale_login(store: Store, case: Case) -> None:
    """Do in the practice profile what the person would do in their browser."""
    _logins_of(store, shipped_catalogue).remove_stale(case)


def set_up_two_step(store: Store, case: Case, keychain: FakeKeychain) -> KeptAccount:
    """Read the QR code of the practice shop, and let its account make the codes."""
    records, clock = store.lock_records, SaturdayEvening()
    vault = Vault(keychain, records, clock, new_id)
    kept = vault.add(ACCOUNT, is_practice=True)
    records.choose_account(case, kept.id, at=clock.now())
    return kept


def type_codes(store: Store, case: Case, kept: KeptAccount, *said: bool) -> None:
    """Type a code for each word of the shop, one in each of the last time steps."""
    now, period = SaturdayEvening().now(), timedelta(seconds=ACCOUNT.period)
    for ago, is_accepted in zip(range(len(said), 0, -1), said, strict=True):
        at = now - ago * period
        code_try = CodeTry(
            at=at,
            account=kept.id,
            step=step_at(at, period),
            is_accepted=is_accepted,
        )
        store.lock_records.keep_try(case, code_try)


def house_on(store: Store, keychain: FakeKeychain) -> HousePorts:
    """Return the house of the program on *store*, which opens no folder."""
    house = house_ports(store, keychain)
    return replace(house, open_folder=open_no_folder)


def open_no_folder(_folder: Path) -> bool:
    """Show nothing, as on a computer without a file manager."""
    return False


def _lock_ports_on(store: Store, keychain: FakeKeychain, clock: Clock) -> LockPorts:
    """Return the ports with a keychain of the test, and no network."""
    lock = lock_ports(store, keychain)
    tools = TimeTools(server=TellingTime(), outgoing=lock.outgoing, clock=clock)
    return replace(lock, ask_time=partial(ask_time, tools=tools))


def _copy_nothing(_case: Case, _target: Path, _progress: Progress) -> Copied:
    return Copied.WHOLE


def _save_nothing(
    _case: Case, _path: Path, _cards: Mapping[int, str], _progress: Progress
) -> int:
    return 0


def open_nothing(_browser: str, _address: str) -> bool:
    """Start no browser, as on a computer that has none."""
    return False
