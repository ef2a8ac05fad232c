"""What one data pack tells, and what several of them contradict each other in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from torimodosu.recovery.catalogue.browser import Browser
from torimodosu.recovery.catalogue.catalogue import with_parents
from torimodosu.recovery.catalogue.fault import Fault
from torimodosu.recovery.catalogue.issuer import Issuer
from torimodosu.recovery.catalogue.mail_provider import MailProvider
from torimodosu.recovery.catalogue.office import Office
from torimodosu.recovery.catalogue.password_manager import PasswordManager
from torimodosu.recovery.catalogue.service import PasswordRules, Service
from torimodosu.recovery.catalogue.site_list import SiteList
from torimodosu.recovery.catalogue.statement_layout import StatementLayout
from torimodosu.recovery.catalogue.statement_words import StatementWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """What the file *file* tells; of no use where it has `faults`."""

    file: str
    version: str
    services: Mapping[str, Service]
    issuers: Mapping[str, Issuer]
    senders: Mapping[str, Service]
    browsers: Mapping[str, Browser]
    password_managers: Mapping[str, PasswordManager]
    site_lists: tuple[SiteList, ...]
    site_passwords: Mapping[str, PasswordRules]
    statement_layouts: Mapping[str, StatementLayout]
    statement_words: StatementWords | None
    mail_providers: Mapping[str, MailProvider]
    offices: tuple[Office, ...]
    faults: Sequence[Fault]


def contradictions(packs: Iterable[Pack]) -> Iterator[Fault]:
    """Yield each id and each sender domain that is given twice in *packs*."""
    ids: set[str] = set()
    hosts: dict[str, str] = {}
    for pack in packs:
        words = {} if pack.statement_words is None else {"statement_words": pack}
        named = (
            *(pack.services, pack.issuers, pack.browsers, pack.password_managers),
            *(pack.statement_layouts, words, pack.mail_providers, pack.senders),
        )
        for name in (name for table in named for name in table):
            if name in ids:
                yield Fault(
                    file=pack.file,
                    field=f'"{name}"',
                    found="a second one",
                    expected="each id in one place only",
                )
            ids.add(name)
        senders: list[Service | Issuer] = [*pack.services.values()]
        senders += [*pack.issuers.values(), *pack.senders.values()]
        for entry in senders:
            yield from _claimed_before(pack.file, entry, hosts)
            hosts |= dict.fromkeys(entry.sender_domains, entry.id)


def _claimed_before(
    file: str, entry: Service | Issuer, hosts: Mapping[str, str]
) -> Iterator[Fault]:
    """Yield the hosts of *entry* that are, or lie above or below, those in *hosts*."""
    for host in entry.sender_domains:
        for known, owner in hosts.items():
            if host in with_parents(known) or known in with_parents(host):
                yield Fault(
                    file=file,
                    field=f'"{entry.id}".sender_domains',
                    found=f'{host}, where "{owner}" has {known}',
                    expected="each host in one place only",
                )
