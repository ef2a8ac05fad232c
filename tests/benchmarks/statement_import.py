"""Take a statement file into the log of a new case, as a process of its own.

    python -m tests.benchmarks.statement_import FILE FOLDER

It does what the worker does for the window, without loading what the worker needs for
other jobs.
"""

import gc
import sys
from datetime import date
from pathlib import Path

from torimodosu.adapters.clock import SystemClock
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.data_folder import STORE
from torimodosu.bootstrap.statements import statement_desk
from torimodosu.recovery.case.case import Answers, MailPlace, SignIn
from torimodosu.recovery.plan.importing import read_files
from torimodosu.recovery.plan.tasks import ReadStatements
from torimodosu.resources import resource

ANSWERS = Answers(
    service="amazon.co.jp",
    noticed=date(2026, 3, 13),
    sign_in=SignIn.NO,
    mail_place=MailPlace.FILES,
)


class Silent:
    """Hears how far the work is and says nothing."""

    def report(self, done: int, total: int) -> None:
        del done, total


def take_in(path: Path, folder: Path) -> int:
    """Return how many charges came into the log."""
    clock, store = SystemClock(), Store.at(folder / STORE)
    case = store.open(ANSWERS, at=clock.now(), is_practice=False)
    catalogue = load_catalogue(resource("catalogue"))
    desk = statement_desk(store.card_records, catalogue, clock)
    request = ReadStatements(case=case, files=(str(path),))
    (told,) = read_files(request, desk, Silent()).files
    return told.new_charges


if __name__ == "__main__":
    gc.disable()
    sys.stdout.write(f"{take_in(Path(sys.argv[1]), Path(sys.argv[2]))}\n")
