"""The orders of the practice incident: what was bought, and who paid what."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from torimodosu.recovery.orders.order import OrderState, Ownership
from torimodosu.recovery.practice.letter import in_japan


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """One order.

    `total`, `gift_card`, `points` and `card` are what its mails tell, in yen; None is
    what no mail tells. `state` is where its mails leave it. No mail tells when a
    refused one was `placed`.
    """

    number: str
    placed: datetime
    title: str
    total: int | None
    gift_card: int | None = None
    points: int | None = None
    card: int | None = None
    ownership: Ownership = Ownership.NOT_MINE
    state: OrderState = OrderState.PLACED

    @property
    def unknown(self) -> Decimal | None:
        """Return the part of the total whose payment no mail tells."""
        if self.total is None:
            return None
        known = (self.gift_card or 0) + (self.points or 0) + (self.card or 0)
        return Decimal(self.total - known)


_CODE = "デジタルギフトコード（Eメール送信）"
_GAME = "オンラインゲーム用プリペイドコード"

# 18:08 to 19:06 on Friday: first the gift balance of 60,200 yen is used up, then the
# points, then the card.
FRAUD = (
    Purchase(
        number="250-0118081-3500001",
        placed=in_japan(20, 18, 8, 14),
        title=f"{_CODE} 10,000円分",
        total=10_000,
        gift_card=10_000,
        card=0,
        state=OrderState.REFUNDED,
    ),
    Purchase(
        number="250-0118112-3500002",
        placed=in_japan(20, 18, 11, 2),
        title=f"{_CODE} 5,000円分",
        total=5_000,
        gift_card=5_000,
        card=0,
        state=OrderState.REFUNDED,
    ),
    Purchase(
        number="503-0118153-3500003",
        placed=in_japan(20, 18, 15, 40),
        title="注文番号: 503-9999999-9999999 付きギフトコード 合計 10,000円分",
        total=10_000,
        gift_card=10_000,
        card=0,
    ),
    Purchase(
        number="250-0118194-3500004",
        placed=in_japan(20, 18, 19, 51),
        title="ｵﾝﾗｲﾝｹﾞｰﾑ用ﾌﾟﾘﾍﾟｲﾄﾞｺｰﾄﾞ",
        total=8_800,
        gift_card=8_800,
    ),
    Purchase(
        number="249-0118245-3500005",
        placed=in_japan(20, 18, 24, 9),
        title=f"{_CODE} 5,000円分",
        total=5_000,
        gift_card=5_000,
        card=0,
    ),
    Purchase(
        number="250-0118286-3500006",
        placed=in_japan(20, 18, 28, 33),
        title=f"{_CODE} 10,000円分",
        total=10_000,
        gift_card=10_000,
        card=0,
    ),
    Purchase(
        number="250-0118327-3500007",
        placed=in_japan(20, 18, 32, 20),
        title="Prepaid code for online games",
        total=3_000,
        gift_card=3_000,
        card=0,
    ),
    Purchase(
        number="250-0118388-3500008",
        placed=in_japan(20, 18, 38, 47),
        title=f"{_CODE} 10,000円分",
        total=10_000,
        gift_card=8_400,
        card=1_600,
        state=OrderState.REFUNDED,
    ),
    Purchase(
        number="250-0118429-3500009",
        placed=in_japan(20, 18, 42, 5),
        title=f"{_CODE} 5,000円分",
        total=5_000,
        points=1_240,
        card=3_760,
    ),
    Purchase(
        number="D01-0118470-3500010",
        placed=in_japan(20, 18, 47, 31),
        title="電子書籍セット（全12巻）",
        total=None,
    ),
    Purchase(
        number="250-0118511-3500011",
        placed=in_japan(20, 18, 51, 58),
        title=_GAME,
        total=7_600,
        card=7_600,
        state=OrderState.CANCELLED,
    ),
    Purchase(
        number="250-0118562-3500012",
        placed=in_japan(20, 18, 56, 12),
        title=f"{_CODE} 10,000円分",
        total=10_000,
        card=10_000,
        state=OrderState.CANCELLED,
    ),
    Purchase(
        number="249-0119013-3500013",
        placed=in_japan(20, 19, 1, 44),
        title=f"{_CODE} 5,000円分",
        total=5_000,
        card=5_000,
        state=OrderState.CANCELLED,
    ),
    Purchase(
        number="250-0119064-3500014",
        placed=in_japan(20, 19, 6, 26),
        title=f"{_CODE} 10,000円分",
        total=10_000,
        card=10_000,
        state=OrderState.CANCELLED,
    ),
)

# Tried after the shop had put the orders on hold, and refused.
REFUSED = (
    Purchase(
        number="250-0119125-3500015",
        placed=in_japan(20, 19, 12, 3),
        title=f"{_CODE} 10,000円分",
        total=None,
        state=OrderState.REFUSED,
    ),
    Purchase(
        number="250-0119156-3500016",
        placed=in_japan(20, 19, 15, 38),
        title=f"{_CODE} 10,000円分",
        total=None,
        state=OrderState.REFUSED,
    ),
)

BOOKS = Purchase(
    number="249-0112201-3500021",
    placed=in_japan(12, 20, 15),
    title="はじめての家庭菜園",
    total=1_480,
    ownership=Ownership.MINE,
    state=OrderState.DELIVERED,
)
GLOVES = Purchase(
    number="249-0112202-3500022",
    placed=in_japan(12, 20, 15),
    title="園芸用手袋 3双組",
    total=2_200,
    ownership=Ownership.MINE,
)
COFFEE = Purchase(
    number="250-0120124-3500023",
    placed=in_japan(20, 12, 41, 9),
    title="コーヒー豆 500g",
    total=3_280,
    ownership=Ownership.UNSURE,
)
BATTERIES = Purchase(
    number="250-0120175-3500024",
    placed=in_japan(20, 17, 52, 36),
    title="乾電池 単3形 20本",
    total=1_980,
    ownership=Ownership.MINE,
    state=OrderState.SHIPPED,
)
WARMERS = Purchase(
    number="503-0121073-3500025",
    placed=in_japan(21, 7, 35, 12),
    title="使い捨てカイロ 30個",
    total=1_120,
    ownership=Ownership.MINE,
)
OWN = (BOOKS, GLOVES, COFFEE, BATTERIES, WARMERS)
