"""Turn the folder that PyInstaller made into what people install.

Run by installer/bundle.py with the Python of the environment for bundles, which has
what is imported here.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from bundling import (
    archives,
    bill,
    binaries,
    debian,
    layout,
    licences,
    macos,
    pictures,
    windows,
)

BYTES_IN_MB = 1_000_000


def main() -> None:
    """Make the pictures that PyInstaller needs, or everything after it."""
    if sys.argv[1:] == ["icons"]:
        make_icons()
        return
    layout.DELIVERED.mkdir(exist_ok=True)
    moment = int(os.environ["SOURCE_DATE_EPOCH"])
    if sys.platform == "linux":
        binaries.polish(layout.program())
        archives.settle_folder(layout.program())
    licences.write_beside(layout.program())
    materials = bill.write(layout.program(), layout.DELIVERED, moment)
    for path in [*made_for_this_system(moment), materials]:
        size = path.stat().st_size / BYTES_IN_MB
        print(f"{path.relative_to(layout.ROOT)}: {size:.1f} MB")


def make_icons() -> None:
    """Draw the icon in the formats of all systems."""
    layout.ICONS.mkdir(parents=True, exist_ok=True)
    source = layout.RESOURCES / "icons" / f"{layout.NAME}.svg"
    sizes = {*pictures.DESKTOP_SIZES, *pictures.WINDOWS_SIZES}
    sizes |= set(pictures.APPLE_TYPES.values())
    drawn = {size: pictures.png(source, size) for size in sorted(sizes)}
    for size in pictures.DESKTOP_SIZES:
        (layout.ICONS / f"{size}.png").write_bytes(drawn[size])
    for_windows = {size: drawn[size] for size in pictures.WINDOWS_SIZES}
    (layout.ICONS / f"{layout.NAME}.ico").write_bytes(pictures.ico(for_windows))
    (layout.ICONS / f"{layout.NAME}.icns").write_bytes(pictures.icns(drawn))


def made_for_this_system(moment: int) -> Iterator[Path]:
    """Make the installers of this system and yield where they lie."""
    if sys.platform == "win32":
        yield windows.make_installer()
    elif sys.platform == "darwin":
        yield macos.make_disk_image()
    else:
        yield debian.make_archive(moment)
        if shutil.which("dpkg-deb"):
            yield debian.make_package(moment)


if __name__ == "__main__":
    main()
