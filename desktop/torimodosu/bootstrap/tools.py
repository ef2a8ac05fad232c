"""What the commands work with."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from secrets import randbelow
from typing import TYPE_CHECKING

from torimodosu.adapters.clock import SystemClock
from torimodosu.cli.tools import FolderInUseError, PartCheck, Tools
from torimodosu.recovery.progress import Progress
from torimodosu.resources import resource

if TYPE_CHECKING:  # a command loads what it works with, and not what others need
    from torimodosu.adapters.archive import BagArchive
    from torimodosu.adapters.browsers import HomeBrowsers
    from torimodosu.adapters.mailboxes import FileMailboxes
    from torimodosu.recovery.catalogue.catalogue import Catalogue
    from torimodosu.recovery.evidence.asking_keys import KeyAsking
    from torimodosu.recovery.evidence.timestamps.asking import StampAsking
    from torimodosu.recovery.evidence.verification import EvidenceReport
    from torimodosu.recovery.file_trouble import FileTrouble
    from torimodosu.recovery.passwords.audit.auditing import AuditTools
    from torimodosu.recovery.passwords.weighing import Weighed
    from torimodosu.recovery.statements.pdf_text import PdfPage
    from torimodosu.recovery.statements.statement import Refused


def tools_for(chosen: Path | None) -> Tools:
    """Return the tools of the commands, with everything below the *chosen* folder."""
    return Tools(
        catalogue=_catalogue,
        mailboxes=_mailboxes,
        browsers=_browsers,
        archive=_archive,
        key_asking=lambda: _key_asking(chosen),
        stamp_asking=partial(_stamp_asking, chosen),
        verify=_verify,
        file_content=_file_content,
        pdf=_pdf,
        qr_codes=_qr_codes,
        weigh=_weigh,
        password_file=_password_file,
        audit_tools=_audit_tools,
        passphrase_words=_passphrase_words,
        choose=randbelow,
        write_practice=_write_practice,
        self_checks=lambda: _self_checks(chosen),
        clock=SystemClock(),
    )


def _catalogue() -> "Catalogue":
    from torimodosu.adapters.packs import load_catalogue

    return load_catalogue(resource("catalogue"))


def _mailboxes() -> "closing[FileMailboxes]":
    from torimodosu.adapters.mailboxes import FileMailboxes

    return closing(FileMailboxes())


def _browsers(home: Path | None, catalogue: "Catalogue") -> "HomeBrowsers":
    from torimodosu.adapters.browsers import HomeBrowsers

    if home is None:
        return HomeBrowsers(Path.home(), catalogue, environment=os.environ)
    return HomeBrowsers(home, catalogue)


def _archive(folder: Path) -> "BagArchive":
    from torimodosu.adapters.archive import BagArchive, may_be_archive

    if not may_be_archive(folder):
        raise FolderInUseError
    return BagArchive(folder)


def _key_asking(chosen: Path | None) -> "KeyAsking":
    from torimodosu.bootstrap.key_asking import key_asking_of_commands

    return key_asking_of_commands(chosen)


def _stamp_asking(chosen: Path | None, address: str) -> "StampAsking":
    from torimodosu.bootstrap.stamp_asking import stamp_asking_of_commands

    return stamp_asking_of_commands(chosen, address)


def _verify(folder: Path, progress: Progress) -> "EvidenceReport":
    from torimodosu.adapters.archive import BagFolder
    from torimodosu.recovery.evidence.verification import verify_evidence

    return verify_evidence(BagFolder(folder), progress)


def _file_content(path: Path) -> "bytes | FileTrouble":
    from torimodosu.adapters.chosen_files import read_chosen_file

    return read_chosen_file(path)


def _pdf(raw: bytes) -> "Sequence[PdfPage] | Refused":
    from torimodosu.adapters.statement_pdf import read_pdf

    return read_pdf(raw)


def _qr_codes(raw: bytes) -> Sequence[str] | None:
    # Qt takes long to load, and most commands need none of it.
    from torimodosu.bootstrap.pictures import qr_codes_in

    return qr_codes_in(raw)


def _weigh(password: str) -> "Weighed":
    from torimodosu.bootstrap.scales import weigh_by_shipped_lists

    return weigh_by_shipped_lists(password, ())


def _password_file(path: str) -> Sequence[bytes]:
    from torimodosu.adapters.password_files import (
        read_password_file,
    )

    return read_password_file(Path(path))


@contextmanager
def _audit_tools(catalogue: "Catalogue", leaked: Path | None) -> "Iterator[AuditTools]":
    from torimodosu.bootstrap.collecting import no_collecting
    from torimodosu.bootstrap.passwords import audit_tools, strengths

    with strengths() as estimating, no_collecting():
        yield audit_tools(catalogue, estimating, leaked=leaked)


def _passphrase_words() -> Mapping[str, Sequence[str]]:
    from torimodosu.adapters.word_lists import load_passphrase_words

    return load_passphrase_words(resource("words"))


def _self_checks(chosen: Path | None) -> Iterator[PartCheck]:
    # It opens store, keyring and all the rest, which take a third of the time that
    # another command needs to start.
    from torimodosu.bootstrap.self_checks import self_checks

    return self_checks(chosen)


def _write_practice(folder: Path) -> Sequence[tuple[str, str]]:
    from torimodosu.adapters.practice_writer import (
        FolderNotEmptyError,
        write_practice,
    )
    from torimodosu.recovery.practice.incident import practice_files

    try:
        return write_practice(folder, practice_files())
    except FolderNotEmptyError:
        raise FolderInUseError from None
