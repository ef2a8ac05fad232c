"""What lies in a bundle and where each file came from."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path, PurePosixPath

from bundling import layout

# What the bundle keeps of the notes beside a package: what it is, its plugins and its
# terms. The rest tells of how it came onto this computer.
KEPT = ("METADATA", "entry_points.txt", "licenses", "LICEN", "COPYING", "NOTICE")


@dataclass(frozen=True)
class SystemLibrary:
    """A library that was taken from the system.

    Attributes:
        path: Where it lies there.
        package: The Debian package that it is of, or "" on another system.
        version: The version of that package.

    """

    path: Path
    package: str
    version: str


def note(sources: Iterable[str]) -> None:
    """Keep, for the steps after PyInstaller, which files the bundle was made of."""
    layout.INVENTORY.write_text(json.dumps(sorted(set(sources))), "utf-8")


def noted() -> list[Path]:
    """Return the files that the bundle was made of."""
    return [Path(name) for name in json.loads(layout.INVENTORY.read_text("utf-8"))]


def bundled_packages(sources: Collection[Path]) -> list[metadata.Distribution]:
    """Return the packages of Python that any of the files *sources* is of."""
    found = {
        package.metadata["Name"]: package
        for package in metadata.distributions()
        if any(
            Path(str(package.locate_file(file))) in sources for file in code(package)
        )
    }
    return [found[name] for name in sorted(found, key=str.lower)]


def code(package: metadata.Distribution) -> Iterator[metadata.PackagePath]:
    """Yield the files of *package* that are not notes about it."""
    for file in package.files or ():
        if not file.parts[0].endswith(".dist-info"):
            yield file


def papers(package: metadata.Distribution) -> Iterator[tuple[str, str]]:
    """Yield the notes about *package* that come along: their place, their source.

    With a RECORD of just these, by which they are found again at run time.
    """
    kept = [
        file
        for file in package.files or ()
        if file.parts[0].endswith(".dist-info") and file.parts[1].startswith(KEPT)
    ]
    for file in kept:
        yield file.as_posix(), str(package.locate_file(file))
    record = layout.PAPERS / kept[0].parts[0] / "RECORD"
    record.parent.mkdir(parents=True, exist_ok=True)
    lines = sorted(f"{file.as_posix()},,\n" for file in kept)
    record.write_text("".join(lines), "utf-8")
    yield PurePosixPath(kept[0].parts[0], "RECORD").as_posix(), str(record)


@cache
def system_libraries(program: Path) -> list[SystemLibrary]:
    """Return the libraries of this Linux system that *program* brings along."""
    found = []
    for path in sorted(noted()):
        if ".so" not in path.name or path.is_relative_to(layout.ROOT):
            continue
        package = owner(path)
        if package and (program / "_internal" / path.name).exists():
            found.append(SystemLibrary(path, package, installed_version(package)))
    return found


def owner(path: Path) -> str:
    """Return the Debian package that brought *path*, or ""."""
    # A library may be known by the place that /lib leads to, or by the other.
    places = (
        path.resolve(),
        Path(*path.resolve().parts[:1], *path.resolve().parts[2:]),
    )
    for place in places:
        told = answer("dpkg-query", "--search", str(place))
        if told:
            return told.partition(": ")[0].partition(":")[0]
    return ""


def installed_version(package: str) -> str:
    """Return the version of an installed Debian package."""
    told = answer("dpkg-query", "--show", "--showformat=${Version}\n", package)
    return told.partition("\n")[0]


def answer(*command: str) -> str:
    """Return what *command* prints, or "" where it fails or does not exist."""
    if not shutil.which(command[0]):
        return ""
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else ""
