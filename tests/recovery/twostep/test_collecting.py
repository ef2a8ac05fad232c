import pytest

from tests.recovery.twostep.moves import message, uri
from torimodosu.recovery.twostep.collecting import Collection, holds_part, join_reads
from torimodosu.recovery.twostep.exports.outcome import (
    ExportRead,
    Form,
    Refusal,
    RefusedError,
)
from torimodosu.recovery.twostep.exports.reading import read_qr_texts

SINGLE = "otpauth://totp/Shop:taro?secret=JBSWY3DPEHPK3PXP&issuer=Shop"


def part(index: int, *, batch: int = 7, size: int = 3) -> str:
    account = message({1: bytes([batch, index]) * 8, 2: f"{batch}/{index}".encode()})
    return uri(account, size=size, index=index, batch=batch)


def names(read: ExportRead) -> list[str]:
    return [account.name for account in read.accounts]


def collected(*captures: list[str]) -> Collection:
    collection = Collection()
    for texts in captures:
        collection = collection.joined_by(texts)
    return collection


def test_parts_of_several_pictures_become_one_move() -> None:
    first = collected([part(2)])
    assert first.read().missing_parts == (1, 2)
    second = first.joined_by([part(0), part(2)])
    assert second.read().missing_parts == (2,)
    whole = second.joined_by([part(1)]).read()
    assert (names(whole), whole.missing_parts) == (["7/2", "7/0", "7/1"], ())


def test_a_new_move_takes_the_place_of_one_that_was_not_completed() -> None:
    read = collected([part(0)], [part(1)], [part(0, batch=9, size=1)]).read()
    assert (names(read), read.missing_parts) == (["9/0"], ())


def test_an_account_beside_a_part_is_kept_with_it() -> None:
    read = collected([part(0, size=2), SINGLE], [part(1, size=2)]).read()
    assert names(read) == ["7/0", "taro", "7/1"]


def test_what_is_no_part_stands_alone() -> None:
    assert names(collected([part(0)], [SINGLE]).read()) == ["taro"]
    assert [holds_part([text]) for text in (part(0), SINGLE, "")] == [
        True,
        False,
        False,
    ]


def test_without_an_account_it_is_refused() -> None:
    with pytest.raises(RefusedError) as refused:
        collected(["https://shop.example"]).read()
    assert refused.value.reason is Refusal.OTHER_QR_CODE


def test_nothing_shows_what_was_collected() -> None:
    assert "JBSWY3DPEHPK3PXP" not in repr(collected([SINGLE]))


def test_several_reads_are_one_with_each_account_once() -> None:
    one = read_qr_texts([SINGLE])
    other = read_qr_texts([part(0), "otpauth://totp/x"])
    whole = join_reads([one, one, other])
    assert (whole.form, names(whole)) == (Form.QR_CODES, ["taro", "7/0"])
    assert [entry.entry for entry in whole.unusable] == [2]
    assert whole.missing_parts == (2, 3)
    assert join_reads([]).accounts == ()
