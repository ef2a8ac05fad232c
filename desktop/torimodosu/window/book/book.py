"""Every page of the window, imported and built when it is first shown."""

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.activities.authenticator import Authenticator
from torimodosu.window.activities.evidence_check import EvidenceCheck
from torimodosu.window.activities.intake import Intake
from torimodosu.window.activities.login_scan import LoginScan
from torimodosu.window.activities.mail_reader import MailReader
from torimodosu.window.activities.password_audit import PasswordAudit
from torimodosu.window.activities.rereading import Rereading
from torimodosu.window.book.lock_pages import LockPages, LockParts
from torimodosu.window.book.said_pages import SaidPages
from torimodosu.window.book.view_pages import Shown, ViewPages
from torimodosu.window.book.watch_pages import WatchPages
from torimodosu.window.card_desk import CardDesk
from torimodosu.window.case_file import CaseFile
from torimodosu.window.clipboard import SecretClipboard
from torimodosu.window.codes.desk import CodesDesk
from torimodosu.window.kit.look import Look
from torimodosu.window.library import Library
from torimodosu.window.notes.sign_in import SignInNotes
from torimodosu.window.page import Page
from torimodosu.window.place import Place, View
from torimodosu.window.ports import Ports


class Book(QObject):
    """Builds the pages and connects what they tell to the open case.

    `place_chosen` tells a Place that a page leads to, `language_chosen` "ja" or "en".
    """

    place_chosen = Signal(object)
    language_chosen = Signal(str)

    def __init__(self, *, look: Look, ports: Ports, case_file: CaseFile) -> None:
        super().__init__()
        self._look, self._ports, self._case_file = look, ports, case_file
        self.library = Library(ports)
        self.intake = Intake(ports.jobs)
        self.mails = MailReader(ports.jobs)
        self.evidence = EvidenceCheck(ports.jobs, ports.copy_evidence)
        self.login_scan = LoginScan(ports.jobs, ports.login_stamp)
        self._notes = SignInNotes(
            ports.sign_ins, case_file.keep, remove_stale=ports.practice_remove_stale
        )
        self._rereading = Rereading(ports.jobs)
        self.cards = CardDesk(ports, case_file)
        self.clipboard = SecretClipboard()
        self.authenticator = Authenticator(ports)
        self.codes = CodesDesk(look, ports, self.authenticator, self.clipboard)
        self.password_audit = PasswordAudit(ports.jobs)
        shown = Shown(self.library, self.evidence, self.intake)
        self._views = ViewPages(look, ports, case_file, shown=shown)
        self.house = self._views.house
        self._said = SaidPages(look, case_file, library=self.library)
        self._watch = WatchPages(
            look, ports, case_file, library=self.library, cards=self.cards
        )
        parts = LockParts(
            library=self.library,
            clipboard=self.clipboard,
            authenticator=self.authenticator,
            lock=self.codes.lock,
            scan=self.login_scan,
            notes=self._notes,
            audit=self.password_audit,
        )
        self._lock = LockPages(look, ports, case_file, parts=parts)
        self._adopt()
        self._connect()

    def _adopt(self) -> None:
        """Let all parts end with the book."""
        for part in (
            *(self.library, self.intake, self.mails, self.evidence),
            *(self.login_scan, self._notes, self._rereading, self.cards),
            *(self.clipboard, self.authenticator, self._views, self.password_audit),
            self.codes,
        ):
            part.setParent(self)

    def build(self, place: Place) -> Page:
        """Return the page of *place*, ready to be shown a snapshot."""
        page = self._build(place)
        page.step = place if isinstance(place, Step) else None
        page.place_chosen.connect(self.place_chosen)
        return page

    def prepare(self) -> None:
        """Read ahead what the next pages need."""
        self.library.prepare()
        self.authenticator.open(self._case_file.snapshot)

    def _connect(self) -> None:
        case_file = self._case_file
        self.library.read.connect(self._look_at_orders)
        self.login_scan.ended.connect(case_file.refresh)
        self._rereading.ended.connect(case_file.refresh)
        self._rereading.missed.connect(self.evidence.verify)
        self.intake.ended.connect(case_file.refresh)
        self.intake.missed.connect(self.evidence.verify)
        self.intake.connected.connect(case_file.refresh)
        self.intake.fetched.connect(case_file.refresh)
        self.evidence.verified.connect(case_file.refresh)
        self.password_audit.ended.connect(case_file.refresh)
        case_file.opened.connect(self._forget)
        case_file.opened.connect(self.authenticator.open)
        case_file.changed.connect(self._look_at_orders)
        self._views.language_chosen.connect(self.language_chosen)

    def _build(  # noqa: C901 -- a page for each
        self, place: Place
    ) -> Page:
        match place:
            case View():
                return self._views.build(place)
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
            case Step.SIGN_IN:
                return self._sign_in()
            case Step.TAKE_BACK:
                return self._take_back()
            case Step.WHICH_CARD | Step.SCHEDULE | Step.STATEMENTS:
                return self._watch.build(place)
            case Step.PASSWORD | Step.TWO_STEP | Step.REUSE:
                return self._lock.build(place)
            case Step():
                return self._said.build(place)

    def _questions(self) -> Page:
        from torimodosu.window.steps.questions.page import QuestionsPage

        snapshot, catalogue = self._case_file.snapshot, self.library.catalogue
        page = QuestionsPage(self._look, snapshot, catalogue)
        page.answered.connect(self._case_file.answer)
        return page

    def _read_mail(self) -> Page:
        from torimodosu.window.steps.read_mail.page import ReadMailPage
        from torimodosu.window.steps.read_mail.provider.desk import provider_desk

        look, intake, library = self._look, self.intake, self.library
        snapshot, found = self._case_file.snapshot, library.thunderbird
        desk = provider_desk(look, intake, self._ports, catalogue=library.catalogue)
        page = ReadMailPage(
            look, snapshot, intake=intake, thunderbird=found, provider=desk
        )
        # Whoever is quick comes here before it was looked for.
        library.found_thunderbird.connect(page.offer_thunderbird)
        page.said.connect(self._case_file.say)
        page.taken_back.connect(self._case_file.take_back)
        return page

    def _check_evidence(self) -> Page:
        from torimodosu.window.steps.check_evidence.page import CheckEvidencePage

        look, snapshot = self._look, self._case_file.snapshot
        check, bag_of = self.evidence, self._ports.bag_of
        page = CheckEvidencePage(look, snapshot, check=check, folder_of=bag_of)
        page.said.connect(self._case_file.say)
        page.taken_back.connect(self._case_file.take_back)
        return page

    def _sort_orders(self) -> Page:
        from torimodosu.window.steps.sort_orders.page import SortOrdersPage

        case_file, mails = self._case_file, self.mails
        page = SortOrdersPage(
            self._look, case_file.snapshot, judge=case_file.judge, mails=mails
        )
        case_file.verdicts_lost.connect(page.lose_verdicts)
        return page

    def _still_going(self) -> Page:
        from torimodosu.window.steps.still_going.page import StillGoingPage

        mails = MailReader(self._ports.jobs)
        page = StillGoingPage(self._look, self._case_file.snapshot, mails)
        page.said.connect(self._case_file.say)
        page.taken_back.connect(self._case_file.take_back)
        return page

    def _sign_in(self) -> Page:
        from torimodosu.window.steps.sign_in.page import SignInPage, Tools

        tools = Tools(
            catalogue=self.library.catalogue,
            scan=self.login_scan,
            notes=self._notes,
            mails=MailReader(self._ports.jobs),
            open_in_browser=self._ports.open_in_browser,
        )
        page = SignInPage(self._look, self._case_file.snapshot, tools)
        page.said.connect(self._case_file.say)
        page.taken_back.connect(self._case_file.take_back)
        return page

    def _take_back(self) -> Page:
        from torimodosu.window.steps.take_back.page import TakeBackPage

        look, snapshot = self._look, self._case_file.snapshot
        catalogue, notes = self.library.catalogue, self._notes
        return TakeBackPage(look, snapshot, catalogue=catalogue, notes=notes)

    def _look_at_orders(self) -> None:
        packs = self.library.version
        if packs is not None and not self.intake.is_running:
            self._rereading.look(self._case_file.snapshot, packs)

    def _forget(self, snapshot: Snapshot) -> None:
        self.intake.forget()
        self.evidence.forget(snapshot.case)
        self.login_scan.forget()
        self.password_audit.forget()
