"""Open every part of the program once: `torimodosu self-check`."""

import subprocess
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

from torimodosu.adapters.keychain import find_keychains
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.adapters.word_lists import load_passphrase_words, load_word_lists
from torimodosu.bootstrap.data_folder import STORE, data_folder
from torimodosu.bootstrap.program import probe_command, worker_command
from torimodosu.cli.tools import PartCheck
from torimodosu.frames import FrameError, Word, read_frame
from torimodosu.recovery.case.ports import StoreError
from torimodosu.recovery.catalogue.fault import CatalogueError
from torimodosu.resources import resource
from torimodosu.window.kit.phrase_scores import model

SECONDS = 30


class _NotWorkingError(Exception):
    """A part does not work; the argument says how."""


def self_checks(chosen: Path | None) -> Iterator[PartCheck]:
    """Open each part, with everything kept below the *chosen* folder."""
    parts: dict[str, Callable[[], str]] = {
        "resources": _resources,
        "catalogue": _catalogue,
        "words": _words,
        "store": lambda: _store(chosen),
        "keyring": _keyring,
        "worker": lambda: _worker(chosen),
        "tray": _tray,
    }
    for part, check in parts.items():
        try:
            detail = check()
        except (_NotWorkingError, StoreError, CatalogueError, OSError) as error:
            yield PartCheck(part=part, ok=False, detail=str(error))
        else:
            yield PartCheck(part=part, ok=True, detail=detail)


def _resources() -> str:
    files = [path for path in resource().rglob("*") if path.is_file()]
    size = sum(len(path.read_bytes()) for path in files)
    if not files:
        message = f"the files of the program are missing in {resource()}; install again"
        raise _NotWorkingError(message)
    return f"the {len(files)} files of the program can be read ({size} bytes)"


def _catalogue() -> str:
    catalogue = load_catalogue(resource("catalogue"))
    return (
        f"{len(catalogue.services)} shops and services and {len(catalogue.issuers)}"
        f" card companies are known, version {catalogue.version}"
    )


def _words() -> str:
    folder = resource("words")
    leaked = load_word_lists(folder).leaked
    if leaked.rank_of("123456") is None:
        message = "the word lists are damaged; install the program again"
        raise _NotWorkingError(message)
    count = sum(map(len, load_passphrase_words(folder).values()))
    signs = len(model().adds)
    return (
        f"passwords can be weighed, and made of {count} words;"
        f" {signs} signs tell where phrases of Japanese begin"
    )


def _store(chosen: Path | None) -> str:
    store = Store.at(data_folder(chosen) / STORE)
    return f"cases can be kept; so far {len(store.all())}, in {store.path}"


def _keyring() -> str:
    keychains = find_keychains()
    if not keychains.trusted:
        message = (
            "this system has no keychain that keeps secrets safe, so none is kept;"
            " everything else works"
        )
        if keychains.passed_over:
            message += f" (passed over: {', '.join(keychains.passed_over)})"
        raise _NotWorkingError(message)
    return f"secrets are kept in the keychain of the system ({keychains.trusted})"


def _worker(chosen: Path | None) -> str:
    done = _run(worker_command(data_folder(chosen)))
    try:
        message = read_frame(BytesIO(done.stdout))
    except FrameError as error:
        raise _NotWorkingError(str(error)) from error
    if message != {"is": Word.READY.value}:
        raise _NotWorkingError(_last_line(done.stderr))
    return "the process that reads mails starts and answers"


def _tray() -> str:
    done = _run(probe_command())
    if not done.stdout:
        message = "there is no screen to open the window on; the commands work without"
        raise _NotWorkingError(message)
    if done.returncode != 0:
        raise _NotWorkingError(_last_line(done.stdout))
    return _last_line(done.stdout)


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    """Run *command* with nothing to read, so that it ends by itself."""
    try:
        return subprocess.run(  # noqa: S603 -- our own program
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        message = f"no answer after {SECONDS} seconds"
        raise _NotWorkingError(message) from None


def _last_line(output: bytes) -> str:
    lines = output.decode("utf-8", "replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "no word")
