import json
import sys
from datetime import UTC, datetime
from io import BytesIO, TextIOWrapper
from pathlib import Path
from secrets import token_bytes

import pytest

from tests.cli.running import Commands, plain_line, start
from tests.recovery.twostep.exports import sealing
from torimodosu.recovery.keepass.key_derivation import Cost
from torimodosu.recovery.keepass.writing import Lock, NewEntry, write_file

KEY = "JBSWY3DPEHPK3PXP"
URI = f"otpauth://totp/Amazon:taro?secret={KEY}&issuer=Amazon"
COUNTED = f"otpauth://hotp/Bank:taro?secret={KEY}&issuer=Bank&counter=7&digits=8"


class Input:
    """What stands on standard input."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch

    def __call__(self, raw: bytes) -> None:
        self._patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(raw)))


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Input:
    return Input(monkeypatch)


def written(folder: Path, content: bytes, name: str = "export") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_accounts_are_listed_without_their_keys(
    torimodosu: Commands, tmp_path: Path
) -> None:
    path = written(tmp_path, f"{URI}\n{COUNTED}\n".encode())
    done = torimodosu("totp", "read", path, "--json")
    assert (done.status, done.err) == (0, "")
    common = {"file": str(path), "form": "addresses", "account": "taro"}
    assert done.rows == [
        {
            **common,
            "issuer": "Amazon",
            "type": "totp",
            "algorithm": "SHA1",
            "digits": 6,
            "period": 30,
            "counter": None,
        },
        {
            **common,
            "issuer": "Bank",
            "type": "hotp",
            "algorithm": "SHA1",
            "digits": 8,
            "period": None,
            "counter": 7,
        },
    ]
    assert done.summary == {
        "accounts": 2,
        "unusable": [],
        "covered": [str(path)],
        "not_covered": [],
    }
    assert KEY not in torimodosu("totp", "read", path).out


def test_the_keys_are_shown_where_they_are_asked_for(
    torimodosu: Commands, tmp_path: Path
) -> None:
    path = written(tmp_path, URI.encode())
    shown = torimodosu("totp", "read", path, "--show-secrets", "--json")
    assert shown.rows[0]["secret"] == KEY
    assert KEY in torimodosu("totp", "read", path, "--show-secrets").out


def test_an_encrypted_export_takes_its_password_from_standard_input(
    torimodosu: Commands, tmp_path: Path, given: Input
) -> None:
    services = [{"secret": KEY, "otp": {"account": "taro", "issuer": "Amazon"}}]
    raw = sealing.two_fas(json.dumps(services).encode())
    path = written(tmp_path, raw)
    closed = torimodosu("totp", "read", path)
    assert closed.status == 2
    assert "encrypted by 2FAS" in plain_line(closed)
    assert "--password-stdin" in plain_line(closed)
    for typed in (sealing.PASSWORD + "\n", sealing.PASSWORD + "\r\n", sealing.PASSWORD):
        given(typed.encode())
        done = torimodosu("totp", "read", path, "--password-stdin", "--json")
        assert (done.status, done.rows[0]["issuer"]) == (0, "Amazon")
    given(b"wrong\n")
    wrong = torimodosu("totp", "read", path, "--password-stdin")
    assert wrong.status == 2
    assert "does not open it" in plain_line(wrong)
    given(b"")
    missing = torimodosu("totp", "read", path, "--password-stdin")
    assert missing.status == 2
    assert "standard input is empty" in plain_line(missing)


def test_a_file_of_keepass_is_read_with_its_password(
    torimodosu: Commands, tmp_path: Path, given: Input
) -> None:
    shop = NewEntry(open={"Title": "Amazon", "UserName": "taro"}, hidden={"otp": KEY})
    cost = Cost(memory=64, passes=1, lanes=1)
    lock = Lock(password="正しい馬", chance=token_bytes, cost=cost)  # noqa: S106
    at = datetime(2026, 4, 1, tzinfo=UTC)
    path = written(tmp_path, write_file([shop], lock, name="x", at=at), "codes.kdbx")
    given("正しい馬\n".encode())
    done = torimodosu("totp", "read", path, "--password-stdin", "--json")
    assert (done.status, done.rows[0]["form"]) == (0, "keepass")
    assert (done.rows[0]["issuer"], done.rows[0]["account"]) == ("Amazon", "taro")
    given(b"another\n")
    wrong = torimodosu("totp", "read", path, "--password-stdin")
    assert wrong.status == 2
    assert "key file" in plain_line(wrong)


def test_what_was_not_read_asks_for_attention(
    torimodosu: Commands, tmp_path: Path
) -> None:
    good = written(tmp_path, f"{URI}\notpauth://totp/x?secret=1\n".encode())
    bad = written(tmp_path, b"nothing of the kind", "note.txt")
    done = torimodosu("totp", "read", good, bad, tmp_path, "--json")
    assert done.status == 1
    assert [(u["entry"], u["why"]) for u in done.summary["unusable"]] == [
        (2, "bad_secret")
    ]
    missed = [(m["what"], m["why"]) for m in done.summary["not_covered"]]
    assert missed == [(str(bad), "not_an_export"), (str(tmp_path), "not_a_file")]
    assert "copy it again" in torimodosu("totp", "read", good).out
    folder = plain_line(torimodosu("totp", "read", tmp_path))
    assert "name the pictures or exports in it" in folder


def test_a_part_of_a_move_that_is_missing_is_named(
    torimodosu: Commands, tmp_path: Path
) -> None:
    # One account, of the first of two codes.
    data = "Ch4KCkhlbGxvId6tvu8SBHRhcm8aBkFtYXpvbiABKAEwAhABGAIgACgH"
    path = written(tmp_path, f"otpauth-migration://offline?data={data}".encode())
    done = torimodosu("totp", "read", path, "--json")
    assert (done.status, done.rows[0]["account"]) == (1, "taro")
    (missing,) = done.summary["unusable"]
    assert (missing["entry"], missing["why"]) == (2, "missing_part")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"Dear Taro", "no export of an authenticator"),
        (b"", "It is empty; save the picture or the export again."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "cut off; copy or save it again"),
        (b"II*\0", "take a screenshot as PNG"),
        (b"%PDF-1.7", "asks for a password or is damaged"),
        (b'{"services": []}', "no account in it"),
        (b'{"encryptedData": ""}', "by Ente Auth; give its password"),
        (b'{"encrypted": true, "data": "2.a"}', "by Bitwarden in a way that is not"),
    ],
)
def test_one_plain_line_says_why_nothing_was_read(
    torimodosu: Commands, tmp_path: Path, content: bytes, words: str
) -> None:
    done = torimodosu("totp", "read", written(tmp_path, content))
    assert done.status == 2
    assert words in plain_line(done)


def test_a_code_is_told_with_how_long_it_is_good(
    torimodosu: Commands, given: Input
) -> None:
    given(f"{URI}\n".encode())
    at = ("--at", "1970-01-01T00:00:10+00:00")
    done = torimodosu("totp", "code", *at, "--json")
    assert done.status == 0
    assert done.lines == [{"code": "282760", "valid_for": 20, "next": "996554"}]
    given(f"\ufeff  {COUNTED}".encode())
    counted = torimodosu("totp", "code", "--json")
    assert counted.lines[0]["valid_for"] is None
    assert len(counted.lines[0]["code"]) == 8
    given(URI.encode())
    assert "282760" in torimodosu("totp", "code", *at).out


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "standard input is empty"),
        (b"\n", "standard input is empty"),
        (b"https://www.amazon.co.jp/", "no address that begins with otpauth:"),
        (b"\xff\xfe\x00", "no address that begins with otpauth:"),
        (b"JBSW Y3DP", "no set-up key"),
        (f"otpauth://totp/x?secret={KEY}&digits=99".encode(), "length"),
        (b"otpauth://totp/x?secret=" + b"A" * 20_000, "longer than any account"),
    ],
)
def test_what_is_no_account_has_no_code(
    torimodosu: Commands, given: Input, raw: bytes, words: str
) -> None:
    given(raw)
    done = torimodosu("totp", "code")
    assert done.status == 2
    assert words in plain_line(done)
    assert KEY not in done.err


@pytest.mark.parametrize("typed", [KEY, f"{KEY[:4]} {KEY[4:].lower()}", f"Key: {KEY}"])
def test_a_bare_key_makes_the_codes_that_most_shops_want(
    torimodosu: Commands, given: Input, typed: str
) -> None:
    at = ("--at", "2009-02-13T23:31:30+00:00")
    given(f"otpauth://totp/Shop:me?secret={KEY}".encode())
    wanted = torimodosu("totp", "code", *at, "--json").lines
    given(typed.encode())
    assert torimodosu("totp", "code", *at, "--json").lines == wanted


def test_there_are_no_codes_before_their_counting_began(
    torimodosu: Commands, given: Input
) -> None:
    given(URI.encode())
    done = torimodosu("totp", "code", "--at", "1969-07-20T20:17+00:00")
    assert done.status == 2
    assert "1970" in plain_line(done)


PICTURES = Path(__file__).parents[2].parent / "shared/corpora/extract_otp_secrets"


@pytest.mark.parametrize(
    ("name", "status", "words"),
    [
        ("example_export.png", 0, "test1@example1.com"),
        ("tests/data/test_googleauth_export.png", 0, "Test1"),
        ("tests/data/qr_but_without_otp.png", 2, "which was not opened"),
        ("tests/data/lena_std.tif", 2, "No QR code was found"),
        ("tests/data/text_masquerading_as_image.jpeg", 2, "no export"),
    ],
)
def test_pictures_are_read_by_the_program(name: str, status: int, words: str) -> None:
    path = PICTURES / name
    if not path.exists():
        pytest.skip("corpora not present: ../shared/corpora/extract_otp_secrets")
    done = start("totp", "read", path)
    assert done.status == status
    assert words in (done.out if status == 0 else plain_line(done))
