"""The account mails of the shop, as a list of what they say happened."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.window.kit.blocks import Fact, section
from torimodosu.window.kit.boxes import Box, divider
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.sign_in.event_words import event_words
from torimodosu.window.words.counts import Counts
from torimodosu.window.words.dates import near_words

_MOST = 6


class EventsCard(Box):
    """Lists the events, the newest first; `mail_asked` tells the mail of one."""

    mail_asked = Signal(object)

    def __init__(
        self, look: Look, events: Sequence[AccountEvent], *, now: datetime
    ) -> None:
        super().__init__(look, gap=6)
        self.add(section(look, self.tr("What your mails say about the account")))
        words = self.tr(
            "Only a genuine mail proves that the shop says so. Was it you each time?"
        )
        self.add(Text(look, words, "small", "muted"))
        newest = sorted(events, key=lambda event: event.at, reverse=True)
        for event in newest[:_MOST]:
            fact = Fact(
                look,
                event_words(event),
                near_words(event.at, now=now),
                _certainty(event),
                leads_to=event.mail,
            )
            fact.opened.connect(self.mail_asked)
            self.add(divider(), fact)
        if len(newest) > _MOST:
            more = Counts().more(len(newest) - _MOST)
            self.add(Text(look, more, "small", "muted"))


class ForgedCard(Box):
    """Lists what only mails tell that are not genuine; `mail_asked` as above."""

    mail_asked = Signal(object)

    def __init__(
        self, look: Look, events: Sequence[AccountEvent], *, now: datetime
    ) -> None:
        super().__init__(look, gap=6)
        self.add(section(look, self.tr("From mails that are not genuine")))
        words = self.tr("What forged mails say is no proof. It counts nowhere.")
        self.add(Text(look, words, "small", "muted"))
        newest = sorted(events, key=lambda event: event.at, reverse=True)
        for event in newest[:_MOST]:
            said = self.tr("The mail claims: {event}").format(event=event_words(event))
            when = near_words(event.at, now=now)
            mark = Verdict.NOT_GENUINE
            fact = Fact(look, said, when, mark, leads_to=event.mail)
            fact.opened.connect(self.mail_asked)
            self.add(divider(), fact)
        if len(newest) > _MOST:
            more = Counts().more(len(newest) - _MOST)
            self.add(Text(look, more, "small", "muted"))


def _certainty(event: AccountEvent) -> Certainty:
    """Return how sure it is: a forged mail looks the same as one of the shop."""
    if event.kind is AccountEventKind.CHANGED:
        return Certainty.UNKNOWN
    return Certainty.CONFIRMED if event.is_proven else Certainty.PROBABLE
