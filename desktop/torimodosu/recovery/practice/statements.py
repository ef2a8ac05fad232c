"""Two card statements, as they looked on Sunday.

The layouts are those of an open month: Vpass of SMBC (no header, CP932, 13 columns)
and e-NAVI of Rakuten (UTF-8 with BOM, quoted, 12 columns).
"""

from collections.abc import Iterator
from datetime import date

from torimodosu.recovery.practice.card_mails import E_BOOKS, NOTIFIED
from torimodosu.recovery.practice.files import PracticeFile
from torimodosu.recovery.practice.purchase import BATTERIES, BOOKS

SMBC_LAST_FOUR = "4821"
RAKUTEN_LAST_FOUR = "0935"
_SHOP = "ＡＭＡＺＯＮ．ＣＯ．ＪＰ"

Charge = tuple[date, str, int]

SMBC_CHARGES: tuple[Charge, ...] = (
    (date(2026, 11, 14), "セキユ石油　笹野通り店", 4_210),
    *((p.placed.date(), _SHOP, p.card or 0) for p in NOTIFIED),
)
RAKUTEN_CHARGES: tuple[Charge, ...] = (
    (date(2026, 11, 21), _SHOP, BATTERIES.total or 0),
    (date(2026, 11, 20), _SHOP, E_BOOKS),
    (date(2026, 11, 14), "楽天市場　みかん農園", 3_400),
    (date(2026, 11, 14), "スーパーあおば", 3_152),
    (date(2026, 11, 13), _SHOP, BOOKS.total or 0),
)
_RAKUTEN_HEADER = (
    "利用日",
    "利用店名・商品名",
    "利用者",
    "支払方法",
    "利用金額",
    "手数料/利息",
    "支払総額",
    "支払月",
    "12月支払金額",
    "当月請求額",
    "1月繰越残高",
    "1月以降請求額",
)


def statement_files() -> Iterator[PracticeFile]:
    """Yield the statements; on that of SMBC the charge of the last order is missing."""
    yield PracticeFile(
        path="statements/smbc/202701.csv",
        content="".join(f"{line}\r\n" for line in _smbc_lines()).encode("cp932"),
        told="三井住友カードの明細 / statement of SMBC Card",
    )
    yield PracticeFile(
        path=f"statements/rakuten/enavi202612({RAKUTEN_LAST_FOUR}).csv",
        content="".join(f"{line}\r\n" for line in _rakuten_lines()).encode("utf-8-sig"),
        told="楽天カードの明細 / statement of Rakuten Card",
    )


def _smbc_lines() -> Iterator[str]:
    yield f"笹野　みどり　様,4980-****-****-{SMBC_LAST_FOUR},三井住友カード"
    for day, shop, amount in SMBC_CHARGES:
        when = f"{day.year}/{day.month}/{day.day}"
        yield f"{when},{shop},ご本人,1回払い,,'27/01,{amount},{amount},,,,,"


def _rakuten_lines() -> Iterator[str]:
    yield _quoted(_RAKUTEN_HEADER)
    for day, shop, amount in RAKUTEN_CHARGES:
        paid = (str(amount), "0", str(amount), "12月", str(amount), str(amount))
        yield _quoted((f"{day:%Y/%m/%d}", shop, "本人", "1回払い", *paid, "0", "0"))


def _quoted(cells: tuple[str, ...]) -> str:
    return ",".join(f'"{cell}"' for cell in cells)
