"""Every reason has words, which say what it is and what to do."""

import pytest

from torimodosu.recovery.file_trouble import FileTrouble
from torimodosu.recovery.twostep.account import OtpAccount, OtpType, Problem
from torimodosu.recovery.twostep.exports.outcome import Refusal
from torimodosu.recovery.twostep.typed import Mistake, Suspect
from torimodosu.window.qr.refused import Refused, Unseen
from torimodosu.window.qr.words import account_words, refused_words

pytestmark = pytest.mark.usefixtures("qapp")

REASONS = [
    *(Refused(why=why) for why in (*Unseen, *Refusal, *Mistake)),
    *(Refused(why=Mistake.BROKEN_ADDRESS, problem=problem) for problem in Problem),
    *(Refused(why=why) for why in FileTrouble),
    Refused(why=Refusal.OTHER_QR_CODE, host="shop.example"),
]


@pytest.mark.parametrize("refused", REASONS, ids=str)
def test_every_reason_has_words(refused: Refused) -> None:
    assert refused_words(refused).endswith(".")


@pytest.mark.parametrize("why", [Refusal.OTHER_QR_CODE, Mistake.WEB_ADDRESS])
def test_a_web_address_is_told_by_its_host(why: Refusal | Mistake) -> None:
    words = refused_words(Refused(why=why, host="shop.example"))
    assert "shop.example" in words
    assert "It was not opened." in words


def test_a_file_is_told_by_its_name() -> None:
    refused = Refused(why=Refusal.NO_QR_CODE, path="/home/taro/Pictures/shop.png")
    assert refused_words(refused).startswith("shop.png: No QR code")


def test_characters_are_pointed_at_while_they_are_few() -> None:
    zero = Suspect(place=5, typed="0", meant=("O",))
    one = Suspect(place=9, typed="1", meant=("I", "L"))
    odd = Suspect(place=12, typed="?", meant=())
    few = Refused(why=Mistake.WRONG_CHARACTERS, suspects=(zero, one, odd))
    assert refused_words(few).splitlines() == [
        "Character 5 is “0”. Perhaps it is the letter O.",
        "Character 9 is “1”. Perhaps it is the letter I or L.",
        "Character 12, “?”, is in no set-up key.",
    ]
    many = Refused(why=Mistake.WRONG_CHARACTERS, suspects=(zero, one, odd, odd))
    assert "letters A to Z" in refused_words(many)


def test_only_a_mac_speaks_of_its_leave() -> None:
    black = Refused(why=Unseen.BLACK_SCREEN)
    told = [refused_words(black, system=name) for name in ("darwin", "linux", "win32")]
    assert ["Screen Recording" in words for words in told] == [True, False, False]
    empty = Refused(why=Unseen.CLIPBOARD)
    assert "Screen Recording" not in refused_words(empty, system="darwin")


@pytest.mark.parametrize(
    ("issuer", "name", "words"),
    [
        ("Amazon", "taro", "Amazon · taro"),
        ("Amazon", "", "Amazon"),
        ("", "taro", "taro"),
        ("", "", "Without a name"),
    ],
)
def test_an_account_is_called_by_its_names(issuer: str, name: str, words: str) -> None:
    account = OtpAccount(type=OtpType.TOTP, issuer=issuer, name=name, secret=b"secret")
    assert account_words(account) == words
