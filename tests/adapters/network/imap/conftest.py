"""A real mail server for one test."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.dovecot import Dovecot


@pytest.fixture
def dovecot() -> "Iterator[Dovecot]":
    if sys.platform != "linux":
        pytest.skip("Dovecot runs on Linux")
    from tests.dovecot import serving  # noqa: PLC0415 -- on Linux

    with serving(special=["Junk", "Trash"]) as server:
        yield server


@pytest.fixture
def waits() -> list[float]:
    return []
