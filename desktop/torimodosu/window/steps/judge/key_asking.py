"""What can be looked up for the mails of a page, and what came of it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.judging_view import KeyQuestion
from torimodosu.window.activities.loose_judging import LooseJudging
from torimodosu.window.activities.mail_judging import MailJudging
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.judge.keys import KeyCard, KeyOutcome
from torimodosu.window.steps.judge.tools import Tools


class KeyAsking(QObject):
    """Makes the cards, and asks when their button is pressed."""

    def __init__(self, look: Look, tools: Tools) -> None:
        super().__init__()
        self._look, self._tools = look, tools
        self._case: Case | None = None

    def for_case(self, case: Case | None) -> list[QWidget]:
        """Return the cards for the mails of *case*."""
        self._case = case
        return self._parts(self._tools.kept, is_for_archive=True)

    def for_loose(self, case: Case | None) -> list[QWidget]:
        """Return the cards for mails that were brought; what is sent is of *case*."""
        self._case = case
        return self._parts(self._tools.loose, is_for_archive=False)

    def _parts(
        self, judging: MailJudging | LooseJudging, *, is_for_archive: bool
    ) -> list[QWidget]:
        keys, parts = self._tools.keys, list[QWidget]()
        has_ended = keys.result is not None or keys.error is not None
        if has_ended and keys.is_for_archive is is_for_archive:
            parts.append(KeyOutcome(self._look, keys))
        question = _question_of(judging)
        if question.wanted.names:
            card = KeyCard(
                self._look,
                question,
                is_running=keys.is_running,
                is_kept=is_for_archive,
            )
            ask = self._ask_for_case if is_for_archive else self._ask_for_loose
            card.asked.connect(ask)
            parts.append(card)
        return parts

    def _ask_for_case(self) -> None:
        names = _question_of(self._tools.kept).wanted.names
        if self._case is not None:
            self._tools.keys.fetch_for_case(self._case, names)

    def _ask_for_loose(self) -> None:
        names = _question_of(self._tools.loose).wanted.names
        self._tools.keys.fetch_for_loose(self._case, names)


def _question_of(judging: MailJudging | LooseJudging) -> KeyQuestion:
    return KeyQuestion() if judging.result is None else judging.result.question
