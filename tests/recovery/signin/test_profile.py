import pytest

from torimodosu.recovery.signin.profile import BrowserProfile, ProfileRead
from torimodosu.recovery.signin.saved_login import LoginStore

PROFILE = BrowserProfile(browser="chrome", name="Taro", folder="Default")


@pytest.mark.parametrize("name", ["saves_passwords", "has_sync"])
def test_what_a_profile_does_not_tell_is_unknown(name: str) -> None:
    read = ProfileRead(profile=PROFILE, stores=(LoginStore.DEVICE,))
    assert getattr(read, name) is None
