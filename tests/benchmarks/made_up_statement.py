"""A large statement, the same for the same seed."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

_FIRST = date(2020, 1, 1)
_SHOPS = (
    *("ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "アマゾン　ＪＰ　マーケットプレイス", "ｱﾏｿﾞﾝ ﾀﾞｳﾝﾛｰﾄﾞ"),
    *("スーパー　あおば", "セキユ石油　笹野通り店", "書店　みなと", "薬局　いずみ"),
)


def statement_rows(rows: int, *, seed: int = 4) -> Iterator[str]:
    """Yield a statement in the layout of SMBC, its total behind *rows* charges."""
    random = Random(seed)  # noqa: S311 -- no secret, the same each time
    total = 0
    yield "笹野　みどり　様,4980-****-****-4821,みほんカード"
    for number in range(rows):
        day = _FIRST + timedelta(days=number * 2400 // rows)
        shop = f"{random.choice(_SHOPS)}　{random.randrange(2000)}"
        amount = random.randrange(1, 60_000)
        total += amount
        yield f"{day:%Y/%m/%d},{shop},{amount},１,１,{amount},"
    yield f",,,,,{total},"


def made_up_statement(rows: int) -> bytes:
    """Return that statement in CP932."""
    return "".join(f"{row}\r\n" for row in statement_rows(rows)).encode("cp932")
