"""The code to type into the shop, with the account that it belongs to."""

from PySide6.QtCore import Signal

from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.belonging import belongs_to
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.window.codes.code_view import CodeView
from torimodosu.window.kit.blocks import IconLine, section
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.words.catalogue import name_words


class CodeCard(Box):
    """Shows the code, and what is odd about its account.

    `another_asked` tells that the person wants another account for the shop.
    """

    another_asked = Signal()

    def __init__(self, look: Look, kept: KeptAccount, view: CodeView) -> None:
        super().__init__(look, "hero", pad=24, gap=12)
        self._look = look
        self.view = view
        name = kept.name or self.tr("without a name")
        title = self.tr("{issuer}: {name}").format(issuer=kept.issuer, name=name)
        self.add(section(look, title if kept.issuer else name), view)
        self.note = Text(look, "", "body", "muted")
        self.note.hide()
        self.add(self.note)

    def say(self, words: str) -> None:
        """Say *words* below the code; "" says nothing."""
        self.note.say(words)
        self.note.setVisible(bool(words))

    def doubt(self, kept: KeptAccount, service: Service | None) -> None:
        """Ask whether this is the right account, where its issuer is another."""
        if service is None or belongs_to(kept, service) is not False:
            return
        words = self.tr("Is this the account of {shop}?").format(
            shop=name_words(service.name)
        )
        small = self.tr("The QR code says that it was made by {issuer}.").format(
            issuer=kept.issuer
        )
        another = Button(self._look, self.tr("Choose another"), "link")
        another.clicked.connect(self.another_asked)
        line = IconLine(self._look, "warn", "attention", words, small)
        self.add(line, Wrapped(self._look, another))

    def tell_of(self, account: OtpAccount) -> None:
        """Tell once what is unusual about *account*, which still works."""
        if account.is_short:
            words = self.tr("The key of this shop is short")
            small = self.tr(
                "It has {bits} bits where 128 are advised. The shop has chosen that,"
                " and nobody else can change it. It still is far safer than none."
            ).format(bits=len(account.secret) * 8)
            self.add(IconLine(self._look, "info", "muted", words, small))
