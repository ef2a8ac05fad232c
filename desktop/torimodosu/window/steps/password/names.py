"""Names that somebody who knows the person would try."""

from PySide6.QtWidgets import QLineEdit

from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.fields import Labelled
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.password.draft import Draft

_LONGEST = 200


class NamesCard(Box):
    """Takes names, so that a password made of them is found weak; none is kept."""

    def __init__(self, look: Look, draft: Draft) -> None:
        super().__init__(look, gap=10)
        self._draft = draft
        self._names = QLineEdit(draft.names)
        self._names.setMaxLength(_LONGEST)
        self._names.setObjectName("names")
        self._names.textChanged.connect(draft.name)
        draft.replaced.connect(self._show)
        label = self.tr("Your own, of family, of pets")
        hint = self.tr("Only to weigh the password with. They are not kept.")
        self.add(
            section(look, self.tr("Names that somebody would try")),
            Labelled(look, label, self._names, hint),
        )

    def _show(self) -> None:
        """Forget the names together with the password."""
        if self._names.text() != self._draft.names:
            self._names.setText(self._draft.names)
