import pytest

from torimodosu.recovery.mail.account_event import AccountEventKind
from torimodosu.recovery.mail.bearing import Question, Says, bearing_of


@pytest.mark.parametrize("kind", AccountEventKind)
def test_no_mail_proves_that_it_is_genuine(kind: AccountEventKind) -> None:
    assert bearing_of(kind).leaves_open[0] is Question.IS_GENUINE


def test_every_kind_says_something_of_its_own() -> None:
    said = [bearing_of(kind).says for kind in AccountEventKind]
    assert sorted(said, key=list(Says).index) == list(Says)


@pytest.mark.parametrize(
    ("kind", "open_"),
    [
        (AccountEventKind.RESET_ASKED, Question.WAS_COMPLETED),
        (AccountEventKind.CHANGED, Question.WHICH_FIELD),
        (AccountEventKind.SIGN_IN_SEEN, Question.GOT_IN),
        (AccountEventKind.ACCOUNT_LOCKED, Question.STILL_SO),
        (AccountEventKind.PASSWORD_CHANGED, Question.BY_WHOM),
    ],
)
def test_what_a_mail_leaves_open(kind: AccountEventKind, open_: Question) -> None:
    assert open_ in bearing_of(kind).leaves_open
