"""The word of the user on mail servers."""

from pathlib import Path

from tests.contracts.cases import SHOP
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.plan.trusting_servers import (
    FOREIGN_MAIL_SERVERS,
    OWN_MAIL_SERVERS,
    answer_server,
    servers_in,
)

GOOGLE, OTHER = "mx.google.com@google.com *.x.example@-", "mx.other.example@-"


def test_the_newest_word_counts_and_is_noted(tmp_path: Path) -> None:
    store = Store.at(tmp_path / "cases.sqlite")
    case = store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
    answer_server(case, GOOGLE, is_own=True, book=store, at=FRIDAY_NIGHT)
    answer_server(case, OTHER, is_own=True, book=store, at=FRIDAY_NIGHT)
    answer_server(case, OTHER, is_own=False, book=store, at=FRIDAY_NIGHT)
    settings = store.settings
    assert servers_in(settings, OWN_MAIL_SERVERS) == set(GOOGLE.split())
    assert servers_in(settings, FOREIGN_MAIL_SERVERS) == {OTHER}
    noted = [one for one in store.entries(case) if one.kind is Kind.SERVER_TRUSTED]
    assert noted[-1] == Entry(
        at=FRIDAY_NIGHT, kind=Kind.SERVER_TRUSTED, text=f"foreign={OTHER}"
    )
    assert noted[0].text == "own=*.x.example@-,mx.google.com@google.com"
