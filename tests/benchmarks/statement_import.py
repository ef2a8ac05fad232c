"""Take a statement file into the log of a case, as a process of its own.

    python -m tests.benchmarks.statement_import FILE FOLDER

It does what the worker does for the window, without loading what the worker needs for
other jobs. Whoever imports a statement has a case by then, so that one is open in the
folder already, see `open_case_in`.
"""

import gc
import sys
from datetime import date
from pathlib import Path

from torimodosu.adapters.clock import SystemClock
from torimodosu.adapters.packs import load_statement_facts
from torimodosu.adapters.store.places import Places
from torimodosu.adapters.store.statement_log import StatementRecords
from torimodosu.bootstrap.data_folder import STORE
from torimodosu.bootstrap.statements import statement_desk
from torimodosu.recovery.case.case import Answers, Case, MailPlace, SignIn
from torimodosu.recovery.plan.importing import read_files
from torimodosu.recovery.plan.statement_task import ReadStatements
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


def open_case_in(folder: Path) -> None:
    """Make a store with one case, its first, in *folder*."""
    # Late: nothing of it is needed, nor timed, where a statement is taken in.
    from torimodosu.adapters.store.cases import open_case  # noqa: PLC0415
    from torimodosu.adapters.store.shelves import Shelves  # noqa: PLC0415

    shelves = Shelves(folder / STORE)
    shelves.open()
    database = shelves.for_new(is_practice=False)
    open_case(database, ANSWERS, at=SystemClock().now(), is_practice=False)


def take_in(path: Path, folder: Path) -> int:
    """Return how many charges came into the log of the one case in *folder*."""
    records = StatementRecords(Places(folder / STORE))
    case = Case(number=1, answers=ANSWERS)
    facts = load_statement_facts(resource("catalogue"))
    desk = statement_desk(records, facts, SystemClock())
    request = ReadStatements(case=case, files=(str(path),))
    (told,) = read_files(request, desk, Silent()).files
    return told.new_charges


if __name__ == "__main__":
    gc.disable()
    sys.stdout.write(f"{take_in(Path(sys.argv[1]), Path(sys.argv[2]))}\n")
