"""Asking for the time with everything real but the server."""

import pytest

from tests.contracts.cases import SHOP
from tests.fakes.clock import FRIDAY_NIGHT, FixedClock
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.asking import ask_real_time
from torimodosu.recovery.case.sent import Sent, SentWhat
from torimodosu.recovery.twostep.clock import NoTimeError, TimeTrouble

NOWHERE = "nowhere.invalid"  # RFC 2606: there never is such a host


def test_it_is_kept_who_is_asked_also_where_nobody_answers(store: Store) -> None:
    case = store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
    with pytest.raises(NoTimeError) as raised:
        ask_real_time(case, NOWHERE, outgoing=store.lock_records, clock=FixedClock())
    assert raised.value.trouble is TimeTrouble.NO_SUCH_HOST
    asked = Sent(at=FRIDAY_NIGHT, host=NOWHERE, what=SentWhat.TIME_QUESTION)
    snapshot = store.snapshot(case, at=FRIDAY_NIGHT)
    assert snapshot.left_this_computer == (asked,)
