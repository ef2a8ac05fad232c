import hmac
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from torimodosu.recovery.twostep.account import Algorithm, OtpAccount, OtpType
from torimodosu.recovery.twostep.base32 import secret_of
from torimodosu.recovery.twostep.codes import Code, code_at, matching_offsets
from torimodosu.recovery.twostep.otpauth import read_uri

ROOT = Path(__file__).parents[3]
SEEDS = {
    Algorithm.SHA1: b"12345678901234567890",
    Algorithm.SHA256: b"12345678901234567890123456789012",
    Algorithm.SHA512: b"1234567890" * 6 + b"1234",
}
NOON = datetime(2026, 11, 22, 12, 0, 10, tzinfo=UTC)
SHOP = read_uri("otpauth://totp/Amazon:taro?secret=JBSWY3DPEHPK3PXP&issuer=Amazon")


def timed(algorithm: Algorithm) -> OtpAccount:
    return OtpAccount(
        type=OtpType.TOTP,
        issuer="",
        name="",
        secret=SEEDS[algorithm],
        algorithm=algorithm,
        digits=8,
    )


# RFC 6238, appendix B.
@pytest.mark.parametrize(
    ("seconds", "algorithm", "code"),
    [
        (59, Algorithm.SHA1, "94287082"),
        (59, Algorithm.SHA256, "46119246"),
        (59, Algorithm.SHA512, "90693936"),
        (1111111109, Algorithm.SHA1, "07081804"),
        (1111111111, Algorithm.SHA256, "67062674"),
        (1234567890, Algorithm.SHA512, "93441116"),
        (2000000000, Algorithm.SHA1, "69279037"),
        (20000000000, Algorithm.SHA256, "77737706"),
        (20000000000, Algorithm.SHA512, "47863826"),
    ],
)
def test_codes_by_the_time_are_those_of_the_rfc(
    seconds: int, algorithm: Algorithm, code: str
) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    assert code_at(timed(algorithm), moment).code == code


# RFC 4226, appendix D.
@pytest.mark.parametrize(
    ("counter", "code"),
    [(0, "755224"), (1, "287082"), (5, "254676"), (9, "520489")],
)
def test_codes_by_a_counter_are_those_of_the_rfc(counter: int, code: str) -> None:
    account = OtpAccount(
        type=OtpType.HOTP,
        issuer="",
        name="",
        secret=SEEDS[Algorithm.SHA1],
        period=0,
        counter=counter,
    )
    read = code_at(account, NOON)
    assert (read.code, read.valid_for) == (code, None)


def test_the_vectors_of_the_corpus_agree() -> None:
    path = ROOT.parent / "shared" / "corpora" / "aegis" / "rfc_vectors.json"
    if not path.exists():
        pytest.skip("corpora not present: ../shared/corpora/aegis")
    for vector in json.loads(path.read_text("utf-8"))["vectors"]:
        moment = datetime.fromtimestamp(vector["time"], UTC)
        codes = {a.value: code_at(timed(a), moment).code for a in Algorithm}
        assert codes == {name: vector[name] for name in codes}


def test_a_short_secret_that_a_shop_chose_makes_codes() -> None:
    assert SHOP.is_short
    # As oathtool --totp -b shows it for that second.
    first = code_at(SHOP, datetime.fromtimestamp(0, UTC))
    assert first == Code(code="282760", valid_for=30, following="996554")


def test_so_does_one_that_is_shorter_than_any_rule_allows() -> None:
    account = OtpAccount(
        type=OtpType.HOTP, issuer="", name="", secret=b"tiny", period=0
    )
    digest = hmac.digest(b"tiny", bytes(8), "sha1")
    at = digest[-1] & 15
    number = int.from_bytes(digest[at : at + 4]) & 0x7FFFFFFF
    assert code_at(account, NOON).code == f"{number % 10**6:06}"
    steam = OtpAccount(
        type=OtpType.STEAM, issuer="Steam", name="", secret=b"tiny", digits=5
    )
    assert len(code_at(steam, NOON).code) == 5


def test_steam_has_letters_and_digits_of_its_own() -> None:
    steam = OtpAccount(
        type=OtpType.STEAM,
        issuer="Steam",
        name="",
        secret=secret_of("JRZCL47CMXVOQMNPZR2F7J4RGI"),
        digits=5,
    )
    code = code_at(steam, NOON)
    assert set(code.code) <= set("23456789BCDFGHJKMNPQRTVWXY")
    assert len(code.code) == 5
    later = code_at(steam, NOON + timedelta(seconds=30))
    assert later.code == code.following


@pytest.mark.parametrize(
    ("second", "left"), [(0, 30), (10, 20), (29, 1), (29.9, 1), (30, 30)]
)
def test_a_code_tells_how_long_it_is_good(second: float, left: int) -> None:
    moment = NOON.replace(second=0) + timedelta(seconds=second)
    assert code_at(SHOP, moment).valid_for == left


@pytest.mark.parametrize("minutes", [-90, -1, 0, 2, 60 * 9])
def test_an_accepted_code_tells_how_far_a_clock_is_off(minutes: int) -> None:
    off = timedelta(minutes=minutes)
    shown = code_at(SHOP, NOON + off).code
    typed = f"{shown[:3]} {shown[3:]}"
    within = timedelta(hours=12)
    assert off in matching_offsets(SHOP, typed, at=NOON, within=within)
    assert code_at(SHOP, NOON).code == shown or not matching_offsets(
        SHOP, typed, at=NOON, within=timedelta(0)
    )


def test_the_nearest_offset_comes_first() -> None:
    found = matching_offsets(
        SHOP, code_at(SHOP, NOON).code, at=NOON, within=timedelta(days=2)
    )
    assert found[0] == timedelta(0)
    assert list(found) == sorted(found, key=abs)


def test_a_clock_is_not_asked_where_a_counter_decides() -> None:
    hotp = read_uri("otpauth://hotp/x?secret=JBSWY3DPEHPK3PXP&counter=3")
    within = timedelta(days=1)
    assert matching_offsets(hotp, "000000", at=NOON, within=within) == ()
    begun = datetime.fromtimestamp(10, UTC)
    assert matching_offsets(SHOP, "282760", at=begun, within=within) == [timedelta(0)]
