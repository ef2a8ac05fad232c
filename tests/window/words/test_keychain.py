import pytest

from torimodosu.recovery.case.secrets import KeychainTrouble
from torimodosu.window.words.keychain import (
    keychain_title,
    keychain_words,
    waiting_words,
)

LINUX = ["gnome-keyring", "KWallet", "KeePassXC", "Seahorse"]
SYSTEMS = ["linux", "win32", "darwin"]


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_trouble_has_words_of_its_own(system: str) -> None:
    troubles = list(KeychainTrouble)
    assert len({keychain_title(one) for one in troubles}) == len(troubles)
    words = {keychain_words(one, system=system) for one in troubles}
    assert len(words | {waiting_words()}) == len(troubles) + 1


@pytest.mark.parametrize(
    ("trouble", "system", "help_"),
    [
        (KeychainTrouble.NONE, "linux", "gnome-keyring"),
        (KeychainTrouble.NONE, "linux", "KWallet"),
        (KeychainTrouble.NONE, "linux", "KeePassXC"),
        (KeychainTrouble.LOCKED, "linux", "Seahorse"),
        (KeychainTrouble.LOCKED, "darwin", "allow access"),
        (KeychainTrouble.LOST, "win32", "backup"),
    ],
)
def test_it_is_told_what_can_be_done_on_this_system(
    trouble: KeychainTrouble, system: str, help_: str
) -> None:
    assert help_ in keychain_words(trouble, system=system)


@pytest.mark.parametrize("system", ["win32", "darwin"])
@pytest.mark.parametrize("trouble", list(KeychainTrouble))
def test_nobody_is_sent_after_programs_of_another_system(
    trouble: KeychainTrouble, system: str
) -> None:
    words = keychain_words(trouble, system=system)
    assert not [name for name in LINUX if name in words]
