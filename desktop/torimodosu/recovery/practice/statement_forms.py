"""How the statements of the practice incident are laid out, issuer by issuer.

The layouts are those that each issuer hands out as CSV; all of them but that of Rakuten
and PayPay are in CP932. A charge that is negative is money back.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from torimodosu.recovery.practice.cards import (
    AMEX_LAST_FOUR,
    SMBC_LAST_FOUR,
    VIEW_LAST_FOUR,
)

Charge = tuple[date, str, int]

_NAME = "笹野　みどり"
_RAKUTEN_BEGIN = ("利用日", "利用店名・商品名", "利用者", "支払方法", "利用金額")
_VIEW_HEADER = (
    "ご利用年月日,ご利用箇所,ご利用額,払戻額,ご請求額（うち手数料・利息）,"
    "支払区分（回数）,今回回数,今回ご請求額・弁済金（うち手数料・利息）,"
    "現地通貨額,通貨略称,換算レート"
)
_EPOS_HEADER = (
    "種別（ショッピング、キャッシング、その他）,ご利用年月日,ご利用場所,ご利用内容,"
    "ご利用金額,お支払金額（キャッシングでは利息を含みます）,支払区分"
)
_LIFE_HEADER = (
    "明細No.,契約,回数,利用日,利用先,利用金額,ATM利用料,手数料,支払総額,"
    "支払回数/何回目,当月支払金額,支払残高"
)


def smbc_open(charges: Iterable[Charge], paid: date) -> bytes:
    """Return a month of SMBC that is not closed yet, taken on *paid*."""
    rows = [
        f"{_short(day)},{shop},ご本人,1回払い,,'{paid:%y/%m},{amount},{amount},,,,,"
        for day, shop, amount in charges
    ]
    return _cp932(_smbc_holder(), *rows)


def smbc_confirmed(charges: Sequence[Charge]) -> bytes:
    """Return a closed month of SMBC, with its total at the end."""
    rows = [
        f"{day:%Y/%m/%d},{shop},{amount},１,１,{amount},"
        for day, shop, amount in charges
    ]
    return _cp932(_smbc_holder(), *rows, f",,,,,{_sum(charges)},")


def rakuten_open(charges: Iterable[Charge], month: int) -> bytes:
    """Return a month of Rakuten that is not closed yet, taken in *month*."""
    later = month % 12 + 1
    header = (
        *(*_RAKUTEN_BEGIN, "手数料/利息", "支払総額", "支払月"),
        *(f"{month}月支払金額", "当月請求額"),
        *(f"{later}月繰越残高", f"{later}月以降請求額"),
    )
    rows = [
        (
            *(f"{day:%Y/%m/%d}", shop, "本人", "1回払い", f"{amount}", "0"),
            *(f"{amount}", f"{month}月", f"{amount}", f"{amount}", "0", "0"),
        )
        for day, shop, amount in charges
    ]
    return _lines(map(_quoted, (header, *rows))).encode("utf-8-sig")


def rakuten_closed(charges: Iterable[Charge], month: int) -> bytes:
    """Return a closed month of Rakuten, taken in *month*."""
    header = (
        *(*_RAKUTEN_BEGIN, "手数料/利息", "支払総額", f"{month}月支払金額"),
        *("当月請求額", f"{month % 12 + 1}月繰越残高", "新規サイン"),
    )
    rows = [
        (
            *(f"{day:%Y/%m/%d}", shop, "本人", "1回払い", f"{amount}", "0"),
            *(f"{amount}", f"{amount}", f"{amount}", "0", "*"),
        )
        for day, shop, amount in charges
    ]
    return _lines(map(_quoted, (header, *rows))).encode("utf-8-sig")


def jcb(charges: Sequence[Charge], paid: date) -> bytes:
    """Return a statement of JCB that is taken on *paid*."""
    total = f"{_sum(charges):,}"
    header = (
        *("ご利用者", "カテゴリ", "ご利用日", "ご利用先など", "ご利用金額(￥)"),
        *("支払区分", "今回回数", "訂正サイン", "お支払い金額(￥)"),
        *("国内／海外", "摘要", "備考"),
    )
    rows = [
        (
            *("本人", "買物", f" {day:%Y/%m/%d}", shop, f"{amount:,}"),
            *("1回払い", "", "", f"{amount:,}", "国内", "", ""),
        )
        for day, shop, amount in charges
    ]
    return _cp932(
        _quoted(("", "", "今回のお支払日", f"{paid:%Y/%m/%d}")),
        _quoted(("", "", "今回のお支払金額合計(￥)", total)),
        _quoted(("【ご利用明細】",)),
        *map(_quoted, (header, *rows)),
    )


def view(charges: Sequence[Charge], paid: date) -> bytes:
    """Return a statement of View Card that is taken on *paid*."""
    number = f"****-****-****-{VIEW_LAST_FOUR}"
    rows = [
        f'{day:%Y/%m/%d},{shop},"{amount:,}",,"{amount:,}",１回払,,"{amount:,}",,   ,'
        for day, shop, amount in charges
    ]
    return _cp932(
        f"会員番号,{number}",
        "対象カード,ビューカード",
        f"お支払日,{paid:%Y年%m月%d日}",
        f'今回お支払金額,"{_sum(charges):,}"',
        "",
        _VIEW_HEADER,
        f"{number} {_NAME}",
        *rows,
    )


def epos(charges: Sequence[Charge]) -> bytes:
    """Return a statement of Epos."""
    rows = [
        f"ショッピング,{day:%Y年%m月%d日},{shop},－,{amount},{amount},1回払い"
        for day, shop, amount in charges
    ]
    return _cp932(_EPOS_HEADER, *rows, f"お支払合計額,,,,,{_sum(charges)},")


def saison(charges: Sequence[Charge], paid: date) -> bytes:
    """Return a statement of Saison that is taken on *paid*."""
    total = _sum(charges)
    rows = [f"{day:%Y/%m/%d},{shop},1,1回,,{amount}," for day, shop, amount in charges]
    return _cp932(
        "カード名称,セゾンカード",
        f"お支払日,{paid:%Y/%m/%d}",
        f"今回ご請求額,{total:010}",
        "",
        "利用日,ご利用店名及び商品名,本人・家族区分,支払区分名称,締前入金区分,利用金額,備考",
        f",ご利用者名:{_NAME}  様,1,,,,",
        *rows,
        f",【小計】,,,,{total},",
        f",【合計】,,,,{total},",
    )


def paypay(charges: Iterable[Charge], paid: date) -> bytes:
    """Return a statement of PayPay Card that is taken on *paid*."""
    header = (
        *("利用日/キャンセル日", "利用店名・商品名", "利用者", "支払区分", "利用金額"),
        *("手数料", "支払総額", "当月支払金額", "翌月以降繰越金額", "調整額"),
        "当月お支払日",
    )
    rows = [
        (
            *(_short(day), shop, "本人*", "1回", f"{amount}", "0"),
            *(f"{amount}", f"{amount}", "0", "0", _short(paid)),
        )
        for day, shop, amount in charges
    ]
    return _lines(map(_quoted, (header, *rows))).encode()


def life(charges: Iterable[Charge], paid: date) -> bytes:
    """Return a statement of LifeCard that is taken on *paid*."""
    rows = [
        f"{place},ショッピング,1,{day:%Y/%m/%d},{shop},{amount},,,{amount},1/1,{amount},0"
        for place, (day, shop, amount) in enumerate(charges, start=1)
    ]
    return _cp932(
        f"支払日,{paid:%Y/%m/%d}",
        f"会員氏名,{_NAME}　様",
        "カード名,ライフカード",
        "",
        _LIFE_HEADER,
        *rows,
    )


def amex(charges: Iterable[Charge]) -> bytes:
    """Return a statement of American Express in Japan."""
    member = f"MIDORI SASANO,-3{AMEX_LAST_FOUR}"
    rows = [
        f'{day:%Y/%m/%d},{day:%Y/%m/%d},{shop},{member},"{amount:,}",,'
        for day, shop, amount in charges
    ]
    return _cp932(
        "ご利用日,データ処理日,ご利用内容,カード会員様名,会員番号 #,金額,"
        "海外通貨利用金額,換算レート",
        *rows,
    )


def _smbc_holder() -> str:
    return f"{_NAME}　様,4980-****-****-{SMBC_LAST_FOUR},三井住友カード"


def _sum(charges: Iterable[Charge]) -> int:
    return sum(amount for *_, amount in charges)


def _short(day: date) -> str:
    return f"{day.year}/{day.month}/{day.day}"


def _quoted(cells: Iterable[str]) -> str:
    return ",".join(f'"{cell}"' for cell in cells)


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\r\n" for line in lines)


def _cp932(*lines: str) -> bytes:
    return _lines(lines).encode("cp932")
