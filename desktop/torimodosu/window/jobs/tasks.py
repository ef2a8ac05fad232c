"""The heavy jobs of a case, ready to be run."""

from torimodosu.plain import to_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.passwords.queue import QueueEntry
from torimodosu.recovery.plan.audit_task import AuditPasswords, PasswordsAudited
from torimodosu.recovery.plan.fetch_task import FetchMails, MailsFetched
from torimodosu.recovery.plan.judging_view import (
    FetchKeys,
    JudgedMail,
    JudgeLoose,
    KeysFetched,
    LooseJudged,
    MailsJudged,
)
from torimodosu.recovery.plan.mail_view import ShowMails, ShownMail, ShownMails
from torimodosu.recovery.plan.statement_task import ReadStatements, StatementsRead
from torimodosu.recovery.plan.tasks import (
    EvidenceVerified,
    ForCase,
    OpenPractice,
    OrdersRead,
    TakeIn,
    TakenIn,
    TakenOut,
    TakeOut,
    Task,
)
from torimodosu.recovery.signin.scan import SignInScan
from torimodosu.window.jobs.heavy import Heavy


def take_in(request: TakeIn) -> Heavy[TakenIn]:
    """Keep the mails of some sources; it finds `KeptMail`s on its way."""
    return Heavy(
        name=Task.TAKE_IN.value,
        arguments=to_plain(request),
        result=TakenIn,
        row=KeptMail,
    )


def fetch_mails(request: FetchMails) -> Heavy[MailsFetched]:
    """Keep the mails of a mailbox at a provider; it finds `KeptMail`s on its way."""
    return Heavy(
        name=Task.FETCH_MAILS.value,
        arguments=to_plain(request),
        result=MailsFetched,
        row=KeptMail,
    )


def read_orders(case: Case) -> Heavy[OrdersRead]:
    """Read the orders of *case* again out of its archive."""
    return Heavy(
        name=Task.READ_ORDERS.value,
        arguments=to_plain(ForCase(case=case)),
        result=OrdersRead,
    )


def verify_evidence(case: Case) -> Heavy[EvidenceVerified]:
    """Compare the archive of *case* with its seal."""
    return Heavy(
        name=Task.VERIFY_EVIDENCE.value,
        arguments=to_plain(ForCase(case=case)),
        result=EvidenceVerified,
    )


def open_practice() -> Heavy[TakenIn]:
    """Make the practice incident anew and take it in; it finds `KeptMail`s."""
    return Heavy(
        name=Task.OPEN_PRACTICE.value,
        arguments=to_plain(OpenPractice()),
        result=TakenIn,
        row=KeptMail,
    )


def show_mails(request: ShowMails) -> Heavy[ShownMails]:
    """Read some kept mails for the person to look at."""
    return Heavy(
        name=Task.SHOW_MAILS.value,
        arguments=to_plain(request),
        result=ShownMails,
        runs_beside=True,
    )


def scan_logins(case: Case) -> Heavy[SignInScan]:
    """Look at what the browsers have saved for the service of *case*, and keep it."""
    return Heavy(
        name=Task.SCAN_LOGINS.value,
        arguments=to_plain(ForCase(case=case)),
        result=SignInScan,
    )


def read_statements(request: ReadStatements) -> Heavy[StatementsRead]:
    """Keep what statement files say."""
    return Heavy(
        name=Task.READ_STATEMENTS.value,
        arguments=to_plain(request),
        result=StatementsRead,
    )


def work_on_cards(case: Case) -> Heavy[None]:
    """Work out what is known of the cards of *case*, and keep it."""
    return Heavy(
        name=Task.WORK_ON_CARDS.value,
        arguments=to_plain(ForCase(case=case)),
        result=type(None),
    )


def audit_passwords(request: AuditPasswords) -> Heavy[PasswordsAudited]:
    """Look through exports of passwords; it finds `QueueEntry`s on its way."""
    return Heavy(
        name=Task.AUDIT_PASSWORDS.value,
        arguments=to_plain(request),
        result=PasswordsAudited,
        row=QueueEntry,
    )


def take_out(folder: str) -> Heavy[TakenOut]:
    """Write all that is kept, of every case, into a new folder below *folder*."""
    return Heavy(
        name=Task.TAKE_OUT.value,
        arguments=to_plain(TakeOut(folder=folder)),
        result=TakenOut,
    )


def judge_mails(case: Case) -> Heavy[MailsJudged]:
    """Judge every kept mail of *case*; it finds `JudgedMail`s on its way."""
    return Heavy(
        name=Task.JUDGE_MAILS.value,
        arguments=to_plain(ForCase(case=case)),
        result=MailsJudged,
        row=JudgedMail,
    )


def judge_loose(request: JudgeLoose) -> Heavy[LooseJudged]:
    """Judge mails that belong to no case; it finds `ShownMail`s on its way."""
    return Heavy(
        name=Task.JUDGE_LOOSE.value,
        arguments=to_plain(request),
        result=LooseJudged,
        row=ShownMail,
        runs_beside=True,
    )


def fetch_keys(request: FetchKeys) -> Heavy[KeysFetched]:
    """Ask the name server for keys of signers."""
    return Heavy(
        name=Task.FETCH_KEYS.value,
        arguments=to_plain(request),
        result=KeysFetched,
        # What goes into the archive waits for what else does.
        runs_beside=not request.is_for_archive,
    )
