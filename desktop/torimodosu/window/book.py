"""Every page of the window, imported and built when it is first shown."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.progress import Progress
from torimodosu.window.case_file import CaseFile
from torimodosu.window.evidence_check import EvidenceCheck
from torimodosu.window.guides import guide_text
from torimodosu.window.intake import Intake
from torimodosu.window.kit.look import Look
from torimodosu.window.mail_reader import MailReader
from torimodosu.window.page import Page
from torimodosu.window.place import Place, View
from torimodosu.window.ports import Ports
from torimodosu.window.rereading import Rereading


class Book(QObject):
    """Builds the pages and connects what they tell to the open case.

    `place_chosen` tells a Place that a page leads to, `language_chosen` "ja" or "en".
    """

    place_chosen = Signal(object)
    language_chosen = Signal(str)

    def __init__(self, *, look: Look, ports: Ports, case_file: CaseFile) -> None:
        super().__init__()
        self._look, self._ports, self._case_file = look, ports, case_file
        self._catalogue: Catalogue | None = None
        self._thunderbird: Sequence[str] = ()
        self.intake = Intake(ports.jobs)
        self.mails = MailReader(ports.jobs)
        self.evidence = EvidenceCheck(ports.jobs, ports.copy_evidence)
        self._rereading = Rereading(ports.jobs)
        for part in (self.intake, self.mails, self.evidence, self._rereading):
            part.setParent(self)
        self._rereading.ended.connect(case_file.refresh)
        self.intake.ended.connect(case_file.refresh)
        self.evidence.verified.connect(case_file.refresh)
        case_file.opened.connect(self._forget)
        case_file.opened.connect(self._look_at_orders)

    def build(self, place: Place) -> Page:
        """Return the page of *place*, ready to be shown a snapshot."""
        page = self._build(place)
        page.place_chosen.connect(self.place_chosen)
        return page

    def prepare(self) -> None:
        """Read ahead what the next pages need."""
        self._ports.jobs.run(
            self._load, on_done=self._keep_catalogue, on_failed=self._load_later
        )
        self._ports.jobs.run(
            self._look_for_thunderbird,
            on_done=self._keep_thunderbird,
            on_failed=self._load_later,
        )

    def _build(self, place: Place) -> Page:  # noqa: C901 -- a page for each
        match place:
            case View.WELCOME:
                return self._welcome()
            case View.OVERVIEW:
                return self._overview()
            case View.SENT:
                return self._sent()
            case View.ABOUT:
                return self._about()
            case Step.QUESTIONS:
                return self._questions()
            case Step.READ_MAIL:
                return self._read_mail()
            case Step.CHECK_EVIDENCE:
                return self._check_evidence()
            case Step.SORT_ORDERS:
                return self._sort_orders()
            case Step.STILL_GOING:
                return self._still_going()
            case Step():
                return self._guide(place)

    def _welcome(self) -> Page:
        from torimodosu.window.steps.welcome.page import WelcomePage

        page = WelcomePage(self._look, self._case_file.snapshot, self._case_file.all)
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

    def _about(self) -> Page:
        from importlib.metadata import version

        from torimodosu.window.steps.about.page import AboutPage

        here = version("torimodosu")
        return AboutPage(self._look, self._case_file.snapshot, version=here)

    def _questions(self) -> Page:
        from torimodosu.window.steps.questions.page import QuestionsPage

        page = QuestionsPage(
            self._look, self._case_file.snapshot, self._loaded_catalogue()
        )
        page.answered.connect(self._case_file.answer)
        return page

    def _read_mail(self) -> Page:
        from torimodosu.window.steps.read_mail.page import ReadMailPage

        snapshot, found = self._case_file.snapshot, self._thunderbird
        return ReadMailPage(self._look, snapshot, intake=self.intake, thunderbird=found)

    def _check_evidence(self) -> Page:
        from torimodosu.window.steps.check_evidence.page import CheckEvidencePage

        snapshot, bag_of = self._case_file.snapshot, self._ports.bag_of
        return CheckEvidencePage(
            self._look, snapshot, check=self.evidence, folder_of=bag_of
        )

    def _sort_orders(self) -> Page:
        from torimodosu.window.steps.sort_orders.page import SortOrdersPage

        snapshot, judge = self._case_file.snapshot, self._case_file.judge
        return SortOrdersPage(self._look, snapshot, judge=judge, mails=self.mails)

    def _still_going(self) -> Page:
        from torimodosu.window.steps.still_going.page import StillGoingPage

        return StillGoingPage(self._look, self._case_file.snapshot)

    def _guide(self, step: Step) -> Page:
        from torimodosu.window.steps.guide.page import GuidePage

        page = GuidePage(
            self._look,
            self._case_file.snapshot,
            step,
            catalogue=self._loaded_catalogue(),
            read=guide_text,
        )
        page.said.connect(self._case_file.say)
        page.taken_back.connect(self._case_file.take_back)
        return page

    def _loaded_catalogue(self) -> Catalogue:
        if self._catalogue is None:
            self._catalogue = self._ports.load_catalogue()
        return self._catalogue

    def _load(self, _progress: Progress) -> Catalogue:
        return self._ports.load_catalogue()

    def _keep_catalogue(self, catalogue: Catalogue) -> None:
        self._catalogue = self._catalogue or catalogue
        self._look_at_orders(self._case_file.snapshot)

    def _look_at_orders(self, snapshot: Snapshot) -> None:
        if self._catalogue is not None and not self.intake.is_running:
            self._rereading.look(snapshot, self._catalogue.version)

    def _look_for_thunderbird(self, _progress: Progress) -> Sequence[str]:
        return self._ports.find_thunderbird()

    def _keep_thunderbird(self, folders: Sequence[str]) -> None:
        self._thunderbird = folders

    def _forget(self, _snapshot: Snapshot) -> None:
        self.intake.forget()
        self.evidence.forget()

    def _load_later(self, _error: Exception) -> None:
        """Leave it to the page that needs the packs to load them, and to fail."""
