"""The heavy jobs: plain arguments in, use cases run, plain results out."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from torimodosu.adapters.archive import BagArchive, BagFolder
from torimodosu.adapters.clock import SystemClock
from torimodosu.adapters.mailboxes import FileMailboxes
from torimodosu.adapters.packs import load_catalogue, load_statement_facts
from torimodosu.adapters.practice_writer import write_practice
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.bags import bag_of
from torimodosu.bootstrap.collecting import no_collecting
from torimodosu.bootstrap.data_folder import STORE
from torimodosu.bootstrap.fetching_jobs import FetchingJobs
from torimodosu.bootstrap.homes import Home, browsers_of, practice_files_of
from torimodosu.bootstrap.judging_jobs import JudgingJobs
from torimodosu.bootstrap.key_asking import server_of_this_computer
from torimodosu.bootstrap.mails import mail_desk, outside_of, trusted_servers
from torimodosu.bootstrap.password_jobs import PasswordJobs
from torimodosu.bootstrap.statements import statement_desk
from torimodosu.bootstrap.taking_out import take_everything_out
from torimodosu.plain import from_plain, to_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.secrets import Keychain
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.signatures.key_server import KeyServer
from torimodosu.recovery.plan.casework import Desk, read_orders, take_in_and_read
from torimodosu.recovery.plan.checking import check_evidence
from torimodosu.recovery.plan.importing import read_files
from torimodosu.recovery.plan.mail_view import ShowMails
from torimodosu.recovery.plan.showing import show_mails
from torimodosu.recovery.plan.statement_task import ReadStatements
from torimodosu.recovery.plan.tasks import (
    ForCase,
    TakeIn,
    TakeOut,
    Task,
)
from torimodosu.recovery.plan.working_on_cards import CardTools, work_on_cards
from torimodosu.recovery.practice.incident import (
    ANSWERS,
    MAIL_FOLDER,
    practice_files,
)
from torimodosu.recovery.signin.looking import look_at_browsers
from torimodosu.recovery.signin.site import site_of
from torimodosu.resources import resource
from torimodosu.worker.job import Arguments, HeavyJob, Outlet


class Jobs:
    """The jobs of one data folder; what they share stays warm between them.

    The browsers of a real case are those in *home*; *keychain* holds the key for
    digests of passwords, and *name_server* opens who is asked for keys of signers.
    """

    def __init__(
        self,
        folder: Path,
        *,
        home: Home,
        keychain: Keychain,
        name_server: Callable[[], KeyServer] = server_of_this_computer,
    ) -> None:
        self._store = Store.at(folder / STORE)
        self._home = home
        self._mailboxes = FileMailboxes()
        self._clock = SystemClock()
        self._passwords = PasswordJobs(
            self._store,
            keychain=keychain,
            clock=self._clock,
            catalogue=lambda: self._catalogue,
        )
        self._fetching = FetchingJobs(
            self._store, keychain=keychain, desk_of=self.desk_of
        )
        self._judging = JudgingJobs(
            self._store,
            mailboxes=self._mailboxes,
            clock=self._clock,
            catalogue=lambda: self._catalogue,
            name_server=name_server,
        )

    def by_name(self) -> Mapping[str, HeavyJob]:
        """Return the jobs as the window asks for them."""
        return {
            Task.TAKE_IN.value: self.take_in,
            Task.READ_ORDERS.value: self.read_orders,
            Task.VERIFY_EVIDENCE.value: self.verify_evidence,
            Task.OPEN_PRACTICE.value: self.open_practice,
            Task.SHOW_MAILS.value: self.show_mails,
            Task.SCAN_LOGINS.value: self.scan_logins,
            Task.READ_STATEMENTS.value: self.read_statements,
            Task.WORK_ON_CARDS.value: self.work_on_cards,
            Task.AUDIT_PASSWORDS.value: self._passwords.audit,
            Task.FETCH_MAILS.value: self._fetching.fetch,
            Task.JUDGE_MAILS.value: self._judging.judge_mails,
            Task.JUDGE_LOOSE.value: self._judging.judge_loose,
            Task.FETCH_KEYS.value: self._judging.fetch_keys,
            Task.TAKE_OUT.value: self.take_out,
        }

    def take_in(self, arguments: Arguments, outlet: Outlet) -> object:
        """Keep the mails of some sources, and read the orders out of them."""
        return self._take_in(from_plain(TakeIn, arguments), outlet)

    def read_orders(self, arguments: Arguments, outlet: Outlet) -> object:
        """Read the orders of a case again out of its archive."""
        case = from_plain(ForCase, arguments).case
        return to_plain(read_orders(self.desk_of(case), outlet))

    def verify_evidence(self, arguments: Arguments, outlet: Outlet) -> object:
        """Compare the archive of a case with its seal."""
        case = from_plain(ForCase, arguments).case
        verified = check_evidence(
            case,
            BagFolder(self._bag(case)),
            records=self._store,
            clock=self._clock,
            progress=outlet,
        )
        return to_plain(verified)

    def open_practice(self, _arguments: Arguments, outlet: Outlet) -> object:
        """Make the practice incident anew and take it in."""
        self._store.clear_practice()
        case = self._store.open(ANSWERS, at=self._clock.now(), is_practice=True)
        files = practice_files_of(self._store)
        write_practice(files, practice_files())
        request = TakeIn(case=case, sources=(str(files / MAIL_FOLDER),))
        return self._take_in(request, outlet)

    def show_mails(self, arguments: Arguments, _outlet: Outlet) -> object:
        """Read some kept mails for the person to look at."""
        request = from_plain(ShowMails, arguments)
        case = request.case
        kept = self._store.mails(case).all()
        trusted = trusted_servers(self._store.settings)
        bag, clock = self._bag(case), self._clock
        desk = mail_desk(bag, self._catalogue, clock, trusted=trusted)
        return to_plain(show_mails(request, desk, kept))

    def scan_logins(self, arguments: Arguments, outlet: Outlet) -> object:
        """Look at what the browsers have saved for the service of a case."""
        case = from_plain(ForCase, arguments).case
        scan = look_at_browsers(
            browsers_of(
                case, store=self._store, home=self._home, catalogue=self._catalogue
            ),
            site_of(self._catalogue.services[case.answers.service]),
            at=self._clock.now(),
            progress=outlet,
        )
        self._store.keep_scan(case, scan)
        return to_plain(scan)

    def read_statements(self, arguments: Arguments, outlet: Outlet) -> object:
        """Keep what statement files say."""
        request = from_plain(ReadStatements, arguments)
        records = self._store.card_records
        facts = load_statement_facts(resource("catalogue"))
        desk = statement_desk(records, facts, self._clock)
        with no_collecting():
            return to_plain(read_files(request, desk, outlet))

    def work_on_cards(self, arguments: Arguments, outlet: Outlet) -> object:
        """Work out what is known of the cards of a case; the snapshot shows it."""
        tools = CardTools(
            records=self._store.card_records,
            snapshots=self._store,
            catalogue=self._catalogue,
            clock=self._clock,
        )
        work_on_cards(from_plain(ForCase, arguments).case, tools, outlet)
        return None

    def take_out(self, arguments: Arguments, outlet: Outlet) -> object:
        """Write all that is kept, of every case, into a new folder."""
        folder = Path(from_plain(TakeOut, arguments).folder)
        return to_plain(take_everything_out(self._store, folder, self._clock, outlet))

    def _take_in(self, request: TakeIn, outlet: Outlet) -> object:
        def tell(mails: Sequence[KeptMail]) -> None:
            outlet.rows([to_plain(mail) for mail in mails])

        desk = self.desk_of(request.case)
        return to_plain(take_in_and_read(request, desk, outlet, on_mails=tell))

    def _bag(self, case: Case) -> Path:
        return bag_of(self._store, case)

    def desk_of(self, case: Case) -> Desk:
        """Return what the work on *case* needs."""
        bag, trusted = self._bag(case), trusted_servers(self._store.settings)
        return Desk(
            case=case,
            mailboxes=self._mailboxes,
            archive=BagArchive(bag),
            mails=self._store.mails(case),
            book=self._store,
            catalogue=self._catalogue,
            clock=self._clock,
            outside=outside_of(bag, self._clock, trusted=trusted),
        )

    @cached_property
    def _catalogue(self) -> Catalogue:
        return load_catalogue(resource("catalogue"))
