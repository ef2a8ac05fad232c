"""What the page of reused passwords works with."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.window.activities.password_audit import PasswordAudit
from torimodosu.window.activities.password_desk import PasswordDesk
from torimodosu.window.clipboard import SecretClipboard
from torimodosu.window.jobs import JobRunner
from torimodosu.window.notes.passwords import PasswordNotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """The outside world of the page.

    Attributes:
        delete_file: Deletes a file, and tells whether it is gone; raises nothing.
        open_page: Lets the browser of the person show an https address; returns
            whether it could be started.

    """

    catalogue: Catalogue
    audit: PasswordAudit
    notes: PasswordNotes
    passwords: PasswordDesk
    clipboard: SecretClipboard
    jobs: JobRunner
    delete_file: Callable[[Path], bool]
    open_page: Callable[[str], bool]
