"""A locked keychain asks the person, in the real window of the system."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from tests.contracts.keychains import trouble_of
from torimodosu.adapters.system_keychain import SystemKeychain
from torimodosu.recovery.case.secrets import KeychainTrouble

if TYPE_CHECKING:
    from tests.secret_service import SecretService

SECONDS = 120
PLACES = os.pathsep.join(("/usr/libexec", "/usr/lib", "/usr/lib/gcr"))


class Person:
    """Sits before a screen, and is asked for the password of a locked keychain."""

    def __init__(self, display: str) -> None:
        self._environment = os.environ | {"DISPLAY": display}

    def types(self, *keys: str) -> None:
        """Press *keys* once the window that asks is there."""
        ask = ["search", "--sync", "--onlyvisible", "--name", "Unlock"]
        self._do(*ask, "windowfocus", "--sync")
        for key in keys:
            self._do(*(["key", key] if key in {"Return", "Escape"} else ["type", key]))

    def _do(self, *words: str) -> None:
        command = ["xdotool", *words]
        subprocess.run(command, env=self._environment, check=True, timeout=SECONDS)


@pytest.fixture
def locked(secret_service: "SecretService", display: str) -> "SecretService":
    prompter = shutil.which("gcr-prompter", path=PLACES)
    if prompter is None:
        pytest.skip("gcr-prompter is not installed")
    SystemKeychain().keep("account-1", "hunter")
    secret_service.ask_on(display, prompter)
    secret_service.lock()
    return secret_service


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as pool:
        yield pool


@pytest.mark.usefixtures("locked")
def test_who_types_the_password_gets_the_secret(
    display: str, pool: ThreadPoolExecutor
) -> None:
    answer: Future[str | None] = pool.submit(SystemKeychain().read, "account-1")
    Person(display).types("correct horse", "Return")
    assert answer.result(SECONDS) == "hunter"


@pytest.mark.usefixtures("locked")
def test_who_closes_the_question_leaves_it_locked(
    display: str, pool: ThreadPoolExecutor
) -> None:
    answer = pool.submit(SystemKeychain().read, "account-1")
    Person(display).types("Escape")
    assert trouble_of(lambda: answer.result(SECONDS)) is KeychainTrouble.LOCKED


@pytest.mark.usefixtures("locked")
def test_a_question_that_nobody_sees_holds_nothing_up() -> None:
    keychain = SystemKeychain(patience=0.5)
    assert trouble_of(lambda: keychain.read("account-1")) is KeychainTrouble.GONE
