"""What kept mails are looked at with."""

from pathlib import Path

from torimodosu.adapters.archive import BagArchive, BagFolder
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.signed_mails import keys_in
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.plan.showing import MailDesk


def mail_desk(bag: Path, catalogue: Catalogue, clock: Clock) -> MailDesk:
    """Return what the mails in *bag* are looked at with, by the keys in it."""
    keys, at = keys_in(BagFolder(bag)), clock.now()
    outside = Outside(keys=keys, trusted=frozenset(), at=at)
    return MailDesk(archive=BagArchive(bag), catalogue=catalogue, outside=outside)
