"""Zip files as programs write them, for tests."""

import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

END = b"PK\x05\x06"
CENTRAL = b"PK\x01\x02"


def zipped(
    path: Path, files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED
) -> Path:
    """Write a zip file with *files* by name."""
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def patched(path: Path, *changes: tuple[int, str, int]) -> Path:
    """Change numbers in the first entry of the directory: offset, struct, value."""
    raw = bytearray(path.read_bytes())
    entry = raw.index(CENTRAL)
    for offset, form, value in changes:
        struct.pack_into(form, raw, entry + offset, value)
    path.write_bytes(raw)
    return path
