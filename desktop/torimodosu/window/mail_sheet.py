"""A kept mail as text: nothing of it is loaded, run or made pressable."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from torimodosu.recovery.mail.judging.judgement import Judgement, Verdict, Weighs
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.servers.places import is_on_server
from torimodosu.recovery.plan.mail_view import ShownMail
from torimodosu.window.kit.blocks import Callout, CalloutKind, IconLine
from torimodosu.window.kit.boxes import Box, Row, divider
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.kit.tokens import Colour
from torimodosu.window.words.catalogue import name_words
from torimodosu.window.words.dates import clock_words, full_day_words
from torimodosu.window.words.judgement import (
    settling_words,
    verdict_advice,
    verdict_title,
)
from torimodosu.window.words.judgement_reasons import reason_words
from torimodosu.window.words.not_read import source_name

_CALLOUTS: Mapping[Verdict, CalloutKind] = {
    Verdict.GENUINE: "ok",
    Verdict.NOT_GENUINE: "attention",
    Verdict.CANNOT_TELL: "info",
}
_SIGNS: Mapping[Weighs, tuple[IconName, Colour]] = {
    Weighs.FOR: ("proven", "ok"),
    Weighs.AGAINST: ("finding", "attention"),
    Weighs.NEUTRAL: ("unknown", "unknown"),
}
_LABEL = 132
_LEAST_LINES, _MOST_LINES = 5, 15
_MOST_LINKS = 30
_LONGEST = 100_000
# In groups it fits into narrow windows, and is easier to compare.
_GROUPS = re.compile(".{16}")


def mail_sheet(look: Look, shown: ShownMail) -> QWidget:
    """Return *shown* with where it comes from, its words and its link targets."""
    card = Box(look, "card", gap=8)
    mail = shown.kept
    card.setAccessibleName(mail.subject)
    card.add(Text(look, mail.subject or _no_subject(), "heading"), divider())
    for label, words in _lines(shown):
        card.add(_line(look, label, words))
    card.add(divider())
    if shown.judgement is not None and shown.claims is not None:
        card.add(_judgement(look, shown.judgement, name_words(shown.claims)))
    if shown.message is None:
        title = QCoreApplication.translate("Sheet", "This mail is no longer as kept")
        words = QCoreApplication.translate(
            "Sheet", "Its file was changed or removed. Check the evidence."
        )
        return card.add(Callout(look, "attention", title, words))
    card.add(_body(shown.message))
    if shown.message.links:
        card.add(*_links(look, shown.message))
    return card


def _judgement(look: Look, judgement: Judgement, name: str) -> QWidget:
    verdict = judgement.verdict
    title, advice = verdict_title(verdict, name), verdict_advice(verdict)
    box = Box(look, "plain", pad=0, gap=6)
    box.add(Callout(look, _CALLOUTS[verdict], title, advice))
    for reason in judgement.reasons:
        icon, tint = _SIGNS[reason.weighs]
        box.add(IconLine(look, icon, tint, reason_words(reason)))
    for way in judgement.would_settle:
        box.add(Text(look, settling_words(way), "small", "muted"))
    return box.add(divider())


def _lines(shown: ShownMail) -> list[tuple[str, str]]:
    mail = shown.kept
    translate = QCoreApplication.translate
    sender = f"{mail.sender_name} <{mail.sender_address}>".strip()
    lines = [(translate("Sheet", "From"), sender)]
    if mail.date is not None:
        here = mail.date.astimezone()
        form = translate("Sheet", "{day}, {time}")
        words = form.format(day=full_day_words(here.date()), time=clock_words(here))
        lines.append((translate("Sheet", "Date"), words))
    origin = mail.origin
    if is_on_server(origin.source):
        lines.append((translate("Sheet", "Lies in"), source_name(origin.source)))
    elif origin.source:
        lines.append((translate("Sheet", "Lies in"), origin.source))
        if origin.offset:
            lines.append((translate("Sheet", "At byte"), str(origin.offset)))
    lines.append(("SHA-256", " ".join(_GROUPS.findall(mail.sha256))))
    return lines


def _line(look: Look, label: str, words: str) -> QWidget:
    name = Text(look, label, "small", "muted", wrap=False)
    name.setFixedWidth(look.px(_LABEL))
    said = Text(look, words, "small")
    said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return Row(look, name, said, gap=8).share(0, 1)


def _body(message: Message) -> QWidget:
    view = QPlainTextEdit(message.text[:_LONGEST])
    view.setReadOnly(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setTabChangesFocus(True)
    lines = min(message.text.count("\n") + 2, _MOST_LINES)
    view.setMinimumHeight(max(lines, _LEAST_LINES) * view.fontMetrics().lineSpacing())
    view.setAccessibleName(QCoreApplication.translate("Sheet", "Words of the mail"))
    return view


def _links(look: Look, message: Message) -> list[QWidget]:
    title = QCoreApplication.translate("Sheet", "Where its links would lead")
    parts: list[QWidget] = [Text(look, title, "smallstrong", "muted")]
    for link in message.links[:_MOST_LINKS]:
        words = f"{link.text}  →  {link.target}" if link.text else link.target
        parts.append(Text(look, words, "small", "muted"))
    return parts


def _no_subject() -> str:
    return QCoreApplication.translate("Sheet", "(no subject)")
