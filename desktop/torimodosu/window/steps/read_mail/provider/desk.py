"""Fetching from a provider: what is shown for it, and what is started by it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.servers.account import MailAccount
from torimodosu.recovery.plan.fetch_task import FetchMails, MailsFetched
from torimodosu.recovery.plan.looking_back import beginning_of
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.activities.intake import Intake
from torimodosu.window.kit.look import Look
from torimodosu.window.mailbox_memory import MailboxMemory
from torimodosu.window.ports import Ports
from torimodosu.window.steps.read_mail.provider.card import (
    ProviderCard,
    ProviderTools,
)
from torimodosu.window.steps.read_mail.provider.draft import Draft
from torimodosu.window.steps.read_mail.provider.outcome import outcome_parts


class ProviderDesk(QObject):
    """Makes the card of the page, and lets the intake fetch what it asks for.

    `changed` tells that the parts are to be made anew.
    """

    changed = Signal()

    def __init__(self, look: Look, intake: Intake, tools: ProviderTools) -> None:
        super().__init__()
        self._look, self._intake, self._tools = look, intake, tools
        self._snapshot: Snapshot | None = None
        self._asked: MailAccount | None = None
        tools.memory.setParent(self)
        tools.memory.changed.connect(self.changed)
        tools.memory.prepare()
        intake.fetched.connect(self._remember)

    def parts(self, snapshot: Snapshot) -> Sequence[QWidget]:
        """Return the card that asks for a mailbox; nothing in practice."""
        self._snapshot = snapshot
        if snapshot.case is None or snapshot.case.is_practice:
            return ()
        card = ProviderCard(self._look, self._tools)
        card.opened.connect(self.changed)
        card.wanted.connect(self._fetch)
        return (card,)

    def outcome(self) -> Sequence[QWidget]:
        """Return what the provider answered, if it was asked."""
        fetched = self._intake.fetched_result
        if fetched is None or self._asked is None:
            return ()
        return outcome_parts(self._look, fetched, self._asked.server.host)

    def _fetch(self) -> None:
        draft, snapshot = self._tools.draft, self._snapshot
        account = draft.account
        if account is None or snapshot is None or snapshot.case is None:
            return
        case, zone = snapshot.case, snapshot.at.tzinfo
        self._asked = draft.mailbox
        request = FetchMails(
            case=case,
            account=account,
            since=beginning_of(draft.back, case.answers.noticed, zone=zone),
            keeps_password=draft.keeps_password,
        )
        self._intake.fetch(request)

    def _remember(self, fetched: MailsFetched) -> None:
        """Forget what was typed once it was right, and remember what is kept."""
        if fetched.taken is not None:
            self._tools.draft.password = ""
        if fetched.is_kept and self._asked is not None:
            self._tools.memory.keep(self._asked)


def provider_desk(
    look: Look, intake: Intake, ports: Ports, *, catalogue: Catalogue
) -> ProviderDesk:
    """Return the desk of a page, with nothing typed yet."""
    memory = MailboxMemory(
        ports.jobs, settings=ports.settings, keychain=ports.lock.keychain
    )
    tools = ProviderTools(catalogue=catalogue, memory=memory, draft=Draft())
    return ProviderDesk(look, intake, tools)
