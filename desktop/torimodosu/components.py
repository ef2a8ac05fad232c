"""What this program is made of, under which licences, as its packages tell."""

import platform
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from torimodosu.resources import resource

_OURS = "torimodosu"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_TEXT = re.compile(r"licen[sc]e|copying|notice|authors", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A part of the program.

    Attributes:
        name: What its makers call it.
        version: The one in use.
        licence: Its short name, or "" where the part does not tell.
        files: Where the terms lie.

    """

    name: str
    version: str
    licence: str
    files: tuple[Path, ...] = ()

    def terms(self) -> str:
        """Return the terms as text; "" where they did not come with the part."""
        texts = (path.read_text("utf-8", errors="replace") for path in self.files)
        return "\n\n\n".join(text.strip() for text in texts)


def components() -> Sequence[Component]:
    """Return the parts, this program first; takes a moment.

    What it needs is found from package to package. Beside these there are Python, and
    the word lists, which are no packages.
    """
    found = {name: component(name) for name in _needed()}
    ours = found.pop(_OURS, None)
    rest = sorted(found.values(), key=lambda part: part.name.lower())
    python = Component(
        name="Python", version=platform.python_version(), licence="PSF-2.0"
    )
    words = Component(
        name="Word lists",
        version="",
        licence="CC-BY-SA-4.0, CC-BY-3.0-US, MIT",
        files=(resource("words", "README.md"), resource("words", "MOZC.txt")),
    )
    return [*([ours] if ours else []), *rest, python, words]


def _needed() -> Sequence[str]:
    """Return the names of the packages that are installed and needed by one another."""
    found, waiting = list[str](), [_OURS]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            needs = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            # It is for another system, or an optional part.
            continue
        found.append(name)
        # What is optional for us is there or not; what is so for others is not for us.
        waiting += _names(needs, optional=name == _OURS)
    return found


def _names(needs: Sequence[str], *, optional: bool) -> Iterator[str]:
    for need in needs:
        name = _NAME.match(need)
        if name is not None and (optional or "extra ==" not in need):
            yield re.sub(r"[-_.]+", "-", name[0]).lower()


def component(name: str) -> Component:
    """Return the installed package *name*.

    Raises:
        importlib.metadata.PackageNotFoundError: If it is not installed.

    """
    part = metadata.distribution(name)
    licence = _licence(part)
    files = tuple(
        Path(str(part.locate_file(file)))
        for file in part.files or ()
        if ".dist-info" in file.parts[0] and _TEXT.search("/".join(file.parts[1:]))
    )
    if not files and "LGPL-3.0" in licence:
        # Qt for Python comes without them; the LGPL rests on the GPL.
        texts = ("LGPL-3.0.txt", "GPL-3.0.txt")
        files = tuple(resource("licences", text) for text in texts)
    return Component(
        name=part.metadata["Name"], version=part.version, licence=licence, files=files
    )


def _licence(part: metadata.Distribution) -> str:
    """Return the short name of a licence, from wherever a package may tell it."""
    told = part.metadata.get_all("License-Expression") or []
    told += part.metadata.get_all("License") or []
    classes = part.metadata.get_all("Classifier") or []
    told += [one.rpartition(" :: ")[2] for one in classes if one.startswith("License")]
    first = told[0] if told else ""
    return first.strip().partition("\n")[0][:80]
