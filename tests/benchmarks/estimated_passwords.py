"""Estimate the passwords in a file, as a process of its own.

    python -m tests.benchmarks.estimated_passwords ENGINE FILE

ENGINE is "ours", "zxcvbn", or "zxcvbn-c", the library that KeePassXC estimates with.
"""

import ctypes
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

LONGEST = 72


def ours(passwords: Sequence[str]) -> None:
    """Estimate each password once, in processes, as an audit does."""
    from torimodosu.adapters.strengths import ProcessStrengths  # noqa: PLC0415
    from torimodosu.recovery.passwords.audit.ports import Asked  # noqa: PLC0415
    from torimodosu.resources import resource  # noqa: PLC0415

    strengths = ProcessStrengths(resource("words"))
    asked = [Asked(password, ()) for password in dict.fromkeys(passwords)]
    for _ in strengths.of(asked, beat=lambda: None):
        pass
    strengths.close()


def zxcvbn(passwords: Sequence[str]) -> None:
    """Estimate every password with the library as it is."""
    from zxcvbn import zxcvbn as estimate  # noqa: PLC0415

    for password in passwords:
        estimate(password[:LONGEST])


def zxcvbn_c(passwords: Sequence[str]) -> None:
    """Estimate every password with the library of Debian's libzxcvbn0."""
    library = ctypes.CDLL("libzxcvbn.so.0")
    library.ZxcvbnMatch.restype = ctypes.c_double
    library.ZxcvbnMatch.argtypes = [ctypes.c_char_p, ctypes.c_void_p, ctypes.c_void_p]
    for password in passwords:
        library.ZxcvbnMatch(password[:LONGEST].encode(), None, None)


ENGINES: Mapping[str, Callable[[Sequence[str]], None]] = {
    "ours": ours,
    "zxcvbn": zxcvbn,
    "zxcvbn-c": zxcvbn_c,
}

if __name__ == "__main__":
    ENGINES[sys.argv[1]](Path(sys.argv[2]).read_text("utf-8").splitlines())
