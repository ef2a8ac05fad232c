"""Everything that is kept, taken out of the real practice incident."""

import csv
import json
import sys
from pathlib import Path

import pytest

from tests.bootstrap.working import Written, practise, run
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.archive import verify_bag
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.jobs import Jobs
from torimodosu.plain import from_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.evidence.ports import ArchiveUnwritableError
from torimodosu.recovery.plan.tasks import TakenOut, TakeOut, Task
from torimodosu.recovery.progress import Cancelled
from torimodosu.recovery.reminders.contact import Channel, Contact, Whom
from torimodosu.recovery.twostep.account import OtpType
from torimodosu.recovery.twostep.kept import KeptAccount

ACCOUNT = KeptAccount(
    id="secret-id", issuer="Shop", name="taro", type=OtpType.TOTP, added_at=FRIDAY_NIGHT
)

CALL = Contact(
    at=FRIDAY_NIGHT, whom=Whom.ISSUER, channel=Channel.PHONE, card=1, note="stopped"
)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def take_out(jobs: Jobs, folder: Path, outlet: Written) -> TakenOut:
    result = run(jobs, Task.TAKE_OUT, TakeOut(folder=str(folder)), outlet)
    return from_plain(TakenOut, result)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_all_that_is_kept_can_be_read_without_the_program(
    jobs: Jobs, store: Store, case: Case, stick: Path
) -> None:
    practised = practise(jobs)
    store.set("theme", "dark")
    store.lock_records.add_account(ACCOUNT)
    store.reminder_records.keep_contact(practised, CALL, at=FRIDAY_NIGHT)
    outlet = Written()
    taken = take_out(jobs, stick, outlet)
    out = Path(taken.folder)
    assert (taken.cases, taken.damaged, out.parent) == (2, 0, stick)
    assert outlet.reports[-1] == (2000, 2000)
    place = out / f"practice-{practised.number}-amazon-co-jp"
    orders = store.snapshot(practised, at=FRIDAY_NIGHT).orders
    assert len(rows_of(place / "orders.csv")) == len(orders) > 0
    assert len(rows_of(place / "mails.csv")) == len(store.mails(practised).all())
    assert len(rows_of(place / "journal.csv")) == len(store.entries(practised))
    (call,) = rows_of(place / "contacts.csv")
    assert (call["whom"], call["card"], call["note"]) == ("issuer", "1", "stopped")
    assert json.loads((place / "everything.json").read_bytes())["orders"].keys() == (
        orders.keys()
    )
    assert verify_bag(place / "evidence").faults == ()
    assert json.loads((out / "settings.json").read_bytes()) == {"theme": "dark"}
    (account,) = rows_of(out / "accounts-with-codes.csv")
    assert account["issuer"] == "Shop"
    assert "secret-id" not in (out / "accounts-with-codes.csv").read_text("utf-8")
    page = (out / "index.html").read_text("utf-8")
    assert f"{place.name}/evidence/data/index.html" in page
    assert f"case-{case.number}-" in page


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such rights")
def test_no_file_of_it_is_for_others_to_read(
    jobs: Jobs, case: Case, stick: Path
) -> None:
    del case
    practise(jobs)
    out = Path(take_out(jobs, stick, Written()).folder)
    files = [path for path in out.rglob("*") if path.is_file()]
    assert {"index.html", "settings.json", "bagit.txt"} <= {one.name for one in files}
    assert [one for one in files if one.stat().st_mode & 0o077] == []


def test_a_second_time_goes_beside_the_first(
    jobs: Jobs, case: Case, stick: Path
) -> None:
    del case
    folders = {take_out(jobs, stick, Written()).folder for _ in range(2)}
    assert {Path(folder) for folder in folders} == set(stick.iterdir())
    assert len(folders) == 2


def test_who_cancels_finds_nothing_of_it(jobs: Jobs, case: Case, stick: Path) -> None:
    del case
    with pytest.raises(Cancelled):
        take_out(jobs, stick, Written(patience=0))
    assert list(stick.iterdir()) == []


def test_a_place_that_is_not_there_is_told(
    jobs: Jobs, case: Case, tmp_path: Path
) -> None:
    del case
    with pytest.raises(ArchiveUnwritableError):
        take_out(jobs, tmp_path / "pulled out", Written())
