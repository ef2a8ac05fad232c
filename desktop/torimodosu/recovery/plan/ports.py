"""What the plan needs from the outside world."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.mail.account_event import AccountEvent
from torimodosu.recovery.mail.judging.judgement import Verdict as MailVerdict
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.search import Covered, NotCovered
from torimodosu.recovery.orders.order import Order, Ownership
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.snapshot import Seal, Snapshot, Verification
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.signin.checklist import Looked, Place
from torimodosu.recovery.signin.scan import SignInScan
from torimodosu.recovery.signin.trial import Trial, Tried
from torimodosu.recovery.statements.card_notice import CardNotice
from torimodosu.recovery.statements.returns import ReturnWord
from torimodosu.recovery.statements.which_card.matching import Said
from torimodosu.recovery.statements.words import CardWords


class Snapshots(Protocol):
    """Everything known of a case at one moment."""

    def snapshot(self, case: Case | None, *, at: datetime) -> Snapshot:
        """Return what is known of *case*, as it stands at the moment *at*."""
        ...


class Orders(Protocol):
    """The orders of a case, as read from its kept mails."""

    def replace(
        self, case: Case, orders: Mapping[str, Order], *, packs: str, at: datetime
    ) -> None:
        """Keep *orders* under their keys instead of all that were read before.

        *packs* is what they were read by (`reading_stamp`).
        """
        ...


class AccountEvents(Protocol):
    """What the kept mails of a case say happened to the account."""

    def replace_events(
        self, case: Case, events: Sequence[AccountEvent], *, at: datetime
    ) -> None:
        """Keep *events* instead of all that were read before.

        One that is new to the journal, or judged otherwise now, is noted there.
        """
        ...


class Kinds(Protocol):
    """What the kept mails of a case are about, and whether they are genuine."""

    def reclassify(
        self,
        case: Case,
        kinds: Mapping[str, tuple[str, MailKind]],
        *,
        verdicts: Mapping[str, MailVerdict],
    ) -> None:
        """Keep another service and kind of the mails with these SHA-256.

        Their *verdicts* replace all that were kept before.
        """
        ...


class Journals(Protocol):
    """Whether the journal in the store can be trusted."""

    def journal_is_whole(self, case: Case) -> bool:
        """Tell whether the journal of *case* is as it was written."""
        ...


class Verdicts(Protocol):
    """What the user says of the orders of a case."""

    def judge(
        self,
        case: Case,
        keys: Sequence[str],
        ownership: Ownership | None,
        *,
        at: datetime,
    ) -> None:
        """Keep a verdict on every order of *keys* and note it in the journal.

        *ownership* is None where the verdict before is taken back.
        """
        ...


class Marks(Protocol):
    """The steps that the user says are done."""

    def say(
        self, case: Case, step: Step, *, at: datetime, left: Collection[Step] = ()
    ) -> None:
        """Keep that the user says *step* is done, and note it in the journal.

        *left* are the steps that they leave open by it, as when they close the case.
        """
        ...

    def take_back(self, case: Case, step: Step, *, at: datetime) -> None:
        """Forget that the user said so, and note it in the journal."""
        ...


class Safekeeping(Protocol):
    """What happened to the mails and the archive of a case."""

    def read(
        self,
        case: Case,
        coverage: Sequence[Covered | NotCovered],
        *,
        at: datetime,
    ) -> None:
        """Keep what was and was not covered; it replaces what is known of a source."""
        ...

    def sealed(self, case: Case, seal: Seal) -> None:
        """Keep that the archive was sealed."""
        ...

    def verified(self, case: Case, verification: Verification) -> None:
        """Keep how a verification ended, and note it in the journal."""
        ...


class Trials(Protocol):
    """What the person tried in order to sign in."""

    def keep_trial(self, case: Case, tried: Tried) -> None:
        """Keep the result of a trial instead of the one before, and note it."""
        ...

    def forget_trial(self, case: Case, trial: Trial, *, at: datetime) -> None:
        """Forget the result of *trial*, and note that."""
        ...

    def keep_retry(
        self, case: Case, retry_at: datetime | None, *, at: datetime
    ) -> None:
        """Keep when to try again, None for not at all, and note it."""
        ...


class Looks(Protocol):
    """The places that the person looked at once they were in."""

    def keep_look(self, case: Case, looked: Looked) -> None:
        """Keep the result of a place instead of the one before, and note it."""
        ...

    def forget_look(self, case: Case, place: Place, *, at: datetime) -> None:
        """Forget the result of *place*, and note that."""
        ...


class Scans(Protocol):
    """What the browsers were seen to have saved."""

    def keep_scan(self, case: Case, scan: SignInScan) -> None:
        """Keep *scan* as the newest, and note it where it differs from the last."""
        ...

    def correct_reset(
        self, case: Case, reset: datetime | None, *, at: datetime
    ) -> None:
        """Keep when the user says the password was reset, and note it.

        None goes back to what the mails tell.
        """
        ...


class SignIns(Scans, Trials, Looks, Protocol):
    """All that is kept about getting back in."""


class CardBook(Protocol):
    """What the user says about cards; every word is noted in the journal."""

    def say_of_match(
        self, case: Case, match: str, said: Said | None, *, at: datetime
    ) -> None:
        """Keep what the user says of a match; None takes it back."""
        ...

    def say_of_charge(
        self, case: Case, charge: str, *, is_mine: bool | None, at: datetime
    ) -> None:
        """Keep whether a charge is the user's own; None takes it back."""
        ...

    def say_of_return(
        self, case: Case, word: ReturnWord | str, *, at: datetime
    ) -> None:
        """Keep a word about money that must come back; its key alone takes it back."""
        ...

    def say_reported(
        self, case: Case, card: int, on: date | None, *, at: datetime
    ) -> None:
        """Keep when a loss was reported to the issuer; None takes it back."""
        ...

    def say_of_month(
        self, case: Case, card: int, month: date, *, is_clean: bool, at: datetime
    ) -> None:
        """Keep that the user looked a month through; not clean takes it back."""
        ...

    def watch_until(self, case: Case, day: date | None, *, at: datetime) -> None:
        """Keep when the watch ends; None leaves it to the program."""
        ...


class CardWorks(Protocol):
    """Where the worker keeps what it worked out about the cards."""

    def card_words(self, case: Case) -> CardWords:
        """Return the newest words of the user."""
        ...

    def keep_card_work(self, case: Case, work: CardWork) -> None:
        """Keep *work* instead of the one before."""
        ...


class CardNotices(Protocol):
    """What the usage-notice mails of a case tell, also those that are not genuine."""

    def replace_notices(self, case: Case, notices: Sequence[CardNotice]) -> None:
        """Keep *notices* instead of all that were read before."""
        ...

    def card_notices(self, case: Case) -> Sequence[CardNotice]:
        """Return the notices, by time."""
        ...
