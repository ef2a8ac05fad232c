"""The page that judges mails, imported and built when it is first shown."""

from datetime import datetime

from PySide6.QtCore import QObject

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.activities.key_fetching import KeyFetching
from torimodosu.window.activities.loose_judging import LooseJudging
from torimodosu.window.activities.mail_judging import MailJudging
from torimodosu.window.activities.mail_reader import MailReader
from torimodosu.window.case_file import CaseFile
from torimodosu.window.kit.look import Look
from torimodosu.window.page import Page
from torimodosu.window.ports import Ports


class JudgePages(QObject):
    """Builds the page, and keeps the verdicts that it shows."""

    def __init__(self, look: Look, ports: Ports, case_file: CaseFile) -> None:
        super().__init__()
        self._look, self._ports, self._case_file = look, ports, case_file
        self._kept = MailJudging(ports.jobs)
        self._loose = LooseJudging(ports.jobs)
        self._keys = KeyFetching(ports.jobs)
        self._reader = MailReader(ports.jobs)
        for part in (self._kept, self._loose, self._keys, self._reader):
            part.setParent(self)
        self._keys.kept.connect(case_file.refresh)
        self._keys.told.connect(self._loose.judge_again)
        case_file.opened.connect(self._forget)

    def judge(self) -> Page:
        """Return the page."""
        from torimodosu.window.steps.judge.page import JudgePage
        from torimodosu.window.steps.judge.tools import Tools

        tools = Tools(
            kept=self._kept,
            loose=self._loose,
            keys=self._keys,
            reader=self._reader,
            jobs=self._ports.jobs,
            write_file=self._ports.lock.write_file,
        )
        page = JudgePage(self._look, self._case_file.snapshot, tools)
        page.server_answered.connect(self._answer_server)
        return page

    def _answer_server(self, trusted: str, is_own: bool) -> None:  # noqa: FBT001 -- a signal
        """Keep the person's word on a server, and judge anew by it."""

        def note(case: Case, at: datetime) -> None:
            self._ports.answer_server(case, trusted, is_own=is_own, at=at)
            self._kept.outdate()

        self._case_file.keep(note)

    def _forget(self, _snapshot: Snapshot) -> None:
        self._kept.forget()
        self._keys.forget()
