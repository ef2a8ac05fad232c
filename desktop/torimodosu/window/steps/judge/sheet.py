"""What stands below a mail: what to look for at the shop, and what answering does."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.catalogue.service import ContactRoute
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.mail.judging.message_centre import LookFor
from torimodosu.recovery.mail.judging.reply import Reply
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.address import Address
from torimodosu.window.kit.blocks import IconLine, section
from torimodosu.window.kit.boxes import Box, Row, Wrapped, divider
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.judge.reply_words import (
    asked_words,
    is_better_left,
    never_words,
    reply_title,
    reply_words,
)
from torimodosu.window.words.catalogue import name_words, source_words
from torimodosu.window.words.dates import clock_words, full_day_words

GoTo = Callable[[Step], None]
_LABEL = 92


def look_for_card(look: Look, wanted: LookFor, *, go: GoTo | None) -> QWidget:
    """Return what to look for where the shop shows its messages.

    *go* leads to a step of the case; without a case there is none.
    """
    translate = QCoreApplication.translate
    card = Box(look, "card", gap=8)
    form = translate("LookFor", "Look for it in the {centre} of the shop")
    card.add(section(look, form.format(centre=name_words(wanted.centre.name))))
    way = translate("LookFor", "Type the address of the shop yourself, sign in, then:")
    path = "  →  ".join(wanted.centre.path)
    card.add(IconLine(look, "hand", "accent", way, path))
    card.add(_line(look, translate("LookFor", "Subject"), wanted.subject))
    if wanted.at is not None:
        here = wanted.at.astimezone()
        form = translate("LookFor", "{day}, about {time}")
        when = form.format(day=full_day_words(here.date()), time=clock_words(here))
        card.add(_line(look, translate("LookFor", "Time"), when))
    there = translate(
        "LookFor", "If it is there, with this subject and time, it is genuine."
    )
    card.add(IconLine(look, "proven", "ok", there))
    card.add(IconLine(look, "unknown", "unknown", _absence_words(wanted)))
    return card.add(_without_signing_in(look, wanted, go))


def reply_card(look: Look, reply: Reply, verdict: Verdict, name: str) -> QWidget:
    """Return what answering would do to a mail that claims to be from *name*."""
    card = Box(look, "card", gap=8)
    card.add(section(look, reply_title(reply, verdict)))
    is_bad = is_better_left(reply, verdict)
    card.add(
        IconLine(
            look,
            "finding" if is_bad else "mail",
            "attention" if is_bad else "accent",
            reply_words(reply, name),
        ),
        IconLine(look, "shield", "muted", never_words()),
        IconLine(look, "hand", "muted", asked_words()),
    )
    card.body.addStretch()
    return card


def _absence_words(wanted: LookFor) -> str:
    if wanted.is_never_there:
        return QCoreApplication.translate(
            "LookFor", "Mails with a code are never shown there. That proves nothing."
        )
    return QCoreApplication.translate(
        "LookFor",
        "If it is not there, that proves nothing: some kinds of mail are never shown"
        " there.",
    )


def _without_signing_in(look: Look, wanted: LookFor, go: GoTo | None) -> QWidget:
    """Return how to ask; before there is a case, the ways that the packs know."""
    translate = QCoreApplication.translate
    title = translate("LookFor", "You cannot sign in?")
    words = translate(
        "LookFor",
        "Ask the shop itself by chat or telephone, and read subject and time to them."
        " Take neither address nor number out of the mail.",
    )
    box = Box(look, "sunken", pad=14, gap=8)
    box.add(Text(look, title, "strong"), Text(look, words, "small", "muted"))
    if go is not None:
        why = Button(look, translate("LookFor", "Find out why"), "link", "next")
        why.clicked.connect(lambda: go(Step.SIGN_IN))
        ask = Button(look, translate("LookFor", "Ask the shop"), "link", "next")
        ask.clicked.connect(lambda: go(Step.SHOP))
        return box.add(Wrapped(look, ask, why))
    for route in wanted.contacts:
        box.add(divider(), _route(look, route))
    return box


def _route(look: Look, route: ContactRoute) -> QWidget:
    is_page = route.target.startswith("https:")
    return Address(
        look,
        "language" if is_page else "tell",
        route.target,
        "" if route.purpose is None else name_words(route.purpose),
        " › ".join(route.path),
        source_words(route.source),
        target=route.target,
    )


def _line(look: Look, label: str, words: str) -> QWidget:
    name = Text(look, label, "small", "muted", wrap=False)
    name.setFixedWidth(look.px(_LABEL))
    said = Text(look, words, "strong")
    said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return Row(look, name, said, gap=8).share(0, 1)
