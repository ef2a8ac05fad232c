"""Made-up queues and exports, and what is pressed on the page."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt

from tests.window.scene import SaturdayEvening
from tests.window.seen import words_in
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.passwords.queue import (
    AtRisk,
    Flaw,
    LeakList,
    PasswordQueue,
    QueueEntry,
    Standing,
)
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.table import Table
from torimodosu.window.steps.reuse.page import ReusePage

AT = SaturdayEvening().now()
SHARED = "Hanabi2016"
EXPORT = f"""name,url,username,password,note
mail,https://mail.google.com/,taro@example.jp,{SHARED},
shop,https://www.amazon.co.jp/,taro@example.jp,{SHARED},
forum,https://forum.example.net/,taro,{SHARED}!,
bank,https://bank.example.org/,0012345,Rq7-tukimi-Oboro-89-kawa,
"""

MAILBOX = QueueEntry(
    key="google.com\0taro",
    site="google.com",
    username="taro@example.jp",
    at_risk=AtRisk.MAILBOX,
    flaws=(Flaw.REUSED, Flaw.SHORT),
    shares_with=1,
    page="https://google.com/.well-known/change-password",
)
SHOP = QueueEntry(
    key="apple.com\0taro",
    site="apple.com",
    username="",
    at_risk=AtRisk.SAME_PASSWORD,
    flaws=(Flaw.REUSED, Flaw.BREACHED),
    shares_with=1,
)
BANK = QueueEntry(
    key="bank.example\0taro",
    site="bank.example",
    username="0012345",
    at_risk=AtRisk.MONEY,
    flaws=(Flaw.WEAK,),
)


def queue_of(
    *entries: QueueEntry, leaks: tuple[LeakList, ...] = (LeakList.SHIPPED,)
) -> PasswordQueue:
    return PasswordQueue(
        at=AT - timedelta(minutes=3),
        logins=143,
        entries=entries,
        are_leaks_checked=bool(leaks),
        leaks=leaks,
        is_keyed=True,
    )


def export_in(folder: Path, name: str = "Chrome Passwords.csv") -> Path:
    path = folder / name
    path.write_text(EXPORT, "utf-8")
    return path


def said(page: ReusePage) -> str:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return words_in(page)


def press(page: ReusePage, words: str) -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    buttons = page.findChildren(Button)
    (button,) = (one for one in buttons if one.accessibleName() == words)
    button.click()


def listed(page: ReusePage) -> list[list[str]]:
    """Return what the table says, row by row."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (table,) = page.findChildren(Table)
    model, role = table.rows, Qt.ItemDataRole.AccessibleTextRole
    return [
        [model.index(row, column).data(role) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def standing(queue: PasswordQueue | None, key: str) -> Standing:
    assert queue is not None
    (entry,) = (one for one in queue.entries if one.key == key)
    return entry.standing


class Desk:
    """The page on a queue in the store."""

    def __init__(self, page: ReusePage, store: Store, case: Case) -> None:
        self.page, self._records, self._case = page, store.password_records, case
        self._store = store

    def show(self, queue: PasswordQueue) -> str:
        self._records.replace_queue(self._case, queue)
        self.page.show_snapshot(self._store.snapshot(self._case, at=AT))
        return said(self.page)

    def standing(self, key: str) -> Standing:
        return standing(self._records.queue_of(self._case), key)

    def kept(self) -> PasswordQueue:
        queue = self._records.queue_of(self._case)
        assert queue is not None
        return queue
