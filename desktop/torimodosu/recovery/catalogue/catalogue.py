"""Everything that the data packs tell."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from torimodosu.recovery.catalogue.browser import Browser
from torimodosu.recovery.catalogue.issuer import Issuer
from torimodosu.recovery.catalogue.mail_provider import MailProvider
from torimodosu.recovery.catalogue.office import Office
from torimodosu.recovery.catalogue.password_manager import PasswordManager
from torimodosu.recovery.catalogue.service import PasswordRules, Service, TwoStep
from torimodosu.recovery.catalogue.site_list import SiteKind, SiteList
from torimodosu.recovery.catalogue.statement_facts import StatementFacts
from torimodosu.recovery.catalogue.statement_layout import StatementLayout
from torimodosu.recovery.catalogue.statement_words import StatementWords

# RFC 1035, 2.3.4; also keeps hostile headers cheap.
_LONGEST_HOST = 253


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Services, issuers, browsers, password managers and layouts by their ids.

    `version` is that of the newest pack. `senders` are other firms that forged mails
    pretend to be; of these no more is known than what a mail is judged by.
    """

    version: str
    services: Mapping[str, Service]
    issuers: Mapping[str, Issuer]
    senders: Mapping[str, Service] = field(default_factory=dict)
    browsers: Mapping[str, Browser] = field(default_factory=dict)
    password_managers: Mapping[str, PasswordManager] = field(default_factory=dict)
    site_lists: tuple[SiteList, ...] = ()
    site_passwords: Mapping[str, PasswordRules] = field(default_factory=dict)
    statement_layouts: Mapping[str, StatementLayout] = field(default_factory=dict)
    statement_words: StatementWords = field(default_factory=StatementWords)
    mail_providers: Mapping[str, MailProvider] = field(default_factory=dict)
    offices: tuple[Office, ...] = ()

    @property
    def statement_facts(self) -> StatementFacts:
        """What is told of statements alone."""
        return StatementFacts(
            layouts=tuple(self.statement_layouts.values()),
            words=self.statement_words,
            issuers={
                name: issuer.id
                for issuer in self.issuers.values()
                for name in (issuer.name.ja, issuer.name.en)
            },
        )

    def service_of(self, address: str) -> Service | None:
        """Return the service that *address*, of a mail or a host, belongs to.

        A host below a genuine domain is genuine; one that merely contains its name is
        not. That a mail bears the address proves nothing: it can be forged.
        """
        hosts = with_parents(_host(address))
        for service in self.services.values():
            if not hosts.isdisjoint(service.sender_domains):
                return service
        return None

    def services_sending_from(self, address: str) -> tuple[Service, ...]:
        """Return every service whose genuine mails come from *address*, owner first."""
        hosts = with_parents(_host(address))
        owner = self.service_of(address)
        others = (
            service
            for service in self.services.values()
            if not hosts.isdisjoint(service.shared_sender_domains)
        )
        return tuple(others) if owner is None else (owner, *others)

    def service_signing_in_at(self, host: str) -> Service | None:
        """Return the service whose sign-in takes place on *host*, or None.

        An id of a service counts as its host. The closest domain decides.
        """
        named = _host(host)
        hosts = with_parents(named)
        fitting = [
            (len(domain), service)
            for service in self.services.values()
            for domain in service.login_domains
            if domain in hosts
        ]
        closest = max(fitting, key=lambda pair: pair[0], default=(0, None))
        return self.services.get(named) or closest[1]

    def two_step_of(self, service: str) -> TwoStep | None:
        """Return the second factors of the service with the id *service*.

        Where the packs tell none of its own, those of a service whose setting covers
        it. None where nothing is known.
        """
        known = self.services.get(service)
        if known is not None and known.two_step is not None:
            return known.two_step
        others = (other.two_step for other in self.services.values())
        return next(
            (
                other
                for other in others
                if other is not None and service in other.covers
            ),
            None,
        )

    def password_rules_at(self, host: str) -> PasswordRules | None:
        """Return what the site at *host* demands of a password, None where unknown.

        What is known of its service counts, else the closest domain that is listed.
        """
        service = self.service_signing_in_at(host)
        if service is not None and service.password is not None:
            return service.password
        listed = with_parents(_host(host)) & self.site_passwords.keys()
        closest = max(listed, key=len, default="")
        return self.site_passwords.get(closest)

    def issuer_of(self, address: str) -> Issuer | None:
        """Return the issuer that *address*, of a mail or a host, belongs to."""
        hosts = with_parents(_host(address))
        for issuer in self.issuers.values():
            if not hosts.isdisjoint(issuer.sender_domains):
                return issuer
        return None

    def mail_provider_of(self, address: str) -> MailProvider | None:
        """Return who keeps the mailbox of the mail address *address*, if known."""
        hosts = with_parents(_host(address)) if "@" in address else set()
        for provider in self.mail_providers.values():
            if not hosts.isdisjoint(provider.domains):
                return provider
        return None

    def sender_of(self, address: str) -> Service | None:
        """Return the one of the other firms that *address*, of a mail, belongs to."""
        hosts = with_parents(_host(address))
        for sender in self.senders.values():
            if not hosts.isdisjoint(sender.sender_domains):
                return sender
        return None

    def party(self, name: str) -> Service | Issuer | None:
        """Return the service, issuer or other firm with the id *name*, or None."""
        known = self.services.get(name) or self.issuers.get(name)
        return known or self.senders.get(name)

    def parties(self) -> tuple[Service | Issuer, ...]:
        """Return all whom a mail may claim to come from."""
        firms = (self.services, self.issuers, self.senders)
        return tuple(party for table in firms for party in table.values())

    def kinds_of_site(self, domain: str) -> frozenset[SiteKind]:
        """Return what makes the site at a registrable *domain* worth more, if so."""
        return frozenset(one.kind for one in self.site_lists if domain in one.domains)


def _host(address: str) -> str:
    host = address.strip().rpartition("@")[2].removesuffix(".").lower()
    return host if len(host) <= _LONGEST_HOST else ""


def with_parents(host: str) -> set[str]:
    """Return *host* and every host above it; none where it is too long for a host."""
    if len(host) > _LONGEST_HOST:
        return set()
    labels = host.split(".")
    return {".".join(labels[start:]) for start in range(len(labels))}
