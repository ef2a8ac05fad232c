"""The question what becomes of accounts that are kept already."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.question import Question
from torimodosu.window.steps.two_step.taking_in import TakingIn

_REPLACE = 1


class Doubles(QObject):
    """Asks over *page*, and does with the accounts of *taking_in* what is answered."""

    def __init__(self, look: Look, page: QWidget, taking_in: TakingIn) -> None:
        super().__init__(page)
        self._look, self._page, self._taking_in = look, page, taking_in
        taking_in.doubled.connect(self._ask)

    def _ask(self, doubles: Sequence[KeptAccount]) -> None:
        first = doubles[0]
        name = " · ".join(part for part in (first.issuer, first.name) if part)
        question = Question(
            self._look,
            self._page,
            self.tr("This account is in your authenticator already"),
            self.tr(
                "{name}. If the shop has shown a new QR code, replace it: the old codes"
                " are dead then."
            ).format(name=name),
            self.tr("Take the one that is there"),
            self.tr("Replace it"),
            self.tr("Keep both"),
        )
        question.answered.connect(self._settle)
        # After the answer: closing the question comes before it.
        question.finished.connect(
            self._taking_in.leave, Qt.ConnectionType.QueuedConnection
        )
        question.open()

    def _settle(self, answer: int) -> None:
        if answer == _REPLACE:
            self._taking_in.replace()
        else:
            self._taking_in.keep_both()
