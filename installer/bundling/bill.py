"""The bill of materials: every part of a bundle, for programs that look for holes.

In CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/), checked against its schema.
"""

from __future__ import annotations

import hashlib
import json
import platform
import time
import uuid
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from PySide6.QtCore import qVersion

from bundling import inventory, layout, licences
from checkout import stop
from torimodosu.components import Component

Part = dict[str, object]

# Any fixed value will do: names made from it are the same in each build.
SPACE = uuid.uuid5(uuid.NAMESPACE_URL, f"https://{layout.DESKTOP_ID}/bill-of-materials")


def write(program: Path, folder: Path, moment: int) -> Path:
    """Write the bill of *program* into *folder* and return where it lies."""
    bill = bill_of(program, moment)
    text = json.dumps(bill, ensure_ascii=False, indent=1, sort_keys=True)
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if fault is not None:
        stop(f"The bill of materials breaks the schema: {fault}")
    system = f"{platform.system()}-{platform.machine()}".lower()
    target = folder / f"{layout.NAME}-{layout.version()}-{system}.cdx.json"
    target.write_text(text, "utf-8")
    return target


def bill_of(program: Path, moment: int) -> dict[str, object]:
    """Return the bill of *program*, which was made at *moment*."""
    ours, *others = licences.bundled_components()
    parts = [*map(of_python, others), qt(), *of_the_system(program)]
    root = {**of_python(ours), "type": "application"}
    content = json.dumps([root, parts], sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "serialNumber": f"urn:uuid:{uuid.uuid5(SPACE, content)}",
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment)),
            "component": root,
            "tools": {"components": [tool("pyinstaller")]},
        },
        "components": parts,
        "dependencies": [
            {"ref": root["bom-ref"], "dependsOn": [part["bom-ref"] for part in parts]}
        ],
    }


def of_python(part: Component) -> Part:
    """Return a package of Python, or what the program has beside them."""
    name = part.name.lower().replace("_", "-")
    kinds = {"python": "pkg:generic/cpython", "word lists": "pkg:generic/word-lists"}
    place = f"{kinds.get(name, f'pkg:pypi/{name}')}"
    reference = f"{place}@{part.version}" if part.version else place
    described: Part = {
        "type": "data" if name == "word lists" else "library",
        "bom-ref": reference,
        "name": part.name,
        "purl": reference,
    }
    if part.version:
        described["version"] = part.version
    if part.licence:
        described["licenses"] = [{"license": {"name": part.licence}}]
    return described


def qt() -> Part:
    """Return Qt itself, which lies inside the package of its bindings."""
    reference = f"pkg:generic/qt@{qVersion()}"
    return {
        "type": "framework",
        "bom-ref": reference,
        "name": "Qt",
        "version": qVersion(),
        "purl": reference,
        "licenses": [{"license": {"id": "LGPL-3.0-only"}}],
    }


def of_the_system(program: Path) -> Iterator[Part]:
    """Yield the libraries that were taken from a Debian system."""
    for library in inventory.system_libraries(program):
        inside = (program / "_internal" / library.path.name).read_bytes()
        version = library.version.replace("+", "%2B").replace(":", "%3A")
        purl = f"pkg:deb/debian/{library.package}@{version}"
        yield {
            "type": "library",
            "bom-ref": f"{purl}#{library.path.name}",
            "name": library.package,
            "version": library.version,
            "purl": purl,
            "description": library.path.name,
            "hashes": [
                {"alg": "SHA-256", "content": hashlib.sha256(inside).hexdigest()}
            ],
        }


def tool(name: str) -> Part:
    """Return a program that the bundle was made with."""
    return {"type": "application", "name": name, "version": metadata.version(name)}
