"""What kept mails are looked at with."""

from collections.abc import Mapping
from pathlib import Path

from torimodosu.adapters.archive import BagArchive, BagFolder
from torimodosu.adapters.store.settings import Setting
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.signed_mails import keys_in
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.plan.showing import MailDesk
from torimodosu.recovery.plan.trusting_servers import (
    FOREIGN_MAIL_SERVERS,
    OWN_MAIL_SERVERS,
    servers_in,
)


def trusted_servers(settings: Mapping[str, Setting]) -> frozenset[str]:
    """Return the mail servers that the person said are their own.

    They are kept as words parted by blanks, each as `OwnServer.trusted` has it.
    """
    return servers_in(settings, OWN_MAIL_SERVERS)


def answered_servers(settings: Mapping[str, Setting]) -> frozenset[str]:
    """Return the mail servers that the person has been asked about."""
    foreign = servers_in(settings, FOREIGN_MAIL_SERVERS)
    return trusted_servers(settings) | foreign


def mail_desk(
    bag: Path, catalogue: Catalogue, clock: Clock, *, trusted: frozenset[str]
) -> MailDesk:
    """Return what the mails in *bag* are looked at with, by the keys in it.

    *trusted* are the person's own mail servers.
    """
    outside = outside_of(bag, clock, trusted=trusted)
    return MailDesk(archive=BagArchive(bag), catalogue=catalogue, outside=outside)


def outside_of(bag: Path, clock: Clock, *, trusted: frozenset[str]) -> Outside:
    """Return what the mails in *bag* are judged by."""
    keys = keys_in(BagFolder(bag))
    return Outside(keys=keys, trusted=trusted, at=clock.now())
