"""The pages of steps that end by the person's word, built when first shown."""

from torimodosu.recovery.plan.steps import Step
from torimodosu.window.case_file import CaseFile
from torimodosu.window.guides import guide_text
from torimodosu.window.kit.look import Look
from torimodosu.window.library import Library
from torimodosu.window.page import Page


class SaidPages:
    """Builds the pages of guides, and of the last look."""

    def __init__(self, look: Look, case_file: CaseFile, *, library: Library) -> None:
        self._look, self._case_file, self._library = look, case_file, library

    def build(self, step: Step) -> Page:
        """Return the page of *step*."""
        return self._closing() if step is Step.CLOSING else self._guide(step)

    def _closing(self) -> Page:
        from torimodosu.window.steps.closing.page import ClosingPage

        page = ClosingPage(self._look, self._case_file.snapshot, read=guide_text)
        page.said.connect(self._case_file.say)
        page.taken_back.connect(self._case_file.take_back)
        return page

    def _guide(self, step: Step) -> Page:
        from torimodosu.window.steps.guide.page import GuidePage

        page = GuidePage(
            self._look,
            self._case_file.snapshot,
            step,
            catalogue=self._library.catalogue,
            read=guide_text,
        )
        page.said.connect(self._case_file.say)
        page.taken_back.connect(self._case_file.take_back)
        return page
