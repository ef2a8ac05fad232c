"""The data packs, kept in a form that is quick to read.

Making it takes half a second, so it is made only where a pack, or what reads packs,
has changed since. The program looks at the packs alone (`adapters.packs`): what reads
them never changes after it was delivered.
"""

from __future__ import annotations

from checkout import ROOT, VENV, call, tool
from environment import fingerprint, holds

PACKS = ROOT / "resources" / "catalogue"
COMPILED = PACKS / "compiled.json"
STAMP = VENV / "packs"
PROGRAM = ROOT / "desktop" / "torimodosu"
READERS = (
    *sorted((PROGRAM / "recovery" / "catalogue").glob("*.py")),
    *(PROGRAM / "adapters" / "packs.py", PROGRAM / "plain.py"),
)

COMPILE = "import sys, pathlib, torimodosu.adapters.packs as packs; "
COMPILE += "packs.compile_catalogue(pathlib.Path(sys.argv[1]))"


def compile_packs() -> None:
    """Compile the data packs, unless what they were compiled to still fits."""
    sources = (*sorted(PACKS.rglob("*.toml")), *READERS)
    current = fingerprint(*map(str, sources))
    if not COMPILED.exists() or not holds(STAMP, current):
        call([tool("python"), "-c", COMPILE, str(PACKS)])
        STAMP.write_text(current, "utf-8")
