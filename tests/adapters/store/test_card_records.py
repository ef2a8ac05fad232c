"""What the store keeps about cards."""

import pytest

from tests.contracts.statements import StatementLogContract
from torimodosu.adapters.store import Store
from torimodosu.adapters.store.card_records import CardRecords


class TestStatementLog(StatementLogContract):
    @pytest.fixture
    def cases(self, store: Store) -> Store:
        return store

    @pytest.fixture
    def log(self, store: Store) -> CardRecords:
        return store.card_records
