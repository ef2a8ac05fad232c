"""The bundled program against the same program in its virtual environment.

Size on the disk, and from starting it to its first painted window: warm, and cold, with
its files put out of the cache of the system. What other processes hold in memory stays
there, so on a computer where other programs run with the same Python, the environment
is the one that is not wholly cold.
"""

import os
import shutil
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path

import pytest

from bundling import layout
from tests.benchmarks.pairs import Outcome, say, tell
from tests.benchmarks.screen import Screen, open_screen
from tests.benchmarks.test_start import start
from torimodosu.adapters.store import Store

MEGABYTE = 1_000_000
WARM, COLD, SIZE = 1.25, 1.6, 0.75
PACKAGES = Path(sysconfig.get_path("purelib"))
# What of the environment the program never uses: the tools of those who change it.
PARTS = (
    *("PySide6", "shiboken6", "Cryptodome", "cryptography", "keyring", "dns"),
    *("pypdfium2", "pypdfium2_raw", "zxingcpp", "zxcvbn", "segno", "icalendar"),
    *("ahocorasick_rs", "argon2", "jpholiday", "publicsuffixlist", "imapclient"),
    "budoux",
)


def test_bundle(tmp_path: Path, *, long_form: bool) -> None:
    bundled = layout.FOLDERS / layout.NAME
    if sys.platform != "linux" or not bundled.is_dir():
        pytest.skip("installer/dev.py bundle has made nothing for this system")
    rounds = 11 if long_form else 1
    Store.at(tmp_path / "cases.sqlite")
    data = ("--data-dir", str(tmp_path))
    ours = (str(bundled / layout.NAME), *data)
    peer = (sys.executable, "-P", "-m", "torimodosu", *data)
    kept = smaller(bundled)
    with open_screen() as screen:
        for command in (ours, peer):
            start(command, screen)
        kept &= compare("warm", ours, peer, screen, rounds=rounds, limit=WARM)
        kept &= compare("cold", ours, peer, screen, rounds=rounds, limit=COLD)
    assert kept or not long_form


def smaller(bundled: Path) -> bool:
    """Compare with the libraries alone: the environment holds no Python of its own."""
    mine = size(files_below(bundled))
    theirs = size(files_of_environment())
    say(f"     size: {mine / theirs:.2f}x, {mine:.0f} MB against {theirs:.0f} MB")
    for path in sorted(layout.DELIVERED.glob("torimodosu*")):
        say(f"     {path.name}: {size([path]):.1f} MB")
    return mine / theirs <= SIZE


def compare(  # noqa: PLR0913 -- what is compared, with what, how
    kind: str,
    ours: tuple[str, ...],
    peer: tuple[str, ...],
    screen: Screen,
    *,
    rounds: int,
    limit: float,
) -> bool:
    """Start both in turn and tell whether *limit* was kept."""
    timings = []
    for _ in range(rounds):
        pair = []
        for command, files in (
            (ours, files_below(Path(ours[0]).parent)),
            (peer, [*files_of_environment(), *files_of_python()]),
        ):
            if kind == "cold":
                put_out_of_cache(files)
            pair.append(start(command, screen).timing)
        timings.append(pair)
    outcome = Outcome(
        ours=tuple(pair[0] for pair in timings), peer=tuple(pair[1] for pair in timings)
    )
    return tell(f"{kind} start, bundle / environment", outcome, limit=limit)


def files_of_environment() -> list[Path]:
    """Return what the program in its environment is made of."""
    return [
        path
        for folder in (*(PACKAGES / name for name in PARTS), layout.ROOT / "desktop")
        for path in files_below(folder)
    ]


def files_of_python() -> list[Path]:
    """Return the interpreter and its own modules."""
    library = sysconfig.get_config_var("LIBDIR"), sysconfig.get_config_var("INSTSONAME")
    shared = Path(*map(str, library))
    own = files_below(Path(sysconfig.get_path("stdlib")))
    own = [path for path in own if "site-packages" not in path.parts]
    found = shutil.which(sys.executable) or sys.executable
    return [*own, Path(found).resolve(), *([shared] if shared.exists() else [])]


def files_below(folder: Path) -> list[Path]:
    """Return the files below *folder*, each once."""
    return [p for p in folder.rglob("*") if p.is_file() and not p.is_symlink()]


def size(paths: Iterable[Path]) -> float:
    """Return how many megabytes *paths* hold."""
    return sum(path.stat().st_size for path in paths) / MEGABYTE


def put_out_of_cache(paths: Iterable[Path]) -> None:
    """Let the system read *paths* from the disk again, by posix_fadvise(2)."""
    for path in paths:
        content = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(content, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(content)
