"""What may be behind a failing sign-in, and what speaks for it or against it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Cause(Enum):
    """Why a new password is refused, in the order of how often it is that.

    Attributes:
        STALE_LOGIN: The browser fills in the old password that it has saved.
        SHOP_HOLD: The shop holds the account back after its clean-up.
        ADDRESS_CHANGED: The intruder changed the e-mail address or the telephone.
        EXTENSION_FILLS: A password manager within the browser fills in an old one.
        TYPING: Full-width letters, Caps Lock, or a blank behind the password.
        WRONG_MARKETPLACE: The reset was made for another account or another country.
        WRONG_CODE: The password is right and the code of the second step is not.
        COOKIES: What the site has stored in the browser is in the way.

    """

    STALE_LOGIN = "stale_login"
    SHOP_HOLD = "shop_hold"
    ADDRESS_CHANGED = "address_changed"
    EXTENSION_FILLS = "extension_fills"
    TYPING = "typing"
    WRONG_MARKETPLACE = "wrong_marketplace"
    WRONG_CODE = "wrong_code"
    COOKIES = "cookies"


class Weight(Enum):
    """How far a cause is established, most first."""

    FOUND = "found"
    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"
    RULED_OUT = "ruled_out"


class Reason(Enum):
    """What speaks for a cause or against it."""

    STALE_ENTRY_FOUND = "stale_entry_found"
    NO_STALE_ENTRY = "no_stale_entry"
    NOT_LOOKED_YET = "not_looked_yet"
    NOT_ALL_LOOKED_AT = "not_all_looked_at"
    EXTENSION_INSTALLED = "extension_installed"
    NO_EXTENSION_SEEN = "no_extension_seen"
    COOKIES_THERE = "cookies_there"
    NO_COOKIES = "no_cookies"
    TYPED_GOT_IN = "typed_got_in"
    TYPED_REFUSED = "typed_refused"
    DOTS_DIFFER = "dots_differ"
    GOT_IN_ELSEWHERE = "got_in_elsewhere"
    REFUSED_IN_PRIVATE = "refused_in_private"
    REFUSED_ELSEWHERE = "refused_elsewhere"
    REFUSED_EVERYWHERE = "refused_everywhere"
    NO_SUCH_ACCOUNT = "no_such_account"
    CODE_REFUSED = "code_refused"
    ASKED_TO_WAIT = "asked_to_wait"
    LOCK_MAIL = "lock_mail"
    LOCK_IS_OVER = "lock_is_over"
    ADDRESS_CHANGE_MAIL = "address_change_mail"
    PHONE_CHANGE_MAIL = "phone_change_mail"
    CHANGE_UNDONE = "change_undone"
    FIELD_NOT_NAMED = "field_not_named"
    NO_CHANGE_MAIL = "no_change_mail"
    TWO_STEP_CHANGE_MAIL = "two_step_change_mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One thing that is known, and what it makes of one cause."""

    cause: Cause
    weight: Weight
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedCause:
    """A cause, how far it is established, and why.

    Attributes:
        cause: The cause.
        weight: How far it is established.
        reasons: What speaks for it and against it; empty where nothing does yet.
        retry_at: When to try again, where waiting helps; it may be over. Else None.

    """

    cause: Cause
    weight: Weight
    reasons: tuple[Reason, ...] = ()
    retry_at: datetime | None = None
