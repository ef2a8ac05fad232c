"""The translations: one .ts catalogue for each language, compiled to .qm."""

from __future__ import annotations

import filecmp
import shutil
import tempfile
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
    """Compile every catalogue for the program and tell whether all were in order."""
    lrelease = [tool("pyside6-lrelease"), "-silent", *options]
    outcomes = [
        status([*lrelease, str(source), "-qm", str(source.with_suffix(".qm"))])
        for source in sorted(CATALOGUES.glob("*.ts"))
    ]
    return not any(outcomes)
