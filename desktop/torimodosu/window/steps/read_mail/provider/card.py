"""The third way to the mails: from the provider."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.mail_provider import MailProvider, PasswordKind
from torimodosu.recovery.mail.servers.account import MailAccount
from torimodosu.recovery.plan.looking_back import LookBack
from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box, Row, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import ComboBox, Labelled
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.mailbox_memory import MailboxMemory
from torimodosu.window.steps.read_mail.provider.about import AboutProvider
from torimodosu.window.steps.read_mail.provider.draft import Draft
from torimodosu.window.steps.read_mail.provider.password import PasswordPart
from torimodosu.window.steps.read_mail.provider.server_fields import ServerFields
from torimodosu.window.steps.read_mail.provider.words import back_words

_BACKS = tuple(LookBack)
_BELOW = 640


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderTools:
    """What the card works with."""

    catalogue: Catalogue
    memory: MailboxMemory
    draft: Draft


class ProviderCard(Box):
    """Asks for a mailbox, and says what is sent where before it is.

    `wanted` tells that the mailbox of the draft is to be read, `opened` that the fields
    are to be shown.
    """

    wanted = Signal()
    opened = Signal()

    def __init__(self, look: Look, tools: ProviderTools) -> None:
        super().__init__(look, "card", gap=12)
        self._look, self._tools = look, tools
        self._draft = tools.draft
        self.add(section(look, self.tr("From your mail provider")))
        if self._draft.is_open:
            self._add_fields()
        else:
            self._add_invitation()

    def _add_invitation(self) -> None:
        words = self.tr(
            "Is your mail not on this computer? We can fetch the mails of the shop and"
            " of card companies from your provider, and nothing else. Your mailbox is"
            " only read: nothing is changed, deleted or marked as read."
        )
        button = Button(
            self._look, self.tr("Fetch from the provider"), "secondary", "language"
        )
        button.setObjectName("open-provider")
        button.clicked.connect(self._open)
        self.add(Text(self._look, words), Wrapped(self._look, button))

    def _open(self) -> None:
        self._draft.is_open = True
        if (mailbox := self._tools.memory.mailbox) is not None:
            self._draft.take(mailbox)
            self._draft.address = mailbox.user if "@" in mailbox.user else ""
        self.opened.emit()

    def _add_fields(self) -> None:
        look, draft = self._look, self._draft
        self._provider = self._tools.catalogue.mail_provider_of(draft.address)
        self._about = AboutProvider(look, self._provider)
        self._server = ServerFields(look, draft)
        self._server.edited.connect(self._show_parts)
        self._change = Button(look, self.tr("Change the server"), "quiet", "keyboard")
        self._change.clicked.connect(self._show_server)
        self._password = PasswordPart(look, draft, self._tools.memory)
        self._password.edited.connect(self._show_send)
        self._sends = Text(look, "", "small", "muted")
        self._missing = Text(look, "", "small", "muted")
        self._send = Button(look, "", "secondary", "language")
        self._send.setObjectName("send")
        self._send.clicked.connect(self.wanted)
        self.add(
            *self._first_fields(),
            self._about,
            Wrapped(look, self._change),
            self._server,
            self._password,
            self._sends,
            Wrapped(look, self._send),
            self._missing,
        )
        self._show_parts()

    def _first_fields(self) -> Sequence[QWidget]:
        look, draft = self._look, self._draft
        self._address = QLineEdit(draft.address)
        self._address.setObjectName("address")
        self._address.textEdited.connect(self._take_address)
        self._back = ComboBox(look)
        for back in _BACKS:
            self._back.addItem(back_words(back))
        self._back.setCurrentIndex(_BACKS.index(draft.back))
        self._back.activated.connect(self._take_back)
        row = Row(
            look,
            Labelled(look, self.tr("Your mail address"), self._address),
            Labelled(look, self.tr("Which mails"), self._back),
            below=_BELOW,
        )
        return [row.share(1, 1)]

    def _take_address(self, text: str) -> None:
        draft = self._draft
        draft.address = text
        before, self._provider = self._provider, draft.guess(self._tools.catalogue)
        if self._provider is not before:
            about = AboutProvider(self._look, self._provider)
            self.body.replaceWidget(self._about, about)
            self._about.hide()
            self._about.deleteLater()
            self._about = about
            about.show()
        self._server.show_draft()
        self._show_parts()

    def _take_back(self, number: int) -> None:
        self._draft.back = _BACKS[number]

    def _show_server(self) -> None:
        self._draft.is_manual = True
        self._show_parts()
        self._server.first().setFocus()

    def _show_parts(self) -> None:
        """Show the fields of the server only where they are needed."""
        has_address = "@" in self._draft.address.strip().rstrip("@")
        is_unknown = self._provider is None
        needs_user = bool(has_address and not self._draft.user)
        is_shown = self._draft.is_manual or (has_address and (is_unknown or needs_user))
        self._about.setVisible(has_address)
        self._server.setVisible(is_shown)
        self._server.ask_for_user(is_told=needs_user)
        self._change.setVisible(has_address and not is_shown)
        takes_none = _takes_none(self._provider, self._draft.mailbox)
        self._password.setVisible((has_address or is_shown) and not takes_none)
        self._send.setVisible(not takes_none)
        self._show_send()

    def _show_send(self) -> None:
        """Name the host on the button, and what it gets."""
        mailbox = self._draft.mailbox
        host = "" if mailbox is None else mailbox.server.host
        words = self.tr("Fetch from {host}") if host else self.tr("Fetch")
        self._send.say(words.format(host=host))
        why_not = self._why_not(mailbox)
        self._send.hold_back(why_not)
        self._missing.say(why_not)
        self._missing.setVisible(bool(why_not) and not self._send.isHidden())
        form = self.tr(
            "The button connects this computer to {host}, encrypted. It gets your name"
            " and password there, and the names of the shop and of card companies to"
            " search for. It is noted under “What left this computer”."
        )
        self._sends.setVisible(bool(host) and not self._send.isHidden())
        self._sends.say(form.format(host=host))

    def _why_not(self, mailbox: MailAccount | None) -> str:
        if mailbox is None and self._server.isVisibleTo(self):
            if self._draft.server is None:
                return self.tr("First type the server and its port")
            return self.tr("First type the user name at the server")
        if mailbox is None:
            return self.tr("First say which mailbox it is")
        if not self._draft.password and mailbox != self._tools.memory.mailbox:
            return self.tr("First type the password")
        return ""


def _takes_none(provider: MailProvider | None, mailbox: MailAccount | None) -> bool:
    """Tell whether the server is that of a provider who takes no password."""
    return (
        provider is not None
        and provider.password is PasswordKind.NONE
        and mailbox is not None
        and mailbox.server == provider.server
    )
