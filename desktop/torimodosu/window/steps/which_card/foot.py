"""What stands at the end of the page: the cards, and the person's own word."""

from PySide6.QtCore import Signal

from torimodosu.recovery.plan.proof import is_proven
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.words.dates import day_words


class Foot(Box):
    """Leads to the list of cards, and takes the word that it is settled otherwise."""

    cards_asked = Signal()
    said = Signal()
    taken_back = Signal()

    def __init__(self, look: Look, snapshot: Snapshot) -> None:
        super().__init__(look, "plain", pad=0, gap=4)
        change = Button(look, self.tr("Change the list of cards"), "link", "card")
        change.clicked.connect(self.cards_asked)
        links, at = [change], snapshot.said.get(Step.WHICH_CARD)
        if at is not None:
            form = self.tr("On {day} you said that this is settled.")
            day = day_words(at.astimezone().date())
            self.add(Text(look, form.format(day=day), "small", "muted"))
            undo = Button(look, self.tr("Not settled after all"), "link", "renew")
            undo.clicked.connect(self.taken_back)
            links.append(undo)
        elif not is_proven(Step.WHICH_CARD, snapshot):
            say = Button(look, self.tr("It is settled in another way"), "link", "said")
            say.clicked.connect(self.said)
            links.append(say)
        self.add(Wrapped(look, *links))
