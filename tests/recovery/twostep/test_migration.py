import base64
import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.twostep.moves import message, uri
from torimodosu.recovery.twostep.account import (
    Algorithm,
    NotAnAccountError,
    OtpType,
    Problem,
)
from torimodosu.recovery.twostep.migration import (
    MigrationPart,
    missing_parts,
    read_migration,
)
from torimodosu.recovery.twostep.otpauth import read_uri

ROOT = Path(__file__).parents[3]
CORPUS = ROOT.parent / "shared" / "corpora" / "extract_otp_secrets"


SHOP: dict[int, int | bytes] = {
    1: b"Hello!\xde\xad\xbe\xef",
    2: "Amazon:太郎@example.jp".encode(),
    3: b"Amazon",
    4: 1,
    5: 1,
    6: 2,
}


def test_an_account_is_read() -> None:
    part = read_migration(uri(message(SHOP), version=1, size=1, index=0, batch=7))
    (account,) = part.accounts
    assert account == read_uri(
        "otpauth://totp/太郎@example.jp?secret=JBSWY3DPEHPK3PXP&issuer=Amazon"
    )
    assert (part.batch, part.index, part.size, part.problems) == (7, 0, 1, ())


def test_other_algorithms_digits_and_counters_are_read() -> None:
    counted = message({**SHOP, 4: 3, 5: 2, 6: 1, 7: 300})
    (account,) = read_migration(uri(counted)).accounts
    assert (account.type, account.counter) == (OtpType.HOTP, 300)
    assert (account.algorithm, account.digits) == (Algorithm.SHA512, 8)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({4: 4}, Problem.BAD_ALGORITHM),  # MD5
        ({5: 9}, Problem.BAD_DIGITS),
        ({6: 3}, Problem.UNKNOWN_TYPE),
        ({1: b""}, Problem.NO_SECRET),
        ({1: 5}, Problem.DAMAGED),
    ],
)
def test_an_account_without_codes_does_not_hide_the_others(
    change: dict[int, int | bytes], problem: Problem
) -> None:
    part = read_migration(uri(message(SHOP | change), message(SHOP)))
    assert len(part.accounts) == 1
    assert part.problems == (problem,)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("otpauth-migration://offline", Problem.DAMAGED),
        ("otpauth-migration://offline?data=", Problem.DAMAGED),
        ("otpauth-migration://offline?data=%ff", Problem.DAMAGED),
        ("otpauth-migration://offline?data=CjUK", Problem.DAMAGED),
        ("otpauth-migration://offline?data=Dw%3D%3D", Problem.DAMAGED),
        ("otpauth-migration://offline?data=" + "%2F" * 12, Problem.DAMAGED),
        ("otpauth-migration://[", Problem.NOT_OTPAUTH),
        ("otpauth://totp/x?secret=JBSWY3DPEHPK3PXP", Problem.NOT_OTPAUTH),
        ("otpauth-migration://offline?data=" + "A" * 16_000, Problem.TOO_LONG),
    ],
)
def test_what_is_none_is_named(text: str, problem: Problem) -> None:
    with pytest.raises(NotAnAccountError) as caught:
        read_migration(text)
    assert caught.value.problem is problem


def test_the_data_is_read_however_it_was_written_into_the_address() -> None:
    secret = bytes(range(240, 256)) * 2  # has both odd characters of base64
    escaped = uri(message({**SHOP, 1: secret}))
    plain = escaped.replace("%2B", "+").replace("%2F", "/").replace("%3D", "=")
    assert plain != escaped
    assert read_migration(plain) == read_migration(escaped)


def test_codes_of_a_move_that_were_not_read_are_counted() -> None:
    first = read_migration(uri(message(SHOP), size=4, index=0, batch=1))
    third = replace(first, index=2)
    assert missing_parts([first, third]) == [2, 4]
    assert missing_parts([first]) == [2, 3, 4]
    whole = replace(first, size=1)
    assert missing_parts([whole]) == []
    assert missing_parts([]) == []
    assert missing_parts([first, replace(whole, batch=2)]) == [2, 3, 4]


@given(st.binary(max_size=200))
def test_nothing_else_escapes(data: bytes) -> None:
    text = f"otpauth-migration://offline?data={quote(base64.b64encode(data))}"
    try:
        assert isinstance(read_migration(text), MigrationPart)
    except NotAnAccountError as error:
        assert isinstance(error.problem, Problem)  # noqa: PT017 -- either is right


def test_the_exports_of_the_corpus_are_read() -> None:
    path = CORPUS / "example_export.txt"
    if not path.exists():
        pytest.skip("corpora not present: ../shared/corpora/extract_otp_secrets")
    lines = path.read_text("utf-8").splitlines()
    codes = [line for line in lines if line.startswith("otpauth-migration:")]
    read = [account for code in codes for account in read_migration(code).accounts]
    expected = json.loads((CORPUS / "example_output.json").read_text("utf-8"))
    told = [(e["name"], e["issuer"], e["type"], e["counter"]) for e in expected]
    ours = [
        (a.name, a.issuer, a.type.value, a.counter if a.period == 0 else None)
        for a in read
    ]
    assert ours == told
