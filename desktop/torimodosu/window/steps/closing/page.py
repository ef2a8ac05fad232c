"""The page on which the person looks back and closes the case."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.plan.advice import open_steps, opened_again
from torimodosu.recovery.plan.preparation import AT_HAND, MINUTES
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.window.deeds import step_done
from torimodosu.window.guide_document import read_guide
from torimodosu.window.guide_sheet import guide_sheet
from torimodosu.window.kit.blocks import Fact
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.place import View
from torimodosu.window.steps.closing.remaining import Remaining
from torimodosu.window.words.dates import moment_words
from torimodosu.window.words.way import at_hand_list, minutes_words, phase_name


class ClosingPage(Page):
    """Shows the signs that it is over, what is open, and takes the word.

    `said` and `taken_back` tell Step.CLOSING.
    """

    said = Signal(object)
    taken_back = Signal(object)

    def __init__(
        self, look: Look, snapshot: Snapshot, *, read: Callable[[Step], str]
    ) -> None:
        super().__init__(look, snapshot)
        self._read = read

    def heading(self) -> Heading:
        """Say that the case is closed, what opened again, or when it is over."""
        guide, closing = read_guide(self._read(Step.CLOSING)), self.snapshot.closing
        title, why = guide.title, guide.why
        if closing is not None and self._is_closed:
            title = self.tr("The case is closed, as you say")
            why = self.tr("You can look at everything at any time.")
        elif closing is not None:
            title = self.tr(
                "%n thing(s) opened again", "", len(opened_again(self.snapshot))
            )
            form = self.tr("You closed the case on {moment}. This came after it.")
            why = form.format(moment=moment_words(closing.at))
        return Heading(
            phase=phase_name(Phase.CLOSE),
            title=title,
            why=why,
            minutes=minutes_words(MINUTES[Step.CLOSING]),
            hand=at_hand_list(AT_HAND[Step.CLOSING]),
        )

    def help_words(self) -> str:
        """Say what closing does, and that it is no end for good."""
        return self.tr(
            "Closing is your word, noted with the date. You are then reminded of less."
            " If something opens again, it is shown here, and you can close once more."
        )

    def parts(self) -> Sequence[QWidget]:
        """Show the word, the signs that it is over, and what is open.

        What opened after the closing comes first.
        """
        guide = read_guide(self._read(Step.CLOSING))
        told = [guide_sheet(self.look, part) for part in guide.parts]
        if self.snapshot.closing is None:
            return [*told[:1], *self._open(), *told[1:]]
        return [*self._noted(), *self._open(), *told]

    def buttons(self) -> Buttons:
        """Take the word, or lead to what opened again."""
        if self.snapshot.case is None:
            return Buttons()
        if self._is_closed:
            words = self.tr("What is next?")
            following = Action(words=words, run=self._go_on, icon="arrow")
            undo = Action(words=self.tr("Not closed after all"), run=self._take_back)
            return Buttons(primary=following, secondary=undo)
        if self.snapshot.closing is not None:
            words = self.tr("See what opened")
            see = Action(words=words, run=self._see_first, icon="arrow")
            again = Action(words=self.tr("Close it again"), run=self._say)
            return Buttons(primary=see, secondary=again)
        return Buttons(primary=Action(words=self.tr("Close the case"), run=self._say))

    @property
    def _is_closed(self) -> bool:
        return Step.CLOSING in self.snapshot.said

    def _noted(self) -> list[QWidget]:
        if not self._is_closed:
            return []
        at = self.snapshot.said[Step.CLOSING]
        noted = self.tr("Noted on {moment}").format(moment=moment_words(at))
        fact = Fact(self.look, step_done(Step.CLOSING), noted, Certainty.SAID)
        return [Box(self.look, pad=16).add(fact)]

    def _open(self) -> list[QWidget]:
        """Return what opened again, and what else is not done."""
        if self.snapshot.case is None:
            return []
        news = opened_again(self.snapshot)
        rest = [
            step
            for step in open_steps(self.snapshot)
            if step is not Step.CLOSING and step not in news
        ]
        since = self.tr("Opened since you closed")
        lists = [self._list(since, news, is_news=True)] if news else []
        left = self.tr("Left open when you closed")
        title = self.tr("Still open") if self.snapshot.closing is None else left
        return [*lists, self._list(title, rest, is_news=False)] if rest else [*lists]

    def _list(self, title: str, steps: Sequence[Step], *, is_news: bool) -> Remaining:
        listed = Remaining(self.look, title, steps, self.snapshot, is_news=is_news)
        listed.place_chosen.connect(self.place_chosen)
        return listed

    def _say(self) -> None:
        self.said.emit(Step.CLOSING)
        self.go_to_top()

    def _take_back(self) -> None:
        self.taken_back.emit(Step.CLOSING)

    def _see_first(self) -> None:
        self.place_chosen.emit(next(iter(opened_again(self.snapshot)), View.OVERVIEW))

    def _go_on(self) -> None:
        self.place_chosen.emit(View.OVERVIEW)
