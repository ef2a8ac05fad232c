"""The same commit, made again in another folder: are the files the same?

Takes as long as `installer/dev.py bundle` on a new clone: some minutes.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

from bundling import layout


def sums(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below *folder*, by its name."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def test_another_clone_makes_the_same_files(package: str, tmp_path: Path) -> None:
    clone = tmp_path / "another" / "place"
    making = (
        ["git", "clone", "--quiet", str(layout.ROOT), str(clone)],
        [sys.executable, str(clone / "installer" / "dev.py"), "bundle"],
    )
    for command in making:
        subprocess.run(command, check=True)
    again = clone / layout.FOLDERS.relative_to(layout.ROOT)
    first, second = sums(layout.FOLDERS), sums(again)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
    delivered = sums(clone / "dist")
    assert Path(package).name in delivered
    here = sums(layout.DELIVERED)
    assert {name: here.get(name) for name in delivered} == delivered
