"""The statements that are published in the months after, to practise what comes then.

Of what was charged for the orders of the intruder one charge vanishes, two are credited
on the same statement, one is credited a month later, and one is not given back at all.
"""

from collections.abc import Iterator
from datetime import date

from torimodosu.recovery.practice import statement_forms as forms
from torimodosu.recovery.practice.cards import RAKUTEN_LAST_FOUR
from torimodosu.recovery.practice.files import PracticeFile
from torimodosu.recovery.practice.purchase import FRAUD
from torimodosu.recovery.practice.statement_forms import Charge
from torimodosu.recovery.practice.statements import (
    RAKUTEN_CHARGES,
    SHOP_PRINTED,
    SMBC_CHARGES,
    SMBC_EARLIER,
)

LATER_FOLDER = "later"
# By place among the orders of the intruder: it is not on the closed statement.
VANISHED = FRAUD[11]
CREDITED_SOON = (FRAUD[7], FRAUD[10])
CREDITED_LATER = FRAUD[12]
NOT_CREDITED = FRAUD[8]
SMALL_TEST: Charge = (date(2026, 12, 3), "ＶＩＤＥＯ　ＯＮＬＩＮＥ", 110)

_SMBC_JANUARY: tuple[Charge, ...] = (
    *(
        (day, shop, amount)
        for day, shop, amount in SMBC_CHARGES
        if amount != VANISHED.card
    ),
    *((date(2026, 11, 22), SHOP_PRINTED, -(p.card or 0)) for p in CREDITED_SOON),
    (date(2026, 12, 2), "笹野ガス　ご利用料金", 6_020),
)
_SMBC_FEBRUARY: tuple[Charge, ...] = (
    (date(2026, 12, 18), SHOP_PRINTED, -(CREDITED_LATER.card or 0)),
    (date(2027, 1, 4), "笹野ガス　ご利用料金", 7_450),
)
_RAKUTEN_JANUARY: tuple[Charge, ...] = (
    (date(2026, 12, 9), "笹野電力　電気料金", 8_120),
    SMALL_TEST,
)


def later_files() -> Iterator[PracticeFile]:
    """Yield the statements; they lie apart from those of Sunday."""
    rakuten = f"({RAKUTEN_LAST_FOUR}).csv"
    for path, content in (
        ("smbc/202612.csv", forms.smbc_confirmed(SMBC_EARLIER)),
        ("smbc/202701.csv", forms.smbc_confirmed(_SMBC_JANUARY)),
        ("smbc/202702.csv", forms.smbc_confirmed(_SMBC_FEBRUARY)),
        (f"rakuten/enavi202612{rakuten}", forms.rakuten_closed(RAKUTEN_CHARGES, 12)),
        (f"rakuten/enavi202701{rakuten}", forms.rakuten_closed(_RAKUTEN_JANUARY, 1)),
    ):
        yield PracticeFile(
            path=f"{LATER_FOLDER}/{path}",
            content=content,
            told="翌月以降に公開される明細 / a statement of the months after",
        )
