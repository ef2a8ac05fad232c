"""Keeps one thing after the other, and says after each that it is kept."""

import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

from tests.contracts.cases import SHOP
from tests.contracts.mails import ORDER
from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.signin.looks import OLD, looked
from torimodosu.adapters.store import Store
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.signin.checklist import Looked, Place, Seen


def write(path: Path) -> None:
    store = Store.at(path)
    case = next(iter(store.all()), None)
    if case is None:
        case = store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
    begin = len(store.mails(case).all())
    for number in count(begin):
        key = f"{number:064x}"
        store.judge(case, [key], Ownership.NOT_MINE, at=FRIDAY_NIGHT)
        store.mails(case).add([replace(ORDER, sha256=key)])
        store.keep_scan(case, looked(replace(OLD, entry=str(number))))
        store.keep_look(
            case,
            Looked(
                place=Place.GIFT_BALANCE,
                seen=Seen.CLEAN,
                at=FRIDAY_NIGHT,
                note=str(number),
            ),
        )
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    write(Path(sys.argv[1]))
