"""The pages, one at a time, each built when it is first shown and kept from then on."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from torimodosu.window.kit.look import Look
from torimodosu.window.page import Page
from torimodosu.window.place import Place

_EDGE, _TOP, _BOTTOM, _WIDEST, _SCROLL_BAR = 40, 28, 32, 1000, 10


class Stage(QStackedWidget):
    """Shows one page in a scroll area of its own.

    `page_built` tells a Page that was built, before it is shown.
    """

    page_built = Signal(object)

    def __init__(self, look: Look, build: Callable[[Place], Page]) -> None:
        super().__init__()
        self._look, self._build = look, build
        self._pages: dict[Place, Page] = {}
        self._areas: dict[Place, PageArea] = {}

    def page(self, place: Place) -> Page:
        """Return the page of *place*."""
        if place not in self._pages:
            page = self._build(place)
            self._pages[place] = page
            self._areas[place] = PageArea(self._look, page)
            self.addWidget(self._areas[place])
            self.page_built.emit(page)
        return self._pages[place]

    def bring_forward(self, place: Place) -> None:
        """Show the page of *place* from its top."""
        page = self.page(place)
        area = self._areas[place]
        area.verticalScrollBar().setValue(0)
        area.setAccessibleName(page.name)
        self.setCurrentWidget(area)

    def point_at(self, place: Place, name: str) -> None:
        """Bring the part called *name* into view and give it the focus."""
        part = self.page(place).findChild(QWidget, name)
        if isinstance(part, QWidget):
            part.setFocus()
            self._areas[place].ensureWidgetVisible(part)


class PageArea(QScrollArea):
    """Lets a page scroll up and down, never sideways, at a width that stays."""

    def __init__(self, look: Look, page: Page) -> None:
        super().__init__()
        self._look, self._page = look, page
        page.lie_in(self)
        self.setObjectName("scroll")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setObjectName("page")
        self._line = QHBoxLayout(holder)
        self._line.addWidget(page)
        self.setWidget(holder)
        self._lay_out()
        look.rescaled.connect(self._lay_out)
        self.verticalScrollBar().rangeChanged.connect(self._lay_out)

    def _lay_out(self) -> None:
        look = self._look
        # The content does not jump sideways when a scroll bar appears.
        bar = _SCROLL_BAR if self.verticalScrollBar().maximum() else 0
        right = look.px(_EDGE) - bar
        self._line.setContentsMargins(
            look.px(_EDGE), look.px(_TOP), right, look.px(_BOTTOM)
        )
        self._page.setMaximumWidth(look.px(_WIDEST))
