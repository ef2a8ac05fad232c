"""Whatever a mail holds, reading it ends, and soon."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.statements.notices.mails import (
    SHIPPED,
    SMBC_SUBJECT,
    notice_mail,
    read,
    smbc,
)
from torimodosu.recovery.statements.notices.uses import read_uses

LAYOUTS = [
    layout for issuer in SHIPPED.issuers.values() for layout in issuer.notice_layouts
]
_PIECES = st.sampled_from(
    [
        *("利用日", "ご利用日時", "ご利用先", "◇利用金額", "ご利用金額", "カード番号"),
        *(
            "：",
            ":",
            "】",
            "\t",
            "\n",
            " ",
            "　",
            "(",
            ")",
            "（返品）",
            "-",
            "円",
            "USD",
        ),
        *("2026/11/20", "18:08", "2026年", "1,600", "１６００", "9" * 50, "利用速報"),
    ]
)


@given(st.lists(st.one_of(_PIECES, st.text(max_size=5)), max_size=60))
def test_any_text_is_read_by_every_layout(pieces: list[str]) -> None:
    body = "".join(pieces)
    for layout in LAYOUTS:
        uses = read_uses(body, layout).uses
        assert all(
            value in body for use in uses for value in use.values.values() if value
        )


@given(st.lists(st.one_of(_PIECES, st.text(max_size=5)), max_size=60))
def test_any_text_is_a_mail(pieces: list[str]) -> None:
    for notice in read("smbc_card", notice_mail("smbc_card", "", "".join(pieces))):
        assert notice.amount is None or isinstance(notice.amount, Decimal)
        assert notice.card.isdigit() or not notice.card


@pytest.mark.parametrize(
    "body",
    [
        "◇利用金額：" + "1" * 1_000_000,
        "◇" * 1_000_000,
        " " * 1_000_000 + "円",
        "(" * 1_000_000,
        "\n".join(["ご利用日時：2026/11/20 18:08"] * 100_000),
        "\t".join(["1,600円"] * 100_000),
        "2026/11/20 " * 100_000,
        smbc() * 20_000,
    ],
    ids=["digits", "marks", "blanks", "brackets", "times", "cells", "days", "uses"],
)
def test_a_huge_mail_is_read_as_far_as_a_mail_is_long(body: str) -> None:
    assert len(read("smbc_card", notice_mail("smbc_card", SMBC_SUBJECT, body))) <= 2_000
