from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from tests.fakes.clock import FixedClock
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.statement_columns import Columns
from torimodosu.bootstrap.statements import statement_desk
from torimodosu.recovery.catalogue.statement_words import Meaning
from torimodosu.recovery.statements.mapping import Unsure
from torimodosu.recovery.statements.statement import Refused
from torimodosu.resources import resource

BANK = b"""Wann;Was;Wieviel
03.11.2025;Buchladen;12,50
17.11.2025;Cafe am Markt;4,20
25.11.2025;Bahn;31,00
"""
LOAD = partial(load_catalogue, resource("catalogue"))


@pytest.fixture
def columns(store: Store, clock: FixedClock) -> Columns:
    return Columns(records=store.card_records, load_catalogue=LOAD, clock=clock)


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "bank.csv"
    path.write_bytes(BANK)
    return path


def test_a_look_shows_names_and_first_cells(columns: Columns, bank: Path) -> None:
    sample = columns.sample(str(bank))
    assert sample is not None
    assert sample.names == ("Wann", "Was", "Wieviel")
    assert sample.rows[0] == ("03.11.2025", "Buchladen", "12,50")
    assert Unsure.COLUMNS in sample.unsure


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.7\n", b"milk,eggs\nbread,butter\n"])
def test_what_is_no_table_of_charges_is_not_shown(
    columns: Columns, tmp_path: Path, raw: bytes
) -> None:
    path = tmp_path / "other.csv"
    path.write_bytes(raw)
    assert columns.sample(str(path)) is None


def test_a_file_that_is_gone_is_not_shown(columns: Columns, bank: Path) -> None:
    sample = columns.sample(str(bank))
    assert sample is not None
    bank.unlink()
    assert columns.sample(str(bank)) is None
    assert columns.preview(str(bank), sample.mapping) is None


def test_what_was_told_is_previewed_kept_and_used(
    store: Store, clock: FixedClock, columns: Columns, bank: Path
) -> None:
    sample = columns.sample(str(bank))
    assert sample is not None
    desk = statement_desk(store.card_records, LOAD().statement_facts, clock)
    assert isinstance(desk.read(BANK, bank.name), Refused)
    told = {Meaning.USED: 0, Meaning.MERCHANT: 1, Meaning.AMOUNT: 2}
    mapping = replace(sample.mapping, columns=told)
    preview = columns.preview(str(bank), mapping)
    assert preview is not None
    amounts = [abs(one.amount or 0) for one in preview.charges]
    assert amounts == [Decimal("12.50"), Decimal("4.20"), Decimal("31.00")]
    columns.keep(mapping)
    read = statement_desk(store.card_records, LOAD().statement_facts, clock).read(
        BANK, bank.name
    )
    assert not isinstance(read, Refused)
    assert [one.merchant for one in read.charges] == [
        "Buchladen",
        "Cafe am Markt",
        "Bahn",
    ]
