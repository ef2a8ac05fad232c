"""Secrets in the keychain of this computer."""

import threading
from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Never, TypeVar

from torimodosu.adapters.keychain_troubles import keychain_error
from torimodosu.recovery.case.secrets import KeychainError, KeychainTrouble

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

# A keychain that asks for its password waits for a person, who may have to look for it.
PATIENCE_IN_SECONDS = 120.0
_SERVICE = "torimodosu"
_WINDOWS = "keyring.backends.Windows"
# CRED_MAX_CREDENTIAL_BLOB_SIZE of wincred.h, for UTF-16.
_MOST_WINDOWS_BYTES = 5 * 512
_MOST_COPIES = 10


class SystemKeychain:
    """The `Keychain` of the rules, by what the system itself guards.

    It asks on threads of its own, which end with the program: a call that never
    returns holds up nothing but itself. Making one is cheap; the libraries are loaded
    when it is first asked.
    """

    def __init__(self, patience: float = PATIENCE_IN_SECONDS) -> None:
        """Take for how many seconds an answer is waited for."""
        self._patience = patience
        self._turn = threading.Lock()
        self._hang_up: Callable[[], object] = _nothing
        self._has_left = self._has_answered = False

    def keep(self, name: str, secret: str) -> None:
        """Keep *secret* as *name*, instead of what was kept before."""
        self._ask(partial(_keep, name=name, secret=secret))

    def read(self, name: str) -> str | None:
        """Return what is kept as *name*, None where there is nothing."""
        return self._ask(partial(_read, name=name))

    def forget(self, name: str) -> None:
        """Keep nothing as *name* any more."""
        self._ask(partial(_forget, name=name))

    def leave(self) -> None:
        """Wait for no answer any more: the program ends."""
        self._has_left = True
        self._hang_up()

    def _ask(self, question: Callable[["KeyringBackend"], T]) -> T:
        """Return what the keychain answers to *question*; one is asked at a time."""
        if not self._turn.acquire(timeout=self._patience):
            raise KeychainError(KeychainTrouble.GONE)
        try:
            return self._answer_to(question)
        finally:
            self._turn.release()

    def _answer_to(self, question: Callable[["KeyringBackend"], T]) -> T:
        answers: SimpleQueue[Callable[[], T]] = SimpleQueue()
        # Set before the look: whenever `leave` comes, it is heard.
        self._hang_up = partial(
            answers.put, partial(_raise, KeychainError(KeychainTrouble.GONE))
        )
        if self._has_left:
            raise KeychainError(KeychainTrouble.GONE)
        work = partial(_answer, question, answers)
        threading.Thread(target=work, name="keychain", daemon=True).start()
        try:
            answer = answers.get(timeout=self._patience)
        except Empty:
            raise KeychainError(KeychainTrouble.GONE) from None
        try:
            result = answer()
        except KeychainError as error:
            if error.trouble is KeychainTrouble.NONE and self._has_answered:
                raise KeychainError(KeychainTrouble.GONE) from None
            raise
        self._has_answered = True
        return result


def _answer(
    question: Callable[["KeyringBackend"], T], answers: SimpleQueue[Callable[[], T]]
) -> None:
    """Ask the keychain and tell what it answered."""
    try:
        # Late: it takes longer to load than the window.
        from torimodosu.adapters.keychain import trusted_backend  # noqa: PLC0415

        kind = trusted_backend()
        if kind is None:
            raise KeychainError(KeychainTrouble.NONE)  # noqa: TRY301 -- like the rest
        result = question(_on_this_computer(kind()))
    except KeychainError as error:
        answers.put(partial(_raise, error))
    except Exception as error:  # noqa: BLE001 -- of any library, on another system
        answers.put(partial(_raise, keychain_error(error)))
    else:
        answers.put(lambda: result)


def _nothing() -> None:
    """Hang up where nobody was called."""


def _on_this_computer(backend: "KeyringBackend") -> "KeyringBackend":
    """Return *backend*, which keeps nothing that wanders to other computers.

    By default that of Windows goes with the profile of the person through a company.
    """
    if _is_windows(backend):
        backend.persist = "local machine"  # type: ignore[attr-defined]
    return backend


def _raise(error: KeychainError) -> Never:
    raise error


def _keep(backend: "KeyringBackend", *, name: str, secret: str) -> None:
    if _is_windows(backend) and len(secret.encode("utf-16-le")) > _MOST_WINDOWS_BYTES:
        raise KeychainError(KeychainTrouble.TOO_LARGE)
    backend.set_password(_service(backend, name), name, secret)
    # KWallet tells nothing when it does not keep.
    if _read(backend, name=name) != secret:
        raise KeychainError(KeychainTrouble.FAILED)


def _read(backend: "KeyringBackend", *, name: str) -> str | None:
    return backend.get_password(_service(backend, name), name)


def _forget(backend: "KeyringBackend", *, name: str) -> None:
    # Other programs may have made copies, of which each call takes one away.
    for _ in range(_MOST_COPIES):
        if _read(backend, name=name) is None:
            return
        backend.delete_password(_service(backend, name), name)
    raise KeychainError(KeychainTrouble.FAILED)


def _service(backend: "KeyringBackend", name: str) -> str:
    """Return what an entry is filed under.

    Windows has one entry for each; there `keyring` would shift all of one service
    about with every change, which two programs must not do at once.
    """
    return f"{_SERVICE} {name}" if _is_windows(backend) else _SERVICE


def _is_windows(backend: "KeyringBackend") -> bool:
    return type(backend).__module__ == _WINDOWS
