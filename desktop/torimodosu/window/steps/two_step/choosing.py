"""Which account of the authenticator makes the codes for the shop."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.twostep.belonging import belongs_to
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.window.kit.blocks import Beside, pair, section
from torimodosu.window.kit.boxes import Box, divider
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon
from torimodosu.window.words.dates import moment_words


class ChoosingCard(Box):
    """Lists the accounts that are kept already, those of the shop first.

    `chosen` tells the id of one.
    """

    chosen = Signal(str)

    def __init__(
        self, look: Look, accounts: Sequence[KeptAccount], service: Service | None
    ) -> None:
        super().__init__(look, gap=8)
        self._look = look
        self.add(section(look, self.tr("Already in your authenticator")))
        for number, kept in enumerate(likeliest_first(accounts, service)):
            if number:
                self.add(divider())
            self.add(self._line(kept))

    def _line(self, kept: KeptAccount) -> Beside:
        look = self._look
        name = " · ".join(part for part in (kept.issuer, kept.name) if part)
        name = name or self.tr("without a name")
        since = self.tr("Since {moment}").format(moment=moment_words(kept.added_at))
        take = Button(look, self.tr("It is this one"), "link")
        take.setObjectName(f"choose-{kept.id}")
        take.setAccessibleName(self.tr("It is this one: {name}").format(name=name))
        take.clicked.connect(lambda: self.chosen.emit(kept.id))
        told = pair(look, name, since, small=True)
        return Beside(look, Icon(look, "key", "accent"), told, take)


def likeliest_first(
    accounts: Sequence[KeptAccount], service: Service | None
) -> Sequence[KeptAccount]:
    """Return *accounts* so that those of *service* come first, the newest of each."""

    def rank(kept: KeptAccount) -> tuple[int, float]:
        belongs = belongs_to(kept, service) if service is not None else None
        order = {True: 0, None: 1, False: 2}
        return order[belongs], -kept.added_at.timestamp()

    return sorted(accounts, key=rank)


def only_one_of(
    accounts: Sequence[KeptAccount], service: Service | None
) -> KeptAccount | None:
    """Return the one of *accounts* that is the shop's, None where that is not clear."""
    if len(accounts) == 1:
        return accounts[0]
    if service is None:
        return None
    theirs = [kept for kept in accounts if belongs_to(kept, service)]
    return theirs[0] if len(theirs) == 1 else None
