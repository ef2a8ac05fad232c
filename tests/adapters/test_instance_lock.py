"""Of two programs on one folder, one holds the lock, for as long as it lives."""

import subprocess
import sys
from pathlib import Path

import pytest

from torimodosu.adapters.instance_lock import read_note, take_lock

# Takes the lock, leaves a note, and waits until it is killed.
HOLDING = """
import sys
from pathlib import Path
from torimodosu.adapters.instance_lock import take_lock
lock = take_lock(Path(sys.argv[1]))
lock.leave_note("come here")
print("held", flush=True)
sys.stdin.read()
"""


def test_what_one_process_holds_no_other_gets_until_it_is_killed(
    tmp_path: Path,
) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert take_lock(tmp_path) is None
        assert read_note(tmp_path) == "come here"
        holder.kill()
    lock = take_lock(tmp_path)
    assert lock is not None
    assert lock.note == "come here"


def test_a_note_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    lock = take_lock(tmp_path)
    assert lock is not None
    notes = [lock.note]
    for note in ("a long one to begin with", "short", ""):
        lock.leave_note(note)
        notes.append(read_note(tmp_path))
    assert notes == ["", "a long one to begin with", "short", ""]


def test_where_nothing_is_there_is_no_note(tmp_path: Path) -> None:
    assert read_note(tmp_path / "nowhere") == ""


def test_a_folder_that_is_none_cannot_be_locked(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(OSError, match="file"):
        take_lock(file)
