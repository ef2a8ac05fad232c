"""What is known of a provider, and what it wants."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from torimodosu.recovery.catalogue.mail_provider import MailProvider, PasswordKind
from torimodosu.window.address import Address
from torimodosu.window.kit.blocks import IconLine
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.read_mail.provider.words import (
    password_title,
    password_words,
    switch_words,
)
from torimodosu.window.words.catalogue import name_words
from torimodosu.window.words.dates import full_day_words


class AboutProvider(Box):
    """Names the provider, and tells what has to be done there first."""

    def __init__(self, look: Look, provider: MailProvider | None) -> None:
        super().__init__(look, "plain", pad=0, gap=8)
        self._look = look
        if provider is None:
            title = self.tr("We do not know this provider")
            words = self.tr(
                "Look for “IMAP” in its help pages: they name the server. Most speak"
                " encrypted at port 993."
            )
            self.add(IconLine(look, "unknown", "unknown", title, words))
        else:
            self.add(*self._lines(provider))

    def _lines(self, provider: MailProvider) -> Sequence[QWidget]:
        look, server = self._look, provider.server
        form = self.tr("{host}, port {port}, encrypted")
        where = form.format(host=server.host, port=server.port)
        name = name_words(provider.name)
        lines: list[QWidget] = [IconLine(look, "mail", "accent", name, where)]
        if title := password_title(provider.password):
            words = password_words(provider.password)
            if provider.password is PasswordKind.NONE:
                lines.append(IconLine(look, "stop", "attention", title, words))
            else:
                lines.append(IconLine(look, "key", "accent", title, words))
        if provider.has_switch:
            title = self.tr("It has a switch for mail programs")
            lines.append(IconLine(look, "info", "accent", title, switch_words()))
        if provider.page:
            title = self.tr("Their page about it")
            page = provider.page
            lines.append(Address(look, "window", title, page, target=page))
        form = self.tr("Last checked on {day}; the provider may have changed it since.")
        day = full_day_words(provider.source.last_checked)
        lines.append(Text(look, form.format(day=day), "small", "muted"))
        return lines
