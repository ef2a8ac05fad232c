"""The pages about cards, imported and built when they are first shown."""

from typing import Literal

from torimodosu.recovery.plan.steps import Step
from torimodosu.window.activities.mail_reader import MailReader
from torimodosu.window.card_desk import CardDesk
from torimodosu.window.case_file import CaseFile
from torimodosu.window.kit.look import Look
from torimodosu.window.library import Library
from torimodosu.window.page import Page
from torimodosu.window.ports import Ports

AboutCards = Literal[Step.WHICH_CARD, Step.SCHEDULE, Step.STATEMENTS]


class WatchPages:
    """Builds the pages of which card it was, of what is ahead, and of the log."""

    def __init__(
        self,
        look: Look,
        ports: Ports,
        case_file: CaseFile,
        *,
        library: Library,
        cards: CardDesk,
    ) -> None:
        self._look, self._ports, self._case_file = look, ports, case_file
        self._library, self._cards = library, cards

    def build(self, step: AboutCards) -> Page:
        """Return the page of *step*."""
        match step:
            case Step.WHICH_CARD:
                return self._which_card()
            case Step.SCHEDULE:
                return self._schedule()
            case Step.STATEMENTS:
                return self._statements()

    def _which_card(self) -> Page:
        """Return the page that tells which card was charged."""
        from torimodosu.window.steps.which_card.page import Tools, WhichCardPage

        tools = Tools(
            catalogue=self._library.catalogue,
            desk=self._cards,
            mails=MailReader(self._ports.jobs),
        )
        page = WhichCardPage(self._look, self._case_file.snapshot, tools)
        page.said.connect(self._case_file.say)
        page.taken_back.connect(self._case_file.take_back)
        return page

    def _schedule(self) -> Page:
        """Return the page of days, limits and money that must come back."""
        from torimodosu.window.steps.schedule.closer import Tools
        from torimodosu.window.steps.schedule.page import SchedulePage

        tools = Tools(
            catalogue=self._library.catalogue,
            notes=self._cards.notes,
            mails=MailReader(self._ports.jobs),
        )
        page = SchedulePage(self._look, self._case_file.snapshot, tools)
        page.said.connect(self._case_file.say)
        return page

    def _statements(self) -> Page:
        """Return the page of the statement log."""
        from torimodosu.window.steps.statements.closer import Tools
        from torimodosu.window.steps.statements.page import StatementsPage

        tools = Tools(
            catalogue=self._library.catalogue,
            notes=self._cards.notes,
            intake=self._cards.statements,
            jobs=self._ports.jobs,
            log=self._ports.statement_log,
            save_charges=self._ports.save_charges,
            columns=self._ports.statement_columns(),
        )
        return StatementsPage(self._look, self._case_file.snapshot, tools)
