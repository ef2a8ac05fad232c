"""Archives that come out the same each time, wherever they are made."""

from __future__ import annotations

import gzip
import tarfile
from pathlib import Path

ANYBODY_RUNS = 0o755
ANYBODY_READS = 0o644


def write_tar(folder: Path, target: Path, moment: int) -> None:
    """Pack *folder*, under its own name, into the .tar.gz file *target*.

    Order, times (*moment*, in seconds since 1970), owners and modes are fixed, so
    that equal files give an equal archive (https://reproducible-builds.org).
    """
    with (
        target.open("wb") as raw,
        gzip.GzipFile("", "wb", 9, raw, mtime=moment) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in [folder, *sorted(folder.rglob("*"))]:
            name = (Path(folder.name) / path.relative_to(folder)).as_posix()
            entry = archive.gettarinfo(path, name)
            settle(entry, moment)
            if entry.isreg():
                with path.open("rb") as content:
                    archive.addfile(entry, content)
            else:
                archive.addfile(entry)


def settle(entry: tarfile.TarInfo, moment: int) -> None:
    """Take from *entry* what differs from one making to the next."""
    entry.mtime = moment
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mode = settled_mode(entry.name, entry.mode, is_folder=entry.isdir())


def settle_folder(folder: Path) -> None:
    """Give everything in *folder* the modes that it has on any computer."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_symlink():
            continue
        mode = path.stat().st_mode
        path.chmod(settled_mode(path.name, mode, is_folder=path.is_dir()))


def settled_mode(name: str, mode: int, *, is_folder: bool) -> int:
    """Return the mode that a file has on any computer; a library is not run."""
    runs = is_folder or (mode & 0o100 and ".so" not in name)
    return ANYBODY_RUNS if runs else ANYBODY_READS


def write_gzip(content: bytes, target: Path) -> None:
    """Write *content* compressed, without a name or a time."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(content, 9, mtime=0))
