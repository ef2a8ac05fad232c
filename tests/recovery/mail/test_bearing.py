import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.mail.bearing import Bearing, Question, Says, bearing_of
from torimodosu.recovery.mail.judging.judgement import Verdict


def bearing(kind: AccountEventKind, verdict: Verdict = Verdict.CANNOT_TELL) -> Bearing:
    event = AccountEvent(mail="a", kind=kind, at=FRIDAY_NIGHT, verdict=verdict)
    return bearing_of(event)


@pytest.mark.parametrize("kind", AccountEventKind)
@pytest.mark.parametrize("verdict", Verdict)
def test_a_mail_proves_that_it_is_genuine_only_where_it_was_judged_so(
    kind: AccountEventKind, verdict: Verdict
) -> None:
    is_open = Question.IS_GENUINE in bearing(kind, verdict).leaves_open
    assert is_open is (verdict is Verdict.CANNOT_TELL)


def test_every_kind_says_something_of_its_own() -> None:
    said = [bearing(kind).says for kind in AccountEventKind]
    assert sorted(said, key=list(Says).index) == list(Says)


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize(
    ("kind", "open_"),
    [
        (AccountEventKind.RESET_ASKED, Question.WAS_COMPLETED),
        (AccountEventKind.TEMPORARY_PASSWORD_SENT, Question.WAS_COMPLETED),
        (AccountEventKind.CHANGED, Question.WHICH_FIELD),
        (AccountEventKind.SIGN_IN_SEEN, Question.GOT_IN),
        (AccountEventKind.ACCOUNT_LOCKED, Question.STILL_SO),
        (AccountEventKind.PASSWORD_CHANGED, Question.BY_WHOM),
    ],
)
def test_what_a_mail_leaves_open(
    kind: AccountEventKind, open_: Question, verdict: Verdict
) -> None:
    assert open_ in bearing(kind, verdict).leaves_open
