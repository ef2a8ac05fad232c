"""A sealed archive on disk, and what may happen to it."""

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.adapters.archive.bags import ENTRIES, keep
from tests.fakes.kept_mails import raw_mail
from tests.fakes.progress import Steps
from torimodosu.adapters.archive import BagArchive, BagFolder
from torimodosu.recovery.evidence.finding_harms import Remembered, find_harms
from torimodosu.recovery.evidence.harm import Harm, HarmFound
from torimodosu.recovery.evidence.ports import BagFiles
from torimodosu.recovery.evidence.sealing import tag_files, text_piece
from torimodosu.recovery.evidence.verification import verify_evidence
from torimodosu.recovery.mail.kept import KeptMail

MANIFEST = "manifest-sha256.txt"
JOURNAL = "data/journal.txt"
MAILS = 5


@dataclass
class Sealed:
    """An archive that was just sealed, and what the store knows of it."""

    folder: Path
    mails: list[KeptMail]
    seal: str

    def path(self, number: int) -> str:
        return f"data/mails/{self.mails[number].sha256}.eml"

    def at(self, path: str | int) -> Path:
        return self.folder / (self.path(path) if isinstance(path, int) else path)

    def harms(self, *, journal: bool = True, steps: Steps | None = None) -> list[Harm]:
        return [found.harm for found in self.found(journal=journal, steps=steps)]

    def found(
        self,
        files: BagFiles | None = None,
        *,
        journal: bool = True,
        steps: Steps | None = None,
    ) -> tuple[HarmFound, ...]:
        files, manifest = files or BagFolder(self.folder), self.at(MANIFEST)
        now = manifest.read_bytes() if manifest.is_file() else b""
        remembered = Remembered(
            mails=frozenset(mail.sha256 for mail in self.mails),
            is_sealed=hashlib.sha256(now).hexdigest() == self.seal,
            is_journal_whole=journal,
        )
        report = verify_evidence(files)
        return find_harms(report, files, remembered, steps or Steps())

    def write_lists_anew(self) -> None:
        """Do what somebody does who knows of bags: all sums are right again."""
        payload = [path for path in self.at("data").rglob("*") if path.is_file()]
        pieces = [
            text_piece(path.relative_to(self.folder).as_posix(), path.read_bytes())
            for path in payload
        ]
        journal = self.at(JOURNAL).read_bytes()
        tags = tag_files(pieces, journal=journal, day=None)
        for path, content in tags.items():
            self.at(path).write_bytes(content)


def change_mail(sealed: Sealed) -> None:
    sealed.at(0).write_bytes(raw_mail(0).replace(b"order", b"ORDER"))


def cut_mail(sealed: Sealed) -> None:
    sealed.at(0).write_bytes(raw_mail(0)[:-10])


def change_mail_and_lists(sealed: Sealed) -> None:
    change_mail(sealed)
    sealed.write_lists_anew()


def delete_mail(sealed: Sealed) -> None:
    sealed.at(0).unlink()


def delete_mail_and_lists(sealed: Sealed) -> None:
    delete_mail(sealed)
    sealed.write_lists_anew()


def link_mail(sealed: Sealed) -> None:
    sealed.at(0).unlink()
    sealed.at(0).symlink_to(sealed.at(1))
    sealed.at(1).unlink()


def add_mail(sealed: Sealed) -> None:
    raw = raw_mail(99)
    name = hashlib.sha256(raw).hexdigest()
    sealed.at(f"data/mails/{name}.eml").write_bytes(raw)


def add_letter(sealed: Sealed) -> None:
    sealed.at("data/letter.txt").write_bytes(b"dear")


def look_into_folder(sealed: Sealed) -> None:
    for name in (".DS_Store", "mails/Thumbs.db", "mails/desktop.ini"):
        sealed.at(f"data/{name}").write_bytes(b"\0")


def change_manifest(sealed: Sealed) -> None:
    old = sealed.mails[0].sha256
    text = sealed.at(MANIFEST).read_text()
    sealed.at(MANIFEST).write_text(text.replace(f"{old}  ", "0" * 64 + "  "))


def drop_line_of_manifest(sealed: Sealed) -> None:
    lines = sealed.at(MANIFEST).read_text().splitlines(keepends=True)
    kept_lines = [line for line in lines if sealed.path(0) not in line]
    sealed.at(MANIFEST).write_text("".join(kept_lines))


def delete_manifest(sealed: Sealed) -> None:
    sealed.at(MANIFEST).unlink()


def delete_manifest_and_change_mail(sealed: Sealed) -> None:
    delete_manifest(sealed)
    change_mail(sealed)


def change_index(sealed: Sealed) -> None:
    sealed.at("data/index.html").write_bytes(b"<html>")


def change_index_and_lists(sealed: Sealed) -> None:
    change_index(sealed)
    sealed.write_lists_anew()


def change_metadata(sealed: Sealed) -> None:
    text = sealed.at("bag-info.txt").read_text()
    sealed.at("bag-info.txt").write_text(text.replace("Torimodosu", "Somebody"))


def drop_entry(sealed: Sealed) -> None:
    lines = sealed.at(JOURNAL).read_bytes().splitlines(keepends=True)
    sealed.at(JOURNAL).write_bytes(b"".join(lines[1:]))


def delete_journal(sealed: Sealed) -> None:
    sealed.at(JOURNAL).unlink()


def move_folder(sealed: Sealed) -> None:
    sealed.folder.rename(sealed.folder.with_name("elsewhere"))


def empty_folder(sealed: Sealed) -> None:
    shutil.rmtree(sealed.folder)
    sealed.folder.mkdir()


def put_a_file_there(sealed: Sealed) -> None:
    move_folder(sealed)
    sealed.folder.write_bytes(b"")


def put_archive_of_another_case_there(sealed: Sealed) -> None:
    other = BagArchive(sealed.folder.with_name("other"))
    other_mails = [keep(other, number) for number in (50, 51)]
    other.seal(other_mails, ENTRIES)
    shutil.rmtree(sealed.folder)
    sealed.folder.with_name("other").rename(sealed.folder)


def put_older_copy_there(sealed: Sealed) -> None:
    older = BagArchive(sealed.folder.with_name("older"))
    older.seal([keep(older, number) for number in range(MAILS - 2)], ENTRIES)
    shutil.rmtree(sealed.folder)
    sealed.folder.with_name("older").rename(sealed.folder)


def stamp_wrongly(sealed: Sealed) -> None:
    sealed.at("timestamp.tsr").write_bytes(b"no stamp")
