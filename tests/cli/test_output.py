import json
from datetime import date, datetime
from decimal import Decimal

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.cli.coverage import coverage
from torimodosu.cli.output import Row, as_table, plain
from torimodosu.cli.troubles import SENTENCES
from torimodosu.recovery.mail.search import Covered, NotCovered, Trouble


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal(2346), "2346"),
        (Decimal("12.90"), "12.90"),
        (Decimal("1E+5"), "100000"),
        (Decimal("0E-8"), "0.00000000"),
        (Decimal(-3), "-3"),
        (FRIDAY_NIGHT, "2026-03-13T23:50:00+09:00"),
        (date(2026, 3, 13), "2026-03-13"),
    ],
)
def test_amounts_and_times_are_written_as_the_contract_says(
    value: Decimal | datetime | date, text: str
) -> None:
    assert json.loads(json.dumps({"it": value}, default=plain)) == {"it": text}


def test_what_the_contract_has_no_form_for_is_refused() -> None:
    with pytest.raises(TypeError, match="bytes has no form"):
        json.dumps(b"", default=plain)


def test_columns_line_up_as_a_terminal_shows_them() -> None:
    rows: list[Row] = [
        {"a": "日本", "b": 1},
        {"a": "e\u0301", "b": None},
        {"a": "x", "b": True},
    ]
    assert as_table(rows, ("a", "b")) == "a     b\n日本  1\ne\u0301     -\nx     yes\n"


def test_a_table_shows_the_columns_that_were_asked_for() -> None:
    rows = [{"a": {"JPY": Decimal(1)}, "b": [1, 2]}]
    assert as_table(rows, ("b",)) == "b\n1, 2\n"
    assert as_table(rows, ("a", "c")) == "a      c\nJPY=1  -\n"
    assert as_table([], ("a",)) == ""


def test_a_long_cell_is_cut() -> None:
    (_, line) = as_table([{"a": "x" * 500, "b": "y" * 500}], ("a", "b")).splitlines()
    assert line == "x" * 63 + "…  " + "y" * 159 + "…"


def test_a_cell_does_nothing_but_show_itself() -> None:
    (_, line) = as_table([{"a": "\x1b[2J \u202eevil\nnext\x9b1m"}], ("a",)).splitlines()
    assert line == "\ufffd[2J \ufffdevil next\ufffd1m"


def test_what_was_not_covered_has_a_place_a_reason_and_advice() -> None:
    lists = coverage(
        [Covered(source="in", messages=1, size=2)],
        [
            NotCovered(source="box", offset=7, trouble=Trouble.TRUNCATED),
            NotCovered(source="pic", offset=None, trouble=Trouble.NOT_A_MAIL),
        ],
        {"what": "rest", "why": "cancelled"},
    )
    assert lists == {
        "covered": ["in"],
        "not_covered": [
            {
                "what": "box (byte 7)",
                "why": "truncated",
                "advice": SENTENCES[Trouble.TRUNCATED],
            },
            {
                "what": "pic",
                "why": "not_a_mail",
                "advice": SENTENCES[Trouble.NOT_A_MAIL],
            },
            {"what": "rest", "why": "cancelled"},
        ],
    }


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_has_one_plain_sentence(trouble: Trouble) -> None:
    sentence = SENTENCES[trouble]
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "\n" not in sentence
