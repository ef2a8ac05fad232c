"""What the old password was like: asked as a kind, and never typed."""

from PySide6.QtWidgets import QWidget

from torimodosu.window.kit.blocks import IconLine, section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.fields import Choice
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.password.draft import Draft, OldShape
from torimodosu.window.steps.password.words import old_name, old_words

_SHAPES = tuple(OldShape)


class OldCard(Box):
    """Says kindly what the shape of the old password means for the new one."""

    def __init__(self, look: Look, draft: Draft) -> None:
        super().__init__(look, gap=10)
        self._look, self._draft = look, draft
        title = self.tr("What was the old one like?")
        choice = Choice(look, title, [old_name(shape) for shape in _SHAPES])
        if draft.old is not None:
            choice.choose(_SHAPES.index(draft.old))
        choice.chosen.connect(self._choose)
        self._told = self._answer()
        self.add(section(look, title), choice, self._told)

    def _answer(self) -> QWidget:
        if self._draft.old is None:
            words = self.tr("Do not type it here. Its kind is enough, and is not kept.")
            return IconLine(self._look, "info", "muted", words)
        return IconLine(self._look, "info", "accent", old_words(self._draft.old))

    def _choose(self, number: int) -> None:
        self._draft.old = _SHAPES[number]
        before, self._told = self._told, self._answer()
        self.body.replaceWidget(before, self._told)
        before.hide()
        before.deleteLater()
        self._told.show()
