"""A search that finds nothing must be able to find something."""

from base64 import b64encode
from pathlib import Path

import pytest

from tests.leaks import forms_of, leaks_in, leaks_of

SECRET = b"nobody-knows-it?"
SECRETS = {"the account": SECRET}


@pytest.mark.parametrize("form", list(forms_of(SECRET)))
def test_a_secret_is_found_in_every_form(tmp_path: Path, form: str) -> None:
    file = tmp_path / "a" / "b.sqlite-wal"
    file.parent.mkdir()
    file.write_bytes(b"\0before" + forms_of(SECRET)[form] + b"after\xff")
    assert f"a/b.sqlite-wal: the account, {form}" in list(leaks_in(tmp_path, SECRETS))


@pytest.mark.parametrize("before", [b"", b"x", b"xy", b"xyz"])
def test_a_part_of_something_longer_in_base_64_is_found(before: bytes) -> None:
    written = b64encode(before + SECRET + b"and more")
    assert list(leaks_of(written, SECRETS))


def test_where_there_is_none_none_is_found(tmp_path: Path) -> None:
    (tmp_path / "log").write_bytes(b"nobody knows it")
    assert list(leaks_in(tmp_path, SECRETS)) == []
