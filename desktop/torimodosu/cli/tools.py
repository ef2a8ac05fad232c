"""What the commands work with; bootstrap hands it in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.file_trouble import FileTrouble
from torimodosu.recovery.progress import Progress

if TYPE_CHECKING:  # a command loads what it works with, and not what others need
    from torimodosu.recovery.catalogue.catalogue import Catalogue
    from torimodosu.recovery.evidence.asking_keys import KeyAsking
    from torimodosu.recovery.evidence.ports import Archive
    from torimodosu.recovery.evidence.timestamps.asking import StampAsking
    from torimodosu.recovery.evidence.verification import EvidenceReport
    from torimodosu.recovery.mail.search import Mailboxes
    from torimodosu.recovery.passwords.audit.auditing import AuditTools
    from torimodosu.recovery.passwords.new_password import Choose
    from torimodosu.recovery.passwords.weighing import Weighed
    from torimodosu.recovery.signin.ports import Browsers
    from torimodosu.recovery.statements.reading import PdfReader


@dataclass(frozen=True, slots=True, kw_only=True)
class PartCheck:
    """Whether one part of the program works, and what was seen."""

    part: str
    ok: bool
    detail: str


class FolderInUseError(Exception):
    """The folder that shall be written to holds something already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """The use cases and adapters behind the commands.

    Attributes:
        catalogue: Opens the shipped catalogue.
        mailboxes: Opens the reader of mailboxes; leaving its context ends at once
            whatever it is still doing.
        browsers: Opens the browsers below a home folder; None is that of the user.
        archive: Opens the archive in a folder; raises `FolderInUseError`, or OSError
            where that cannot be seen.
        key_asking: Opens what asks for keys of signers, and keeps that it does; raises
            `NoKeyServerError` and `StoreError`.
        stamp_asking: Opens what asks the authority at an address for a time stamp, and
            keeps that it does; raises `StoreError`.
        verify: Verifies the bag in a folder.
        file_content: Returns what is in a file, or why it is not read.
        pdf: Returns the pages of a PDF, or why they are not read.
        qr_codes: Returns the texts of the QR codes in a picture, None where the bytes
            are no picture.
        write_practice: Writes the practice incident and returns the paths of what it
            wrote, relative to the folder, with a description each; raises
            `FolderInUseError`, or OSError.
        weigh: Returns how strong a password is, and whether it leaked; raises OSError
            if the shipped lists cannot be read.
        password_file: Returns the exports of passwords in a file, which may be packed;
            raises `ExportError`.
        audit_tools: Opens what passwords are audited with, and a list of leaked ones;
            leaving its context ends at once whatever it is still doing.
        passphrase_words: Opens the words for passphrases, by the language.
        choose: Returns a random number below another, fit for secrets.
        self_checks: Opens every part once.

    """

    catalogue: "Callable[[], Catalogue]"
    mailboxes: "Callable[[], AbstractContextManager[Mailboxes]]"
    browsers: "Callable[[Path | None, Catalogue], Browsers]"
    archive: "Callable[[Path], Archive]"
    key_asking: "Callable[[], KeyAsking]"
    stamp_asking: "Callable[[str], StampAsking]"
    verify: "Callable[[Path, Progress], EvidenceReport]"
    file_content: Callable[[Path], bytes | FileTrouble]
    pdf: "PdfReader"
    qr_codes: Callable[[bytes], Sequence[str] | None]
    write_practice: Callable[[Path], Sequence[tuple[str, str]]]
    weigh: "Callable[[str], Weighed]"
    password_file: Callable[[str], Sequence[bytes]]
    audit_tools: (
        "Callable[[Catalogue, Path | None], AbstractContextManager[AuditTools]]"
    )
    passphrase_words: Callable[[], Mapping[str, Sequence[str]]]
    choose: "Choose"
    self_checks: Callable[[], Iterator[PartCheck]]
    clock: Clock
