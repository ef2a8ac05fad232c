"""The translations: one .ts catalogue for each language, compiled to .qm."""

from __future__ import annotations

import filecmp
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from checkout import ROOT, call, status, tool

CATALOGUES = ROOT / "resources" / "i18n"

# English is the language of the code: its catalogue holds only the plurals.
LANGUAGES: dict[str, list[str]] = {"ja": [], "en": ["-pluralonly"]}


def update_catalogues(folder: Path = CATALOGUES) -> None:
    """Bring the catalogues in *folder* in step with the texts of the program."""
    lupdate = [tool("pyside6-lupdate"), "-silent", "-extensions", "py", "desktop"]
    lupdate += ["-locations", "none", "-no-obsolete", "-source-language", "en"]
    for language, options in LANGUAGES.items():
        target = str(folder / f"torimodosu_{language}.ts")
        call([*lupdate, *options, "-target-language", language, "-ts", target])


def catalogues_are_current() -> bool:
    """Tell whether the catalogues hold exactly the texts of the program."""
    with tempfile.TemporaryDirectory() as scratch:
        for catalogue in CATALOGUES.glob("*.ts"):
            shutil.copy(catalogue, scratch)
        update_catalogues(Path(scratch))
        names = [f"torimodosu_{language}.ts" for language in LANGUAGES]
        same, _different, _absent = filecmp.cmpfiles(
            CATALOGUES, scratch, names, shallow=False
        )
    return same == names


def compile_catalogues(*options: str) -> bool:
    """Compile the catalogues that changed and tell whether all were in order.

    With *options*, which let the compiler say more, all of them are.
    """
    sources = sorted(CATALOGUES.glob("*.ts"))
    stale = [source for source in sources if options or _is_stale(source)]
    outcomes = [_compile(source, options) for source in stale]
    return all(outcomes)


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".qm")
    is_there = compiled.exists()
    return not is_there or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns


def _compile(source: Path, options: Sequence[str]) -> bool:
    """Put the compiled *source* in place as a whole.

    A window that is open has the file before in its memory, and would die of a change.
    """
    compiled = source.with_suffix(".qm")
    with tempfile.TemporaryDirectory(dir=source.parent) as scratch:
        fresh = Path(scratch, compiled.name)
        lrelease = [tool("pyside6-lrelease"), "-silent", *options]
        is_failed = status([*lrelease, str(source), "-qm", str(fresh)])
        if fresh.exists():
            fresh.replace(compiled)
    return not is_failed
