"""A judged mail as a text for somebody else."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.mail.mail_text import Labels, mail_text
from torimodosu.recovery.plan.mail_view import ShownMail
from torimodosu.window.words.catalogue import name_words
from torimodosu.window.words.dates import clock_words, full_day_words
from torimodosu.window.words.judgement import (
    settling_words,
    verdict_advice,
    verdict_title,
)
from torimodosu.window.words.judgement_reasons import reason_words


def text_of(shown: ShownMail) -> str:
    """Return *shown* in words, with its verdict above; "" where its words are gone."""
    if shown.message is None:
        return ""
    return mail_text(
        shown.message, _labels(), date=_date_words(shown), verdict=_verdict(shown)
    )


def _verdict(shown: ShownMail) -> list[str]:
    judgement = shown.judgement
    if judgement is None:
        return []
    lines = [f"- {reason_words(reason)}" for reason in judgement.reasons]
    lines += [settling_words(way) for way in judgement.would_settle]
    lines.append(
        QCoreApplication.translate(
            "MailText", "Judged by Torimodosu. SHA-256: {hash}"
        ).format(hash=shown.kept.sha256)
    )
    if shown.claims is None:
        return lines
    verdict, name = judgement.verdict, name_words(shown.claims)
    return [verdict_title(verdict, name), verdict_advice(verdict), *lines]


def _date_words(shown: ShownMail) -> str:
    if shown.kept.date is None:
        return ""
    here = shown.kept.date.astimezone()
    form = QCoreApplication.translate("MailText", "{day}, {time}")
    return form.format(day=full_day_words(here.date()), time=clock_words(here))


def _labels() -> Labels:
    translate = QCoreApplication.translate
    return Labels(
        sender=translate("MailText", "From"),
        replies=translate("MailText", "Answers go to"),
        date=translate("MailText", "Date"),
        subject=translate("MailText", "Subject"),
        message_id="Message-ID",
        text=translate("MailText", "Words of the mail"),
        links=translate("MailText", "Where its links would lead"),
        attachments=translate("MailText", "Attached files"),
    )
