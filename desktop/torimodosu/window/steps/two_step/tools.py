"""What the page works with."""

from dataclasses import dataclass

from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.window.activities.authenticator import Authenticator
from torimodosu.window.activities.clock_check import ClockCheck
from torimodosu.window.backup.drill import BackupDrill
from torimodosu.window.clipboard import SecretClipboard
from torimodosu.window.codes.code_lock import CodeLock
from torimodosu.window.notes.two_step import TwoStepNotes
from torimodosu.window.ports import Settings
from torimodosu.window.qr.capture import QrCapture


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What the page works with.

    Attributes:
        catalogue: Tells what the shop asks for, and where.
        authenticator: Keeps the accounts and reads their secrets.
        backup: Makes backups and reads them back.
        capture: Reads QR codes and set-up keys.
        clipboard: Takes copied codes, for a while.
        clock: Tells the time that codes are made from.
        clock_check: Finds out whether that is right.
        notes: Keeps what the shop said to the codes.
        lock: Whether the codes are locked, with a passphrase of the person.
        settings: Keeps which server the person asks for the time.

    """

    catalogue: Catalogue
    authenticator: Authenticator
    backup: BackupDrill
    capture: QrCapture
    clipboard: SecretClipboard
    clock: Clock
    clock_check: ClockCheck
    notes: TwoStepNotes
    settings: Settings
    lock: CodeLock
