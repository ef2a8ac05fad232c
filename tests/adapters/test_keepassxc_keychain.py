"""KeePassXC as the keychain, as the words for who has none propose."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from torimodosu.adapters.install_key import install_key
from torimodosu.adapters.system_keychain import SystemKeychain

if TYPE_CHECKING:
    from tests.private_bus import PrivateBus


@pytest.fixture
def keepassxc(
    tmp_path: Path, display: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator["PrivateBus"]:
    if shutil.which("keepassxc") is None:
        pytest.skip("keepassxc is not installed")
    from tests.secret_service import keepassxc_in  # noqa: PLC0415 -- on Linux

    with keepassxc_in(tmp_path, display) as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        yield bus


def test_keepassxc_keeps_gives_and_forgets(keepassxc: "PrivateBus") -> None:
    from tests.secret_service import labels_on  # noqa: PLC0415 -- on Linux

    keychain = SystemKeychain()
    assert keychain.read("account-1") is None
    keychain.keep("account-1", "秘密")
    keychain.keep("account-2", "two")
    assert keychain.read("account-1") == "秘密"
    assert len(labels_on(keepassxc)) == 2
    keychain.forget("account-1")
    assert keychain.read("account-1") is None
    assert install_key(keychain) == install_key(keychain)
