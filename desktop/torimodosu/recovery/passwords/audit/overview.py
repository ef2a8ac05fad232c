"""What the logins of exports tell without any list and without estimating."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from torimodosu.recovery.passwords.audit.accounts import Account, accounts_of
from torimodosu.recovery.passwords.audit.findings import Finding, Severity
from torimodosu.recovery.passwords.audit.likeness import like_groups
from torimodosu.recovery.passwords.audit.sites import Sites
from torimodosu.recovery.passwords.login import ExportedLogin
from torimodosu.recovery.passwords.queue import Flaw

# NIST SP 800-63B-4, 3.1.1.2: the fewest characters beside a second factor.
FEWEST_CHARACTERS = 8
# It is no reason to change a good one (the same section); it only tells how long
# somebody may have known it.
OLD_AFTER = timedelta(days=5 * 365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The accounts of exports, and which of them have the same password.

    Attributes:
        accounts: In their order.
        users: The accounts of each password, which are left out of the repr.
        reused: The passwords that more than one site has.
        old: The accounts whose passwords have long not been changed.

    """

    accounts: tuple[Account, ...]
    users: Mapping[str, Sequence[Account]] = field(repr=False)
    reused: tuple[str, ...] = field(repr=False)
    old: tuple[Account, ...]

    def findings(self) -> Iterator[Finding]:
        """Yield what is found, the same passwords first."""
        for password in self.reused:
            yield Finding(
                flaw=Flaw.REUSED,
                severity=Severity.HIGH,
                accounts=tuple(self.users[password]),
            )
        short = self.users_of(p for p in self.users if len(p) < FEWEST_CHARACTERS)
        if short:
            yield Finding(flaw=Flaw.SHORT, severity=Severity.MEDIUM, accounts=short)
        if self.old:
            yield Finding(flaw=Flaw.OLD, severity=Severity.LOW, accounts=self.old)

    def alike(self) -> Sequence[Sequence[str]]:
        """Return the groups of like passwords at more than one site; it takes a while.

        Those that are the very same are one of them.
        """
        labels = {
            password: {account.site.domain.partition(".")[0] for account in users}
            for password, users in self.users.items()
        }
        return [
            group
            for group in like_groups(labels)
            if _sites_of(account for each in group for account in self.users[each]) > 1
        ]

    def users_of(self, passwords: Iterable[str]) -> tuple[Account, ...]:
        """Return the accounts that have one of *passwords*, each once."""
        users = (account for each in passwords for account in self.users[each])
        return tuple({account.key: account for account in users}.values())

    def own_words(self, password: str) -> tuple[str, ...]:
        """Return the words that who guesses *password* tries first."""
        users = self.users[password][:_MOST_USERS]
        words = (word for account in users for word in _words_of(account))
        return tuple(dict.fromkeys(words))


_MOST_USERS = 3


def look_over(
    logins: Iterable[ExportedLogin], sites: Sites, *, at: datetime
) -> Overview:
    """Return what *logins* tell at the moment *at*."""
    accounts = accounts_of(logins, sites)
    users: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        for password in account.passwords:
            users[password].append(account)
    return Overview(
        accounts=accounts,
        users=users,
        reused=tuple(
            password
            for password, of_it in users.items()
            if len(of_it) > 1 and _sites_of(of_it) > 1
        ),
        old=tuple(
            account
            for account in accounts
            if account.modified is not None and at - account.modified > OLD_AFTER
        ),
    )


def _sites_of(accounts: Iterable[Account]) -> int:
    return len({account.site.key for account in accounts})


def _words_of(account: Account) -> Iterator[str]:
    label = account.site.domain.partition(".")[0]
    name = account.username.partition("@")[0]
    yield from (word for word in (name, label) if word)
