"""The queue of passwords to change: what is at risk most comes first."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass

from torimodosu.recovery.catalogue.site_list import SiteKind
from torimodosu.recovery.passwords.audit.accounts import Account
from torimodosu.recovery.passwords.audit.findings import Severity
from torimodosu.recovery.passwords.audit.judging import Judged
from torimodosu.recovery.passwords.audit.sites import Sites
from torimodosu.recovery.passwords.queue import AtRisk, Flaw, QueueEntry

RISKS = list(AtRisk)
_SEVERITIES = list(Severity)
# Age alone is no reason to change a password that is good (NIST SP 800-63B-4, 3.1.1.2).
_NO_REASON = {Flaw.OLD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Digests:
    """Makes digests of passwords with the key of this installation; "" without one."""

    key: bytes | None

    def of(self, account: Account, password: str) -> str:
        """Return a digest that tells whether *password* is still the same there.

        It differs from account to account, so that the store does not even tell which
        of them have the same password.
        """
        if self.key is None:
            return ""
        message = f"{account.key}\0{password}".encode("utf-8", "surrogatepass")
        return hmac.digest(self.key, message, "sha256").hex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering:
    """Puts accounts in order for the person whose account at *attacked* was entered.

    `attacked` is the id of a service, or "" where there is none.
    """

    sites: Sites
    attacked: str
    digests: Digests

    def queue(self, judged: Sequence[Judged]) -> tuple[QueueEntry, ...]:
        """Return those of *judged* that are to be changed, the most urgent first."""
        mailboxes = self._own_mailboxes(judged)
        with_attacked = {
            one.shares_with for one in judged if self._is_attacked(one.account)
        } - {0}
        sizes: dict[int, int] = {}
        for one in judged:
            sizes[one.shares_with] = sizes.get(one.shares_with, 0) + 1
        ordered = sorted(
            (one for one in judged if set(one.flaws) - _NO_REASON),
            key=lambda one: (
                RISKS.index(self._risk(one, mailboxes)),
                one.shares_with not in with_attacked,
                not _is_money(one.account),
                _place(one.severity),
                -sizes[one.shares_with] if one.shares_with else 0,
            ),
        )
        return tuple(self._entry(one, self._risk(one, mailboxes)) for one in ordered)

    def _entry(self, one: Judged, risk: AtRisk) -> QueueEntry:
        account = one.account
        return QueueEntry(
            key=account.key,
            site=account.site.name,
            username=account.username,
            at_risk=risk,
            flaws=one.flaws,
            shares_with=one.shares_with,
            modified=account.modified,
            page=account.site.page,
            digest=self.digests.of(account, account.passwords[0]),
        )

    def _risk(self, one: Judged, mailboxes: set[str]) -> AtRisk:
        account = one.account
        is_mailbox = SiteKind.MAILBOX in account.site.kinds
        if is_mailbox or account.site.domain in mailboxes:
            return AtRisk.MAILBOX
        if self._is_attacked(account):
            return AtRisk.ATTACKED
        if one.shares_with:
            return AtRisk.SAME_PASSWORD
        return AtRisk.MONEY if _is_money(account) else AtRisk.REST

    def _own_mailboxes(self, judged: Sequence[Judged]) -> set[str]:
        """Return the domains of the mail addresses that the attacked account has."""
        users = (one.account for one in judged if self._is_attacked(one.account))
        hosts = (account.username.rpartition("@") for account in users)
        domains = {
            self.sites.domain_of(host.lower()) for _, mark, host in hosts if mark
        }
        return domains - {""}

    def _is_attacked(self, account: Account) -> bool:
        key = self.sites.of_service(self.attacked)
        return bool(self.attacked) and account.site.key == key


def _is_money(account: Account) -> bool:
    # Whoever is in the catalogue of services sells something.
    return account.site.service is not None or SiteKind.MONEY in account.site.kinds


def _place(severity: Severity | None) -> int:
    return len(_SEVERITIES) if severity is None else _SEVERITIES.index(severity)
