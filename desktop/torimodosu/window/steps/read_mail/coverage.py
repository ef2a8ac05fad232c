"""What the mails that were read cover, and how to get more of them."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.case import MailPlace
from torimodosu.recovery.mail.search import Covered, NotCovered
from torimodosu.recovery.mail.servers.places import is_on_server
from torimodosu.recovery.plan.looking_back import LookBack, beginning_of
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.kit.blocks import Callout, IconLine, section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.kit.unfolding import Unfolding
from torimodosu.window.mail_places import mail_place_name
from torimodosu.window.steps.read_mail.how import how_words
from torimodosu.window.words.counts import Counts
from torimodosu.window.words.dates import full_day_words
from torimodosu.window.words.not_read import not_read_words, place_words, source_name

_SHOWN = 6
_OTHERS = (MailPlace.THUNDERBIRD, MailPlace.GMAIL, MailPlace.OUTLOOK)


def how_card(look: Look, place: MailPlace | None) -> QWidget:
    """Return how to get mails out; the person's own program stands first."""
    first = () if place is None else (place,)
    places = tuple(dict.fromkeys((*first, *_OTHERS)))
    card = Box(look, "card", gap=6)
    title = QCoreApplication.translate("Coverage", "How to get your mail")
    card.add(section(look, title))
    for each in places:
        words = mail_place_name(each), how_words(each)
        # No numbers: these are other ways to the same end, not steps.
        card.add(IconLine(look, "mail", "accent", *words))
    card.body.addStretch()
    return card


def coverage_card(
    look: Look, snapshot: Snapshot, passed_over: str = "", *, is_reading: bool = False
) -> QWidget:
    """Return what was read and what was not, without glossing over anything.

    *passed_over* tells of files that are no mail, in words; *is_reading* that mail is
    being read at this moment.
    """
    card = Box(look, "card", gap=8)
    title = QCoreApplication.translate("Coverage", "What is covered")
    card.add(section(look, title))
    if not snapshot.covered and not snapshot.not_covered:
        if any(snapshot.kept.values()) and not is_reading:
            card.add(_cut_off(look))
        else:
            _add_what_will_be(look, card, snapshot, is_reading=is_reading)
    read = [partial(_read_line, look, source) for source in snapshot.covered]
    missed = [partial(_missed_line, look, one) for one in snapshot.not_covered]
    for lines in filter(None, (read, missed)):
        card.add(Unfolding(look, lines, first=_SHOWN))
    if any(is_on_server(source.source) for source in snapshot.covered):
        card.add(IconLine(look, "info", "muted", _how_a_provider_searches()))
    if passed_over:
        card.add(IconLine(look, "paper", "muted", passed_over))
    card.add(*_limits(look))
    card.body.addStretch()
    return card


def _read_line(look: Look, source: Covered) -> IconLine:
    count = Counts().mails_looked_at(source.messages)
    return IconLine(look, "proven", "ok", source_name(source.source), count)


def _missed_line(look: Look, missed: NotCovered) -> IconLine:
    words, why = place_words(missed), not_read_words(missed.trouble)
    return IconLine(look, "warn", "attention", words, why)


def _how_a_provider_searches() -> str:
    return QCoreApplication.translate(
        "Coverage",
        "At the provider, sender and subject of every mail were looked at here. The"
        " text of the mails was searched by the provider, whose search may miss some.",
    )


def _limits(look: Look) -> tuple[QWidget, QWidget]:
    """Return what is never covered, and that reading sends nothing."""
    phone = QCoreApplication.translate(
        "Coverage", "Not covered: mail that is only on your phone"
    )
    promise = Callout(
        look,
        "info",
        QCoreApplication.translate("Coverage", "Files stay on this computer"),
        QCoreApplication.translate(
            "Coverage",
            "Reading them sends nothing. Only the button that names your provider"
            " connects to it.",
        ),
    )
    return Text(look, phone, "body", "muted"), promise


def _cut_off(look: Look) -> IconLine:
    """Say that mails were kept, and that no file was read to its end."""
    title = QCoreApplication.translate("Coverage", "Reading was cut off")
    words = QCoreApplication.translate(
        "Coverage",
        "Drop the same files once more. What is kept already stays, and nothing is"
        " counted twice.",
    )
    return IconLine(look, "warn", "attention", title, words)


def _add_what_will_be(
    look: Look, card: Box, snapshot: Snapshot, *, is_reading: bool
) -> None:
    """Say that nothing has been read, and what will be."""
    title = QCoreApplication.translate("Coverage", "Nothing has been read yet")
    if is_reading:
        title = QCoreApplication.translate("Coverage", "Your mail is being read")
    words = QCoreApplication.translate(
        "Coverage",
        "Every file is named here once it has been read, and so is whatever could"
        " not be read.",
    )
    card.add(IconLine(look, "waiting", "unknown", title, words))
    if snapshot.case is None:
        return
    begun = beginning_of(LookBack.HALF_YEAR, snapshot.case.answers.noticed)
    wanted = QCoreApplication.translate("Coverage", "What we look for")
    form = QCoreApplication.translate(
        "Coverage", "Mails of the shop and of card companies, since {day}"
    )
    since = form.format(day=full_day_words(begun.date()))
    card.add(IconLine(look, "search", "muted", wanted, since))
