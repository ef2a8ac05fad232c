"""The terms of everything in a bundle, as files that anybody can open."""

from __future__ import annotations

import re
import shutil
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from bundling import inventory
from torimodosu.components import Component, component, components

NO_PACKAGES = {"Python", "Word lists"}
DEBIAN_TERMS = Path("/usr/share/doc")

READ_ME = """\
Torimodosu is under the MIT licence. It is built on these parts, each under its own
terms; the text lies beside this file under the name of the part.

{lines}

Qt and Qt for Python (PySide6, shiboken6) are used under the GNU Lesser General Public
License, version 3. They lie as separate libraries in the folder PySide6 and shiboken6
inside the program. You may replace them with builds of your own of the same version
series, from the sources at https://download.qt.io, and you may take this program apart
to find faults in such a change.
"""


def write_beside(program: Path) -> None:
    """Write the terms of all parts into a folder of *program*."""
    folder = place_in(program)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    lines = []
    for part in [*bundled_components(), *of_the_system(program)]:
        lines.append(f"{part.name} {part.version}: {part.licence}")
        text = part.terms()
        if text:
            name = re.sub(r"[^\w.+-]", "-", part.name)
            (folder / f"{name}.txt").write_text(text, "utf-8")
    read_me = READ_ME.format(lines="\n".join(lines))
    (folder / "README.txt").write_text(read_me, "utf-8")


def place_in(program: Path) -> Path:
    """Return where in *program* people find the terms."""
    inside = program / "Contents" / "Resources" if sys.platform == "darwin" else program
    return inside / "licences"


def bundled_components() -> list[Component]:
    """Return the parts that lie in the bundle, this program first.

    Not all that the program needs: some packages help to make others only. And more
    than that: the beginning of the program is of PyInstaller.
    """
    packages = inventory.bundled_packages(set(inventory.noted()))
    inside = {package.metadata["Name"] for package in packages}
    known = [part for part in components() if part.name in inside | NO_PACKAGES]
    more = inside - {part.name for part in known}
    parts = [*known, *(component(name) for name in sorted(more))]
    return [with_terms_of_python(part) for part in parts]


def with_terms_of_python(part: Component) -> Component:
    """Return *part*, if it is Python with the licence that lies beside its library."""
    version = "{}.{}".format(*sys.version_info)
    places = (
        Path(sysconfig.get_path("stdlib"), "LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE.txt"),
        DEBIAN_TERMS / f"python{version}" / "copyright",
    )
    found = tuple(place for place in places if place.exists())[:1]
    if part.name != "Python":
        return part
    return Component(
        name=part.name, version=part.version, licence=part.licence, files=found
    )


def of_the_system(program: Path) -> Iterator[Component]:
    """Yield the libraries of a Debian system that came along, with their terms."""
    found = {
        library.package: library for library in inventory.system_libraries(program)
    }
    for name, library in found.items():
        terms = DEBIAN_TERMS / name / "copyright"
        yield Component(
            name=name,
            version=library.version,
            licence="see its text",
            files=(terms,) if terms.exists() else (),
        )
