"""Many lines, of which the first are shown, and all of them can be."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text

# So many at a press: a thousand at once would hold the window up.
STEP = 50


class Unfolding(Box):
    """The first of some lines, and a button that shows those that follow.

    The lines are made when they are shown. The focus goes to the first of those that a
    press brings, so that it is read out, and from there on to the button once more.
    """

    def __init__(
        self,
        look: Look,
        lines: Sequence[Callable[[], QWidget]],
        *,
        first: int,
        gap: int = 8,
    ) -> None:
        super().__init__(look, "plain", pad=0, gap=gap)
        self._lines = lines
        self.add(*(make() for make in lines[:first]))
        self._shown = min(first, len(lines))
        self._more = Button(look, "", "link", "down")
        self._more.clicked.connect(self._unfold)
        self._foot = Wrapped(look, self._more)
        if self._left:
            self._say_what_is_left()
            self.add(self._foot)

    @property
    def _left(self) -> int:
        return len(self._lines) - self._shown

    def _unfold(self) -> None:
        made = [make() for make in self._lines[self._shown :][:STEP]]
        for place, line in enumerate(made, self._shown):
            self.body.insertWidget(place, line)
            line.show()  # at once, so that it can take the focus
        self._shown += len(made)
        self._lead_focus_through(made)
        self._say_what_is_left()
        self._foot.setVisible(self._left > 0)

    def _lead_focus_through(self, made: Sequence[QWidget]) -> None:
        """Go to the first of the new lines; the others come next, then the button."""
        first = made[0]
        words = (text.accessibleName() for text in first.findChildren(Text))
        first.setAccessibleName("\n".join(words))
        first.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        before: QWidget = self._more
        for line in made:
            for part in (line, *line.findChildren(Button)):
                if part.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                    self.setTabOrder(before, part)
                    before = part
        self.setTabOrder(before, self._more)
        first.setFocus()

    def _say_what_is_left(self) -> None:
        if self._left > STEP:
            form = self.tr("Show {some} of {all} more")
            self._more.say(form.format(some=STEP, all=self._left))
        else:
            self._more.say(self.tr("Show %n more", "", self._left))
