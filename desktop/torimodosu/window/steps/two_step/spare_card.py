"""The card of the recovery codes, for when the authenticator is out of reach."""

from functools import partial

from PySide6.QtWidgets import QWidget

from torimodosu.recovery.twostep.recovery_codes import KeptCodes
from torimodosu.window.clipboard import SecretClipboard
from torimodosu.window.kit.blocks import Beside, pair, section
from torimodosu.window.kit.boxes import Box, Wrapped, divider
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.question import Question
from torimodosu.window.kit.text import Icon, Text
from torimodosu.window.steps.two_step.spare_adding import AddingPart
from torimodosu.window.steps.two_step.spare_code import CodeLine
from torimodosu.window.steps.two_step.spare_desk import SpareDesk
from torimodosu.window.steps.two_step.trouble import trouble_part


class SpareCard(Box):
    """Lists what is kept, shows one list on demand, and takes a new one in."""

    def __init__(self, look: Look, desk: SpareDesk, clipboard: SecretClipboard) -> None:
        super().__init__(look, gap=10)
        self._look, self._desk, self._clipboard = look, desk, clipboard
        add = Button(look, self.tr("Keep recovery codes"), "link", "plus")
        add.clicked.connect(desk.begin_adding)
        words = self.tr(
            "Many services give codes for the day on which the authenticator is gone."
            " Each opens the door once. They lie in the keychain of this computer."
        )
        self.add(section(look, self.tr("Recovery codes of any service"), add))
        self.add(Text(look, words, "small", "muted"))
        if desk.error is not None:
            self.add(trouble_part(look, desk.error))
        for codes in desk.lists:
            self.add(divider(), self._line(codes))
            if codes == desk.shown:
                self.add(self._codes(codes))
        if desk.is_adding:
            self.add(divider(), AddingPart(look, desk))

    def _line(self, codes: KeptCodes) -> QWidget:
        look, desk = self._look, self._desk
        is_open = codes == desk.shown
        words = self.tr("Fold") if is_open else self.tr("Show")
        button = Button(look, words, "link")
        button.setObjectName(f"show-{codes.id}")
        name = " · ".join(part for part in (codes.issuer, codes.name) if part)
        button.setAccessibleName(f"{words}: {name}")
        button.clicked.connect(desk.fold if is_open else partial(desk.show, codes))
        left = self.tr("%n of {count} left", "", codes.left).format(count=codes.count)
        told = pair(look, name, left, small=True)
        return Beside(look, Icon(look, "key", "accent"), told, button)

    def _codes(self, codes: KeptCodes) -> QWidget:
        look, desk = self._look, self._desk
        box = Box(look, "sunken", pad=16, gap=6)
        for place, code in enumerate(desk.codes):
            line = CodeLine(look, place, code, codes.used.get(place))
            line.copy_asked.connect(partial(self._clipboard.copy, code))
            line.used.connect(partial(desk.use, place))
            line.taken_back.connect(partial(desk.take_back, place))
            box.add(line)
        remove = Button(look, self.tr("Forget all of them"), "link", "bin")
        remove.clicked.connect(partial(self._ask_to_forget, codes))
        return box.add(Wrapped(look, remove))

    def _ask_to_forget(self, codes: KeptCodes) -> None:
        # The card may be made anew while it is asked.
        question = Question(
            self._look,
            self.window(),
            self.tr("Forget the codes of {issuer}?").format(issuer=codes.issuer),
            self.tr("The service goes on taking them, but we have them no more."),
            self.tr("Keep them"),
            self.tr("Forget them"),
        )
        question.answered.connect(partial(self._desk.forget_if_asked, codes))
        question.open()
