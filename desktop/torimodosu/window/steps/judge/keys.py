"""Looking keys up: a button that names whom it asks for what, and what came of it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.mail.signatures.key_server import KeyAnswer
from torimodosu.recovery.plan.judging_view import KeyQuestion
from torimodosu.window.activities.key_fetching import KeyFetching
from torimodosu.window.kit.blocks import Callout, IconLine, section
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Failure
from torimodosu.window.kit.text import Text
from torimodosu.window.kit.unfolding import Unfolding
from torimodosu.window.troubles import trouble_title, trouble_words

_SHOWN = 6


class KeyCard(Box):
    """What could be looked up; `asked` tells that the person wants it to be."""

    asked = Signal()

    def __init__(
        self, look: Look, question: KeyQuestion, *, is_running: bool, is_kept: bool
    ) -> None:
        super().__init__(look, "card", gap=10)
        self._look = look
        names = question.wanted.names
        title = self.tr("%n key(s) would tell more", "", len(names))
        self.add(section(look, title), Text(look, self._why(is_kept=is_kept)))
        lines = [partial(IconLine, look, "key", "accent", name) for name in names]
        self.add(Unfolding(look, lines, first=_SHOWN))
        if question.server:
            self.add(*self._asking(question.server, is_running=is_running))
        else:
            words = self.tr("This computer knows no name server that could be asked.")
            self.add(IconLine(look, "unknown", "unknown", words))
        strangers = len(question.wanted.left_out)
        if strangers:
            words = self.tr(
                "%n key(s) of strangers are not asked for: whoever wrote those mails"
                " would learn that somebody looks at them.",
                "",
                strangers,
            )
            self.add(Text(look, words, "small", "muted"))

    def _why(self, *, is_kept: bool) -> str:
        words = self.tr(
            "Firms publish the keys that their mail is signed with. With them it can be"
            " proven who wrote a mail."
        )
        if not is_kept:
            return words
        kept = self.tr(
            "The keys go into the evidence, so that it can still be proven after the"
            " firms have changed them."
        )
        return f"{words}\n{kept}"

    def _asking(self, server: str, *, is_running: bool) -> list[QWidget]:
        words = self.tr(
            "The button asks {server} for these names. That is the name server of your"
            " computer. It passes the question on to these firms; nothing of the mail"
            " itself is sent."
        )
        ask = Button(
            self._look, self.tr("Ask {server}").format(server=server), "secondary"
        )
        ask.setObjectName("ask")
        ask.hold_back(self.tr("It is being asked") if is_running else "")
        ask.clicked.connect(self.asked)
        told = Text(self._look, words.format(server=server), "small", "muted")
        return [told, Wrapped(self._look, ask)]


class KeyOutcome(Box):
    """What came of the newest look-up."""

    def __init__(self, look: Look, fetching: KeyFetching) -> None:
        super().__init__(look, "plain", pad=0)
        error, result = fetching.error, fetching.result
        if error is not None:
            self.add(Failure(look, trouble_title(error), trouble_words(error)))
        elif result is not None and result.has_no_server:
            title = self.tr("Nobody could be asked")
            words = self.tr("This computer is set to no name server.")
            self.add(Callout(look, "attention", title, words))
        elif result is not None:
            there = [key for key in result.keys if key.answer is KeyAnswer.RECORD]
            title = self.tr("%n key(s) were found", "", len(there))
            words = self._rest(
                gone=len(result.keys) - len(there), silent=len(result.unanswered)
            )
            self.add(Callout(look, "ok" if there else "attention", title, words))

    def _rest(self, *, gone: int, silent: int) -> str:
        words = []
        if gone:
            words.append(
                self.tr(
                    "%n of them the firm no longer publishes, or never did.", "", gone
                )
            )
        if silent:
            words.append(
                self.tr(
                    "For %n nobody answered. Try again when the network is there.",
                    "",
                    silent,
                )
            )
        return " ".join(words)
