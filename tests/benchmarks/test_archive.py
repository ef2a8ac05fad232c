"""Keeping 500 mails of 188 MB as a sealed bag, against copying and hashing tools.

Ours come out of an mbox, as the program finds them. The peers, `cp -r` with `sha256sum`
and the bagit library, which makes a bag of a copied folder, get a file for each mail.
"""

import functools
import itertools
import mmap
import os
import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import bagit  # type: ignore[import-untyped]  # it ships none

from tests.benchmarks.pairs import measure, tell
from torimodosu.adapters.archive import BagArchive, verify_bag
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.evidence.intake import GROUP, GROUP_BYTES
from torimodosu.recovery.mail.kept import KeptMail, Origin
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.search import Found

Fill = functools.partial[None]
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


def generate(place: Path, *, mails: int, size: int) -> list[Origin]:
    """Write *mails* of *size* bytes in all, each to a file and all to one mbox.

    Their sizes vary as those of real mails do. Returns where they lie in the mbox.
    """
    chance = random.Random(3)  # noqa: S311 -- the same mails at every run
    weights = [chance.lognormvariate(0.0, 1.2) for _ in range(mails)]
    (place / "source").mkdir()
    origins = []
    with (place / "mbox").open("wb") as mbox:
        for number, weight in enumerate(weights):
            body = chance.randbytes(max(200, int(size * weight / sum(weights))))
            mail = f"From: shop@example.com\r\nSubject: {number}\r\n\r\n".encode()
            mail += body
            (place / "source" / f"{number:05d}.eml").write_bytes(mail)
            mbox.write(b"From shop@example.com Sat Mar 14 12:00:00 2026\n")
            origins.append(Origin(source="mbox", offset=mbox.tell(), length=len(mail)))
            mbox.write(mail + b"\n\n")
    return origins


def archive(mbox: Path, origins: Sequence[Origin], fresh: Iterator[Path]) -> None:
    """Keep and seal the mails of an mbox, read as the program reads them."""
    bag = BagArchive(next(fresh))
    mails: list[KeptMail] = []
    with (
        mbox.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped,
    ):
        for group in groups(origins):
            found = [
                Found(origin=it, raw=mapped[it.offset : it.offset + it.length])
                for it in group
            ]
            mails += [row(sha256, one.origin) for one, sha256 in bag.keep(*found)]
    bag.seal(mails, [Entry(at=NOON, kind=Kind.MAILS_KEPT, text=f"{len(mails)}")])


def groups(origins: Sequence[Origin]) -> Iterator[Sequence[Origin]]:
    """Yield *origins* as many together as an intake keeps at a time."""
    group: list[Origin] = []
    for origin in origins:
        group.append(origin)
        size = sum(one.length for one in group)
        if len(group) >= GROUP or size >= GROUP_BYTES:
            yield group
            group = []
    if group:
        yield group


def row(sha256: str, origin: Origin) -> KeptMail:
    """Return what would be known of a mail."""
    return KeptMail(
        sha256=sha256,
        origin=origin,
        message_id=f"{sha256}@example.com",
        date=NOON,
        sender_name="Shop",
        sender_address="shop@example.com",
        subject="注文の確認",
        service="example.com",
        kind=MailKind.ORDER_CONFIRMATION,
    )


def copy_and_sum(source: Path, fresh: Iterator[Path]) -> None:
    """Do with coreutils what amounts to the same."""
    script = 'cp -r "$0" "$1" && cd "$1" && sha256sum -- * > ../sums.txt'
    command = ["/bin/sh", "-c", script, str(source), str(next(fresh))]
    subprocess.run(command, check=True)


def make_bag(source: Path, fresh: Iterator[Path]) -> None:
    """Do it with bagit."""
    folder = next(fresh)
    shutil.copytree(source, folder)
    bagit.make_bag(str(folder), checksums=["sha256"])


def fresh_folders(place: Path) -> Iterator[Path]:
    """Yield folders in *place* that are not there yet.

    Nothing is deleted before all runs are done: for seconds after a deletion ext4 is
    slow at making files.
    """
    place.mkdir()
    for number in itertools.count():
        yield place / str(number)


def test_archive(tmp_path: Path, *, long_form: bool) -> None:
    mails, size, rounds = (500, 188_000_000, 15) if long_form else (20, 2_000_000, 1)
    # Not kept for looking at, as pytest would: it is several gigabytes.
    with tempfile.TemporaryDirectory(dir=tmp_path) as name:
        place = Path(name)
        origins = generate(place, mails=mails, size=size)
        ours = functools.partial(archive, place / "mbox", origins)
        copying = functools.partial(copy_and_sum, place / "source")
        bagging = functools.partial(make_bag, place / "source")
        kept = compare(ours, copying, place / "1", rounds=rounds, limit=0.5)
        kept &= compare(ours, bagging, place / "2", rounds=rounds, limit=0.85)
        bag = place / "1" / "ours" / "0"
        verified = measure(
            lambda: verify_bag(bag), bagit.Bag(str(bag)).validate, rounds=rounds
        )
        kept &= tell("verify / bagit validate", verified, limit=1.0)
        assert verify_bag(bag).files == mails + 3
        assert verify_bag(bag).valid
        assert kept or not long_form


def compare(ours: Fill, peer: Fill, place: Path, *, rounds: int, limit: float) -> bool:
    """Let both sides fill fresh folders in *place*; tell whether *limit* was kept.

    A run begins when the disk has what the runs before it wrote: else it waits for them
    as soon as the system lets no more be on its way to the disk.
    """
    place.mkdir()
    outcome = measure(
        functools.partial(ours, fresh_folders(place / "ours")),
        functools.partial(peer, fresh_folders(place / "peer")),
        rounds=rounds,
        before=os.sync if hasattr(os, "sync") else lambda: None,
    )
    return tell(f"archive / {peer.func.__name__}", outcome, limit=limit)
