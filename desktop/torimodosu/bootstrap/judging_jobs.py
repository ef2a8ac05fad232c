"""The heavy jobs about whether mails are genuine."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from torimodosu.adapters.archive import BagArchive, BagFolder
from torimodosu.adapters.mailboxes import FileMailboxes
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.bags import bag_of
from torimodosu.bootstrap.mails import answered_servers, mail_desk, trusted_servers
from torimodosu.plain import from_plain, to_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.asking_keys import KeyAsking
from torimodosu.recovery.evidence.signed_mails import document_in
from torimodosu.recovery.evidence.signing_keys import published_keys
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.signatures.key_server import KeyServer, NoKeyServerError
from torimodosu.recovery.plan.fetching_keys import KeyPlaces, fetch_keys
from torimodosu.recovery.plan.judging_mails import (
    CaseDesk,
    LooseDesk,
    judge_loose,
    judge_mails,
)
from torimodosu.recovery.plan.judging_view import (
    FetchKeys,
    JudgedMail,
    JudgeLoose,
    KeysFetched,
)
from torimodosu.recovery.plan.mail_view import ShownMail
from torimodosu.recovery.plan.tasks import ForCase
from torimodosu.worker.job import Arguments, Outlet


class JudgingJobs:
    """Judges mails, and looks keys up; *name_server* opens who is asked for them."""

    def __init__(
        self,
        store: Store,
        *,
        mailboxes: FileMailboxes,
        clock: Clock,
        catalogue: Callable[[], Catalogue],
        name_server: Callable[[], KeyServer],
    ) -> None:
        self._store = store
        self._mailboxes = mailboxes
        self._clock = clock
        self._catalogue = catalogue
        self._name_server = name_server

    def judge_mails(self, arguments: Arguments, outlet: Outlet) -> object:
        """Judge every kept mail of a case."""
        case = from_plain(ForCase, arguments).case

        def tell(mail: JudgedMail) -> None:
            outlet.rows([to_plain(mail)])

        settings = self._store.settings
        known = self._store.snapshot(case, at=self._clock.now())
        reset_said = known.reset_said
        mails = mail_desk(
            bag_of(self._store, case),
            self._catalogue(),
            self._clock,
            trusted=trusted_servers(settings),
        )
        desk = CaseDesk(
            mails=mails,
            kept=self._store.mails(case).all(),
            answered=answered_servers(settings),
            name_server=self._server_address,
            changed_at=() if reset_said is None else (reset_said,),
        )
        return to_plain(judge_mails(desk, tell=tell, progress=outlet))

    def judge_loose(self, arguments: Arguments, outlet: Outlet) -> object:
        """Judge mails that belong to no case."""
        request = from_plain(JudgeLoose, arguments)

        def tell(mail: ShownMail) -> None:
            # One at a time: a mail may be long.
            outlet.rows([to_plain(mail)])

        outside = Outside(
            keys=lambda _name: None,
            trusted=trusted_servers(self._store.settings),
            at=self._clock.now(),
        )
        desk = LooseDesk(
            mailboxes=self._mailboxes,
            catalogue=self._catalogue(),
            outside=outside,
            name_server=self._server_address,
        )
        return to_plain(judge_loose(request, desk, tell=tell, progress=outlet))

    def fetch_keys(self, arguments: Arguments, outlet: Outlet) -> object:
        """Ask the name server for keys, after a button that named both."""
        request = from_plain(FetchKeys, arguments)
        try:
            server = self._name_server()
        except NoKeyServerError:
            return to_plain(KeysFetched(has_no_server=True))
        asking = KeyAsking(
            server=server,
            clock=self._clock,
            before=partial(self._store.lock_records.keep_sent, request.case),
        )
        if request.case is None or not request.is_for_archive:
            asked = asking.ask(request.names, outlet)
            return to_plain(KeysFetched(keys=asked.keys, unanswered=asked.unanswered))
        fetched = fetch_keys(
            request.case,
            request.names,
            places=self._places(request.case),
            asking=asking,
            progress=outlet,
        )
        return to_plain(fetched)

    def _places(self, case: Case) -> KeyPlaces:
        bag: Path = bag_of(self._store, case)
        return KeyPlaces(
            archive=BagArchive(bag),
            known=published_keys(document_in(BagFolder(bag))),
            mails=self._store.mails(case),
            book=self._store,
            clock=self._clock,
        )

    def _server_address(self) -> str:
        try:
            return self._name_server().host
        except NoKeyServerError:
            return ""
