"""The translations: one .ts catalogue for each language, compiled to .qm."""

from __future__ import annotations

import filecmp
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from checkout import ROOT, call, status, tool
from replacing import replacing

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
    """Compile the catalogues that changed, and tell whether nothing was wrong.

    With *options* of lrelease all are compiled, since those ask about the translations
    themselves: "-fail-on-unfinished" finds what is not translated.
    """
    sources = sorted(CATALOGUES.glob("*.ts"))
    stale = [source for source in sources if options or _is_stale(source)]
    outcomes = [_compile(source, options) for source in stale]
    return all(outcomes)  # after the last: what can be compiled is


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".qm")
    is_there = compiled.exists()
    return not is_there or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns


def _compile(source: Path, options: Sequence[str]) -> bool:
    """Compile *source*, and tell whether nothing was wrong with it."""
    lrelease = [tool("pyside6-lrelease"), "-silent", *options]
    with replacing(source.with_suffix(".qm")) as fresh:
        outcome = status([*lrelease, str(source), "-qm", str(fresh)])
    return outcome == 0
