"""Asking whether a mail server is the person's own."""

from PySide6.QtCore import Signal

from torimodosu.recovery.plan.judging_view import NotedServer, SeenServer
from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.words.dates import day_words


class ServerCard(Box):
    """The question; `answered` tells the entries of the server, and yes or no.

    It is asked of what many mails of a case show, or of what stands on top of mails
    that were brought one by one.
    """

    answered = Signal(str, bool)

    def __init__(self, look: Look, server: SeenServer | NotedServer) -> None:
        super().__init__(look, "card", gap=10)
        self._server = server
        title = self.tr("Does {server} belong to your mail provider?")
        self.add(section(look, title.format(server=server.name)))
        found = self._found(server)
        what = self.tr(
            "If it does, what it noted can be believed, and many mails can be told. You"
            " know it by the firm that you have your mail address from; often that is"
            " the part behind the @, and google.com for Gmail."
        )
        self.add(Text(look, found), Text(look, what, "small", "muted"))
        yes = Button(look, self.tr("Yes, it is my provider"), "secondary", "proven")
        yes.clicked.connect(self._say_yes)
        no = Button(look, self.tr("No, or I do not know"), "quiet")
        no.clicked.connect(self._say_no)
        self.add(Wrapped(look, yes, no))

    def _found(self, server: SeenServer | NotedServer) -> str:
        if isinstance(server, NotedServer):
            return self.tr(
                "It noted on top of %n mail(s) here what it had checked; that would"
                " settle the verdict. A forger can write such a note into a mail too,"
                " so your word counts only for mails that you bring here, until you"
                " close the program.",
                "",
                server.mails,
            )
        return self.tr(
            "It noted what it had checked in {mails} of the {all} mails that it took in"
            " from {first} to {last}. A forger can write the same into one mail, but"
            " not into all the others."
        ).format(
            mails=server.mails,
            all=server.of,
            first=day_words(server.first.astimezone().date()),
            last=day_words(server.last.astimezone().date()),
        )

    def _say_yes(self) -> None:
        self.answered.emit(self._server.trusted, True)  # noqa: FBT003 -- a signal

    def _say_no(self) -> None:
        self.answered.emit(self._server.trusted, False)  # noqa: FBT003 -- a signal
