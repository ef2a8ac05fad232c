"""The pages beside the way, imported and built when they are first shown."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from torimodosu.window.activities.evidence_check import EvidenceCheck
from torimodosu.window.activities.intake import Intake
from torimodosu.window.book.house_pages import HousePages
from torimodosu.window.book.judge_pages import JudgePages
from torimodosu.window.book.reminder_pages import ReminderPages
from torimodosu.window.case_file import CaseFile
from torimodosu.window.kit.look import Look
from torimodosu.window.library import Library
from torimodosu.window.page import Page
from torimodosu.window.place import View
from torimodosu.window.ports import Ports


class Shown(NamedTuple):
    """What goes on in the background and is told on these pages too."""

    library: Library
    evidence: EvidenceCheck
    intake: Intake


class ViewPages(QObject):
    """Builds the pages of the welcome, the overview, and what was sent.

    `house` and `reminders` build the others.

    `language_chosen` tells "ja" or "en".
    """

    language_chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        ports: Ports,
        case_file: CaseFile,
        *,
        shown: Shown,
    ) -> None:
        super().__init__()
        self._look, self._ports, self._case_file = look, ports, case_file
        self._shown = shown
        self.house = HousePages(
            look,
            ports,
            case_file,
            library=shown.library,
            is_busy=self._is_working,
        )
        self.house.setParent(self)
        self.house.failed.connect(case_file.failed)
        self._judging = JudgePages(look, ports, case_file)
        self._judging.setParent(self)
        self.reminders = ReminderPages(look, ports, case_file, library=shown.library)
        self.reminders.setParent(self)
        self.reminders.failed.connect(case_file.failed)

    def build(self, view: View) -> Page:
        """Return the page of *view*."""
        match view:
            case View.WELCOME:
                return self._welcome()
            case View.OVERVIEW:
                return self._overview()
            case View.JUDGE:
                return self._judging.judge()
            case View.REMINDERS:
                return self.reminders.reminders()
            case View.CONTACTS:
                return self.reminders.contacts()
            case View.SENT:
                return self._sent()
            case View.EVERYTHING:
                return self.house.everything()
            case View.LOG:
                return self.house.log()
            case View.ABOUT:
                return self.house.about()

    def _welcome(self) -> Page:
        from torimodosu.window.steps.welcome.page import WelcomePage

        page = WelcomePage(
            self._look,
            self._case_file.snapshot,
            self._case_file.all,
            library=self._shown.library,
            check=self._shown.evidence,
            is_reading=self._is_reading,
            folder_of=self._ports.bag_of,
        )
        page.deletion_confirmed.connect(self._case_file.delete)
        page.practice_chosen.connect(self._case_file.begin_practice)
        page.case_chosen.connect(self._case_file.switch)
        page.language_chosen.connect(self.language_chosen)
        return page

    def _overview(self) -> Page:
        from torimodosu.window.steps.overview.page import OverviewPage

        return OverviewPage(self._look, self._case_file.snapshot)

    def _sent(self) -> Page:
        from torimodosu.window.steps.sent.page import SentPage

        return SentPage(self._look, self._case_file.snapshot)

    def _is_reading(self) -> bool:
        return self._shown.intake.is_running

    def _is_working(self) -> bool:
        return self._is_reading() or self._shown.evidence.is_running
