"""Where the person is, where they came from, and what stands around the page."""

from PySide6.QtCore import QObject

from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.bar import Bar
from torimodosu.window.book.book import Book
from torimodosu.window.case_file import CaseFile
from torimodosu.window.dropped import FileKind, sort_files
from torimodosu.window.page import TONIGHT, Page
from torimodosu.window.place import Place, View
from torimodosu.window.rail import Rail
from torimodosu.window.stage import Stage

# The page that lists what is due.
_WHAT_IS_DUE = View.REMINDERS


class Navigation(QObject):
    """Goes from page to page, and keeps rail and bar in step with the one in front."""

    def __init__(
        self, *, book: Book, case_file: CaseFile, stage: Stage, rail: Rail, bar: Bar
    ) -> None:
        super().__init__()
        self._case_file, self._stage = case_file, stage
        self._rail, self._bar = rail, bar
        self._way: list[Place] = []
        self._heading_for: Place | None = None
        book.place_chosen.connect(self.go_to)
        rail.place_chosen.connect(self.go_to)
        bar.back_asked.connect(self.go_back)
        bar.tonight_asked.connect(self.ask_about_tonight)
        stage.page_built.connect(self._listen)
        case_file.changed.connect(self._show_change)
        case_file.opened.connect(self._start_over)

    @property
    def place(self) -> Place:
        """Return where the person is."""
        return self._way[-1]

    @property
    def page(self) -> Page:
        """Return the page in front."""
        return self._stage.page(self.place)

    def go_to(self, place: Place) -> None:
        """Show the page of *place*; without a case the first page is the overview."""
        if place is View.OVERVIEW and self._case_file.case is None:
            place = View.WELCOME
        if not self._way or place is not self.place:
            self._way.append(place)
        self._show()

    def go_to_due(self, number: int | None, step: str) -> None:
        """Show what is due in the real case *number*, which is opened for it.

        *step* is the value of a Step; "" leads to the list of what is due, and no case
        to the overview.
        """
        if number is None:
            self.go_to(View.OVERVIEW)
            return
        place: Place = Step(step) if step else _WHAT_IS_DUE
        kept = self._case_file.all()
        real = (case for case in kept if not case.is_practice and case.number == number)
        case = next(real, None)
        if case is None or case == self._case_file.case:
            self.go_to(place)
        else:
            self._heading_for = place
            self._case_file.switch(case)

    def go_back(self) -> None:
        """Show the page before."""
        if len(self._way) > 1:
            self._way.pop()
            self._show()

    def ask_about_tonight(self) -> None:
        """Show what is said about stopping for tonight."""
        self.go_to(View.OVERVIEW)
        self._stage.point_at(self.place, TONIGHT)

    def focus_page(self) -> None:
        """Give the focus to the head of the page, so that it is read out."""
        header = self.page.header
        if header is not None:
            header.setFocus()

    def take_files(self, paths: tuple[str, ...]) -> bool:
        """Hand *paths* to the pages that want them, and tell whether there are any.

        The page in front keeps what it takes; the last page that got some is shown.
        """
        if self._case_file.case is None:
            return self._take_without_case(paths)
        for kind, files in sort_files(paths, self.page.takes).items():
            if self.page.takes is not kind:
                self.go_to(_page_for(kind))
            self.page.take_files(files)
        return True

    def hover_files(self, is_over: bool) -> None:  # noqa: FBT001 -- a signal calls it
        """Let the page in front show that files are welcome."""
        self.page.hover_files(is_over=is_over)

    def _take_without_case(self, paths: tuple[str, ...]) -> bool:
        """Hand *paths* to the page in front if it takes files of no case."""
        if not self.page.needs_case:
            self.page.take_files(paths)
        return not self.page.needs_case

    def _show(self) -> None:
        page = self.page
        if page.header is None or page.snapshot is not self._case_file.snapshot:
            page.show_snapshot(self._case_file.snapshot)
        self._stage.bring_forward(self.place)
        self._rail.show_way(self._case_file.snapshot, self.place)
        self._show_buttons()
        self.focus_page()

    def _show_change(self, snapshot: Snapshot) -> None:
        self.page.show_snapshot(snapshot)
        self._rail.show_way(snapshot, self.place)

    def _start_over(self, snapshot: Snapshot) -> None:
        """Go to the overview of a case that was opened; nothing lies behind it."""
        self._way = []
        self.go_to(View.WELCOME if snapshot.case is None else View.OVERVIEW)
        place, self._heading_for = self._heading_for, None
        if place is not None:
            self.go_to(place)

    def _listen(self, page: Page) -> None:
        page.buttons_changed.connect(self._show_buttons)

    def _show_buttons(self) -> None:
        self._bar.show_buttons(self.page.buttons(), can_go_back=len(self._way) > 1)


def _page_for(kind: FileKind) -> Step:
    match kind:
        case FileKind.MAIL:
            return Step.READ_MAIL
        case FileKind.STATEMENT:
            return Step.WHICH_CARD
        case FileKind.PASSWORDS:
            return Step.REUSE
        case FileKind.TWO_STEP:
            return Step.TWO_STEP
