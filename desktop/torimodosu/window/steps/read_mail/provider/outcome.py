"""What the provider answered, where no mails came, and what became of the password."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.plan.fetch_task import MailsFetched
from torimodosu.window.kit.blocks import Callout, IconLine
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.read_mail.provider.words import (
    fault_words,
    server_title,
    server_words,
)
from torimodosu.window.words.keychain import keychain_title, keychain_words


def outcome_parts(look: Look, fetched: MailsFetched, host: str) -> Sequence[QWidget]:
    """Return what there is to say beside what was taken in from *host*."""
    parts: list[QWidget] = []
    if fetched.trouble is not None:
        title = server_title(fetched.trouble, host)
        words = server_words(fetched.trouble)
        parts.append(Callout(look, "attention", title, words))
        details = _details(look, fetched)
        if details:
            parts.append(Box(look, "card", gap=6).add(*details))
    if fetched.keychain is not None:
        title = keychain_title(fetched.keychain)
        words = keychain_words(fetched.keychain)
        parts.append(Callout(look, "info", title, words))
    return parts


def _details(look: Look, fetched: MailsFetched) -> Sequence[QWidget]:
    lines: list[QWidget] = []
    if fetched.told:
        form = QCoreApplication.translate("Provider", "The server said: {words}")
        lines.append(Text(look, form.format(words=fetched.told), "small", "muted"))
    if fetched.untrusted is not None:
        fault = fault_words(fetched.untrusted.fault)
        lines.append(IconLine(look, "shield", "attention", fault))
        if fetched.untrusted.fingerprint:
            form = QCoreApplication.translate(
                "Provider", "Fingerprint of the certificate (SHA-256): {digits}"
            )
            # It may be wrapped behind each pair.
            digits = fetched.untrusted.fingerprint.replace(":", ":\u200b")
            words = form.format(digits=digits)
            lines.append(Text(look, words, "small", "muted"))
    return lines
