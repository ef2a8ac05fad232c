"""A process that native code ends has a last word, which names no person."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from torimodosu.adapters.crash_watch import CrashWatch
from torimodosu.adapters.log import LogFile, note_crash

# What is on the stack of a process that ends itself: a secret, in its folder and in a
# value, and never in the name of a function.
DYING = """
import ctypes, os, sys
from pathlib import Path
from torimodosu.adapters.crash_watch import CrashWatch

def read(secret):
    if sys.argv[2] == "abort":
        os.abort()
    ctypes.string_at(0)

watch = CrashWatch(Path(sys.argv[1]))
read("Hanabi2016")
"""


@pytest.mark.parametrize(
    ("death", "reason"), [("abort", "Aborted"), ("fault", "Segmentation fault")]
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other words for it")
def test_what_native_code_ended_tells_reason_and_functions_and_no_value(
    tmp_path: Path, death: str, reason: str
) -> None:
    folder = tmp_path / "home" / "Hanabi2016"
    folder.mkdir(parents=True)
    (folder / "dying.py").write_text(DYING, "utf-8")
    crash, log = tmp_path / "part.txt", LogFile(tmp_path / "log.txt")
    command = [sys.executable, str(folder / "dying.py"), str(crash), death]
    done = subprocess.run(
        command, env={"PYTHONPATH": ":".join(sys.path)}, check=False, timeout=120
    )
    assert done.returncode < 0
    assert stat.S_IMODE(crash.stat().st_mode) == 0o600
    assert "Hanabi2016" in crash.read_text("utf-8")
    note_crash(crash, log)
    head, *places = log.text().splitlines()
    assert head.endswith(f" CRITICAL part: native code failed: {reason}")
    names = [place.split(":")[0].strip() for place in places]
    functions = [place.split(" ")[-1] for place in places]
    assert set(names) <= {"dying", "__init__"}
    assert functions[-2:] == ["read", "<module>"]
    assert "Hanabi2016" not in log.text()
    assert not crash.exists()


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("/home/taro/src/torimodosu/desktop/torimodosu/window/frame.py", "of"),
        ("/opt/site-packages/torimodosu/window/frame.py", "of"),
        (r"C:\Users\taro\torimodosu\window\frame.py", "of"),
        ("torimodosu/window/frame.py", "of"),
        (
            "/home/taro/torimodosu/.venv/lib/site-packages/keyring/core.py",
            "keyring.core",
        ),
        ("/home/taro/secret.py", "secret"),
        ("<frozen runpy>", "<frozen runpy>"),
    ],
)
def test_of_a_file_the_module_is_told_and_no_folder(
    tmp_path: Path, place: str, told: str
) -> None:
    told = "torimodosu.window.frame" if told == "of" else told
    lines = written(tmp_path, f'{ABORTED}{THREAD}  File "{place}", line 7 in show\n')
    assert lines[1:] == [f"    {told}:7 show"]


ABORTED = "Fatal Python error: Aborted\n\n"
THREAD = "Current thread 0x00007f3a (most recent call first):\n"
MANY = "".join(f'  File "a.py", line {line} in f\n' for line in range(100))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("\x00\xff of taro@example.jp\n" * 9, 1),
        ('  File "/home/taro/a.py", line 7 in f\n', 1),
        (ABORTED + THREAD + "  <no Python frame>\n", 1),
        (ABORTED + THREAD + '  File "a.py", line ??? in f\n', 2),
        (ABORTED + THREAD + '  File "a.py", line 7 in taro@example.jp\n', 1),
        (ABORTED + "\nExtension modules: taro.secret (total: 1)\n", 1),
        (ABORTED + THREAD + MANY, 13),
        ("Windows fatal exception: access violation\n\n" + THREAD + MANY, 13),
        ((ABORTED + THREAD + MANY) * 2, 26),
    ],
)
def test_whatever_is_found_makes_few_lines_and_names_nobody(
    tmp_path: Path, text: str, count: int
) -> None:
    lines = written(tmp_path, text)
    assert len(lines) == count
    assert "CRITICAL part: native code failed" in lines[0]
    assert "taro" not in "".join(lines)


def written(folder: Path, text: str) -> list[str]:
    """Return the lines that come of *text*."""
    crash, log = folder / "part.txt", LogFile(folder / "log.txt")
    crash.write_text(text, "utf-8")
    note_crash(crash, log)
    return log.text().splitlines()


WATCHING = """
import sys
from pathlib import Path
from torimodosu.adapters.crash_watch import CrashWatch

path = Path(sys.argv[1])
if len(sys.argv) > 2:
    path.write_text(sys.argv[2])
watch = CrashWatch(path)
watch.end()
"""


def test_who_ends_well_leaves_no_file_but_what_was_there(tmp_path: Path) -> None:
    empty, filled = tmp_path / "empty.txt", tmp_path / "filled.txt"
    for words in ((empty,), (filled, "of the one before")):
        command = [sys.executable, "-c", WATCHING, *map(str, words)]
        subprocess.run(command, check=True, timeout=120)
    assert list(tmp_path.iterdir()) == [filled]
    assert filled.read_text("utf-8") == "of the one before"


def test_a_folder_that_is_not_there_cannot_be_watched(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        CrashWatch(tmp_path / "nowhere" / "part.txt")
