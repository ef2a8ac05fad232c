"""Everything that is known of a case at one moment, for the plan and the pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.sent import Sent
from torimodosu.recovery.mail.account_event import AccountEvent
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.search import Covered, NotCovered
from torimodosu.recovery.orders.order import Order, Ownership
from torimodosu.recovery.passwords.queue import PasswordQueue
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.reminders.contact import Contact
from torimodosu.recovery.reminders.reminder import Word
from torimodosu.recovery.signin.checklist import Looked, Place
from torimodosu.recovery.signin.diagnosis import Diagnosis
from torimodosu.recovery.signin.scan import SignInScan
from torimodosu.recovery.signin.trial import Trial, Tried
from torimodosu.recovery.statements.log import ImportedStatement
from torimodosu.recovery.statements.words import CardWords
from torimodosu.recovery.twostep.proof import TwoStepState

# Mails that say what the shop or somebody else did to the account or to orders.
NOTICES = (
    MailKind.ORDER_ON_HOLD,
    MailKind.ACCOUNT_CHANGED,
    MailKind.PASSWORD_RESET,
    MailKind.SECURITY_CODE,
    MailKind.SIGN_IN_ALERT,
    MailKind.ACCOUNT_REPLY,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """The archive was closed: the SHA-256 of its manifest, and when."""

    at: datetime
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The archive was compared with its seal, and this many faults were found."""

    at: datetime
    faults: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The user said that the case is closed: when, and what they left open."""

    at: datetime
    left: frozenset[Step] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What is known of a case.

    Attributes:
        at: The moment of looking, with the user's time zone.
        case: None until the questions are answered.
        kept: How many mails lie in the archive, per kind.
        notices: The kept mails about the account and about held orders, by date,
            without those that are not genuine.
        orders: The orders by their key (`order_key`).
        forged_orders: Those that only mails speak of which are not genuine; they are
            not among the orders.
        ownership: The user's newest verdict per key; a key that is missing is an
            order not yet looked at.
        covered: Sources that were read to their end.
        not_covered: What could not be read, and why.
        read_at: When mails were last taken in, or None.
        orders_at: When the orders were last read from the kept mails, or None.
        orders_packs: What they were read by (`reading_stamp`), or None.
        own_servers: The mail servers that the user says are their own, by which the
            mails are to be judged now.
        events: What the kept mails say happened to the account, by date, without what
            only mails say that are not genuine.
        forged_events: What these say; it proves nothing.
        seal: The newest seal of the archive.
        verification: The newest verification of the archive.
        said: Steps that the user says are done, and when that was said; without what
            a later change of the account has outdated.
        closing: The newest word of the user that the case is closed, also where it is
            outdated and so not said any more, or None.
        saved_at: When something was last kept, or None.
        left_this_computer: What was sent anywhere, for whichever case, oldest first.
        scan: The newest look at what the browsers have saved, or None.
        diagnosis: What that look says by the reset as it is known now, worked out
            beforehand; `plan.sign_in.diagnosis_of` returns it, or works it out.
        stale_seen_at: When a look first showed a saved login that is older than the
            reset as it is known now, or None.
        reset_said: When the user says the password was reset, where they correct what
            the mails tell; else None.
        tried: The newest result of each thing that was tried.
        looked: The newest result of each place that was looked at after the rescue,
            without what a later change of the account has outdated.
        retry_at: When to try to sign in again, or None.
        reopened_by: The change of the account that outdated what was known of the
            sign-in, or None.
        statements: Every imported statement, oldest first.
        card_work: The newest work on the cards, or None.
        card_words: What the user says about cards.
        is_card_work_stale: Whether something that it rests on was changed since, or
            there was none although there is something to work on.
        two_step: How far the two-step check is.
        password_queue: The passwords to change by the newest audit, or None.
        reminder_words: The newest words of the user about reminders.
        reminders_end_on: The last day of all reminders, where the user wants one.
        contacts: Whom the user turned to, oldest first.

    """

    at: datetime
    case: Case | None = None
    kept: Mapping[MailKind, int] = field(default_factory=dict)
    notices: tuple[KeptMail, ...] = ()
    orders: Mapping[str, Order] = field(default_factory=dict)
    forged_orders: Mapping[str, Order] = field(default_factory=dict)
    ownership: Mapping[str, Ownership] = field(default_factory=dict)
    covered: tuple[Covered, ...] = ()
    not_covered: tuple[NotCovered, ...] = ()
    read_at: datetime | None = None
    orders_at: datetime | None = None
    orders_packs: str | None = None
    own_servers: frozenset[str] = frozenset()
    events: tuple[AccountEvent, ...] = ()
    forged_events: tuple[AccountEvent, ...] = ()
    seal: Seal | None = None
    verification: Verification | None = None
    said: Mapping[Step, datetime] = field(default_factory=dict)
    closing: Closing | None = None
    saved_at: datetime | None = None
    left_this_computer: tuple[Sent, ...] = ()
    scan: SignInScan | None = None
    # It follows from the rest, so it makes no difference between two snapshots.
    diagnosis: Diagnosis | None = field(default=None, compare=False, repr=False)
    stale_seen_at: datetime | None = None
    reset_said: datetime | None = None
    tried: Mapping[Trial, Tried] = field(default_factory=dict)
    looked: Mapping[Place, Looked] = field(default_factory=dict)
    retry_at: datetime | None = None
    reopened_by: AccountEvent | None = None
    statements: tuple[ImportedStatement, ...] = ()
    card_work: CardWork | None = None
    card_words: CardWords = field(default_factory=CardWords)
    is_card_work_stale: bool = False
    two_step: TwoStepState = field(default_factory=TwoStepState)
    password_queue: PasswordQueue | None = None
    reminder_words: tuple[Word, ...] = ()
    reminders_end_on: date | None = None
    contacts: tuple[Contact, ...] = ()

    @property
    def covered_until(self) -> datetime | None:
        """Return when the newest mail of all that was read was sent, if that is known.

        Up to then the mailboxes hold what has come, unless somebody deleted mails.
        """
        newest = (source.newest for source in self.covered)
        return max((moment for moment in newest if moment is not None), default=None)

    @property
    def unsorted(self) -> tuple[str, ...]:
        """Return the keys of the orders that the user has not judged."""
        return tuple(key for key in self.orders if key not in self.ownership)
