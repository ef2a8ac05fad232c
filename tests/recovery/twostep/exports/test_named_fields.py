"""Exports of programs that nobody has described here."""

import json

import pytest

from torimodosu.recovery.twostep.account import Problem
from torimodosu.recovery.twostep.exports.outcome import Unusable
from torimodosu.recovery.twostep.exports.reading import read_export
from torimodosu.recovery.twostep.otpauth import read_uri

KEY = "JBSWY3DPEHPK3PXP"
URI = f"otpauth://totp/Amazon:taro?secret={KEY}&issuer=Amazon"
SHOP = read_uri(URI)


def dumped(document: object) -> bytes:
    return json.dumps(document).encode()


OTHERS = {
    "lastpass": {
        "version": 3,
        "accounts": [
            {
                "issuerName": "Amazon",
                "userName": "taro",
                "secret": KEY,
                "timeStep": 30,
                "digits": 6,
                "algorithm": "SHA1",
            }
        ],
    },
    "raivo": [
        {
            "issuer": "Amazon",
            "account": "taro",
            "secret": KEY,
            "kind": "TOTP",
            "timer": "30",
            "digits": "6",
            "counter": "0",
            "algorithm": "SHA1",
        }
    ],
    "by their ids": {
        "a1": {"issuer": "Amazon", "account": "taro", "type": "totp", "secret": KEY},
        "key": {"enc": "x"},
    },
    "of a password manager": {
        "encrypted": False,
        "vaults": {"x": {"items": [{"data": {"content": {"totpUri": URI}}}]}},
    },
    "without encrypted": {"items": [{"name": "Amazon", "login": {"totp": URI}}]},
}


@pytest.mark.parametrize("document", OTHERS.values(), ids=OTHERS)
def test_accounts_of_other_programs_are_known_by_their_fields(document: object) -> None:
    assert read_export(dumped(document)).accounts == (SHOP,)


def test_the_counters_of_other_programs_are_kept_and_never_guessed() -> None:
    counted = {"account": "taro", "secret": KEY, "kind": "HOTP"}
    read = read_export(dumped([counted | {"counter": "4"}, counted]))
    assert [account.counter for account in read.accounts] == [4]
    assert read.unusable == (Unusable(entry=2, problem=Problem.NO_COUNTER),)
