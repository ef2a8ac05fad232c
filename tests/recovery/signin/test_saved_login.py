from dataclasses import fields

import pytest

from torimodosu.recovery.signin.saved_login import LoginStore, SavedLogin


def test_a_saved_login_has_no_place_for_a_secret() -> None:
    names = {field.name for field in fields(SavedLogin)}
    assert not [name for name in names if "password" in name or "secret" in name]


@pytest.mark.parametrize("name", ["username", "created", "modified", "last_used"])
def test_what_a_browser_does_not_tell_is_unknown(name: str) -> None:
    login = SavedLogin(
        entry="1", store=LoginStore.DEVICE, origin="https://www.amazon.co.jp"
    )
    assert getattr(login, name) is None
