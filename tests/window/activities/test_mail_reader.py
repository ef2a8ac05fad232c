from pytestqt.qtbot import QtBot

from tests.window.seen import words_in
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.mail_view import ShownMails
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.activities.mail_reader import MailReader
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.mail_sheet import mail_sheet

PATIENCE = 120_000
ORDER = "250-0118112-3500002"


def test_an_order_leads_to_its_mails_in_words(
    qtbot: QtBot,
    worker: JobRunner,
    practice_case: Case,
    snapshot: Snapshot,
    look: Look,
) -> None:
    reader = MailReader(worker)
    mails = snapshot.orders[ORDER].mails
    heard: list[ShownMails] = []
    reader.shown.connect(heard.append)
    with qtbot.waitSignal(reader.shown, timeout=PATIENCE):
        reader.fetch(practice_case, ["0" * 64, *mails])
    (found,) = heard
    assert [mail.kept.sha256 for mail in found.mails] == list(mails)
    sheet = mail_sheet(look, found.mails[0])
    qtbot.addWidget(sheet)
    said = words_in(sheet)
    assert ORDER in said
    assert mails[0] in said.replace(" ", "")
    assert "auto-confirm@amazon.co.jp" in said


def test_a_later_question_replaces_an_earlier_one(
    qtbot: QtBot, worker: JobRunner, practice_case: Case, snapshot: Snapshot
) -> None:
    reader = MailReader(worker)
    heard: list[ShownMails] = []
    reader.shown.connect(heard.append)
    reader.fetch(practice_case, snapshot.orders[ORDER].mails)
    with qtbot.waitSignal(reader.shown, timeout=PATIENCE):
        reader.fetch(practice_case, ())
    assert [len(shown.mails) for shown in heard] == [0]
