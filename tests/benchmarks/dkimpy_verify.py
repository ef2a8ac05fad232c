"""Verify the DKIM signatures of mails with dkimpy: the peer of a benchmark.

    python3 dkimpy_verify.py FOLDER KEYS.json

It is run by the Python of the system, where Debian puts dkimpy.
"""

import json
import sys
from pathlib import Path

import dkim  # type: ignore[import-not-found]


def main(folder: str, keys: str) -> None:
    """Verify every mail of *folder*, and print how many are as they were signed."""
    records = json.loads(Path(keys).read_text(encoding="utf-8"))

    def record(name: bytes, timeout: int = 5) -> bytes | None:  # noqa: ARG001
        text = records.get(name.decode().rstrip("."))
        return None if text is None else text.encode()

    found = [
        dkim.verify(path.read_bytes(), dnsfunc=record)
        for path in sorted(Path(folder).iterdir())
    ]
    sys.stdout.write(f"{sum(found)} of {len(found)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
