"""What a mail about the account proves if it is genuine, and what it leaves open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.mail.judging.judgement import Verdict


class Says(Enum):
    """What the shop says by the mail; a code for the journal and for the pages."""

    RESET_WAS_BEGUN = "reset_was_begun"
    TEMPORARY_PASSWORD_WAS_SENT = "temporary_password_was_sent"  # noqa: S105 -- so too
    NEW_PASSWORD_ACCEPTED = "new_password_accepted"  # noqa: S105 -- what was said
    ADDRESS_REPLACED = "address_replaced"
    PHONE_REPLACED = "phone_replaced"
    TWO_STEP_ALTERED = "two_step_altered"
    SOMETHING_ALTERED = "something_altered"
    CODE_WAS_ASKED = "code_was_asked"
    SOMEBODY_AT_THE_DOOR = "somebody_at_the_door"
    SIGN_IN_STOPPED = "sign_in_stopped"
    SHOP_ANSWERED = "shop_answered"


class Question(Enum):
    """What the mail does not tell."""

    IS_GENUINE = "is_genuine"
    BY_WHOM = "by_whom"
    WAS_COMPLETED = "was_completed"
    WHICH_FIELD = "which_field"
    GOT_IN = "got_in"
    STILL_SO = "still_so"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """What a mail says, and which questions it leaves open."""

    says: Says
    leaves_open: tuple[Question, ...]


_GENUINE, _WHO = Question.IS_GENUINE, Question.BY_WHOM
_DONE, _FIELD = Question.WAS_COMPLETED, Question.WHICH_FIELD
_IN, _STILL = Question.GOT_IN, Question.STILL_SO

_BEARINGS: Mapping[AccountEventKind, Bearing] = {
    kind: Bearing(says=says, leaves_open=(_GENUINE, *questions))
    for kind, says, questions in (
        (AccountEventKind.RESET_ASKED, Says.RESET_WAS_BEGUN, (_WHO, _DONE)),
        (
            AccountEventKind.TEMPORARY_PASSWORD_SENT,
            Says.TEMPORARY_PASSWORD_WAS_SENT,
            (_WHO, _DONE),
        ),
        (AccountEventKind.PASSWORD_CHANGED, Says.NEW_PASSWORD_ACCEPTED, (_WHO,)),
        (AccountEventKind.ADDRESS_CHANGED, Says.ADDRESS_REPLACED, (_WHO, _STILL)),
        (AccountEventKind.PHONE_CHANGED, Says.PHONE_REPLACED, (_WHO, _STILL)),
        (AccountEventKind.TWO_STEP_CHANGED, Says.TWO_STEP_ALTERED, (_WHO, _STILL)),
        (AccountEventKind.CHANGED, Says.SOMETHING_ALTERED, (_WHO, _FIELD)),
        (AccountEventKind.CODE_SENT, Says.CODE_WAS_ASKED, (_WHO, _DONE)),
        (AccountEventKind.SIGN_IN_SEEN, Says.SOMEBODY_AT_THE_DOOR, (_WHO, _IN)),
        (AccountEventKind.ACCOUNT_LOCKED, Says.SIGN_IN_STOPPED, (_STILL,)),
        (AccountEventKind.REPLY, Says.SHOP_ANSWERED, ()),
    )
}


def bearing_of(event: AccountEvent) -> Bearing:
    """Return what the mail of *event* says and leaves open.

    Whether it is genuine is open until it is judged to be, or not to be.
    """
    bearing = _BEARINGS[event.kind]
    if event.verdict is Verdict.CANNOT_TELL:
        return bearing
    known = [one for one in bearing.leaves_open if one is not _GENUINE]
    return replace(bearing, leaves_open=tuple(known))
