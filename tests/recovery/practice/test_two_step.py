from datetime import UTC, datetime, timedelta

import pytest

from torimodosu.bootstrap.pictures import qr_codes_in
from torimodosu.recovery.practice.expected import expected
from torimodosu.recovery.practice.two_step import (
    ACCOUNT,
    PICTURE,
    accepted_step,
    two_step_files,
)
from torimodosu.recovery.twostep.clock import step_at
from torimodosu.recovery.twostep.codes import code_at
from torimodosu.recovery.twostep.otpauth import read_uri

NOON = datetime(2026, 11, 22, 12, 0, 10, tzinfo=UTC)
PERIOD = timedelta(seconds=30)
NOW = step_at(NOON, PERIOD)


def code(steps: int) -> str:
    return code_at(ACCOUNT, NOON + steps * PERIOD).code


def test_the_picture_of_the_shop_says_what_is_expected() -> None:
    (file,) = two_step_files()
    assert file.path == PICTURE
    told = qr_codes_in(file.content)
    assert told is not None
    (uri,) = told
    assert read_uri(uri) == expected().two_step


@pytest.mark.parametrize(
    ("typed", "used", "step"),
    [
        (code(0), (), NOW),
        (f" {code(0)[:3]} {code(0)[3:]} ", (), NOW),
        (code(-1), (), NOW - 1),
        (code(1), (), NOW + 1),
        (code(2), (), None),
        (code(-2), (), None),
        (code(0), (NOW,), None),
        (code(1), (NOW,), NOW + 1),
        ("", (), None),
        ("000000", (), None),
    ],
)
def test_the_shop_takes_the_codes_of_about_now_each_once(
    typed: str, used: tuple[int, ...], step: int | None
) -> None:
    assert accepted_step(typed, at=NOON, used=used) == step
