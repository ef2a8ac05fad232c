from datetime import date
from pathlib import Path

from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Answers, MailPlace, SignIn
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.evidence.case_journal import JournalOfCase, LooseJournal
from torimodosu.recovery.evidence.ports import CaseJournal

ANSWERS = Answers(
    service="amazon.co.jp",
    noticed=date(2026, 3, 13),
    sign_in=SignIn.NO,
    mail_place=MailPlace.GMAIL,
)
NOTE = Entry(at=FRIDAY_NIGHT, kind=Kind.NOTE, text="電話した")


def test_a_case_has_its_own_journal_among_those_of_the_store(tmp_path: Path) -> None:
    store = Store.at(tmp_path / "cases.sqlite")
    one, other = (
        store.open(ANSWERS, at=FRIDAY_NIGHT, is_practice=False) for _ in range(2)
    )
    journal: CaseJournal = JournalOfCase(journal=store, case=one)
    journal.note(NOTE)
    assert [entry.kind for entry in journal.entries()] == [Kind.OPENED, Kind.NOTE]
    assert NOTE not in JournalOfCase(journal=store, case=other).entries()


def test_a_loose_journal_keeps_entries_in_their_order() -> None:
    journal: CaseJournal = LooseJournal()
    journal.note(NOTE)
    journal.note(Entry(at=FRIDAY_NIGHT, kind=Kind.BAG_VERIFIED))
    assert [entry.kind for entry in journal.entries()] == [
        Kind.NOTE,
        Kind.BAG_VERIFIED,
    ]
