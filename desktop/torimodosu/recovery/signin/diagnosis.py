"""What a look at the browsers says about a failing sign-in."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from torimodosu.recovery.signin.profile import (
    BrowserProfile,
    ProfileRead,
    StoreNotCovered,
)
from torimodosu.recovery.signin.saved_login import SavedLogin
from torimodosu.recovery.signin.site import LoginSite


class Finding(Enum):
    """What is to be thought of one saved login.

    Attributes:
        STALE: Its password is older than the reset.
        FRESH: Its password was changed after the reset.
        DUPLICATE: As fresh, but another entry of the same profile is for the same user
            name and newer.
        NEVER_SAVE: It is the mark "never save for this site".
        UNKNOWN_AGE: Whether it is older than the reset cannot be told.

    """

    STALE = "stale"
    FRESH = "fresh"
    DUPLICATE = "duplicate"
    NEVER_SAVE = "never_save"
    UNKNOWN_AGE = "unknown_age"


class Advice(Enum):
    """What to do about one saved login, or what it explains.

    Attributes:
        REMOVE_ENTRY: Delete this one entry.
        UPDATE_ENTRY: Or type the new password into it.
        REMOVE_BOTH_STORES: The same user name stands in the other store of the profile
            too: delete it there as well.
        REMOVE_DUPLICATE: Keep the newer entry for this user name only.
        CHECK_OTHER_DEVICES: The browser syncs: see that the entry does not come back.
        CHECK_EXTENSION: A password manager is installed in the profile, which may fill
            in something of its own.
        CHECK_USER_NAME: Several accounts may be saved: see whose this entry is.
        CHECK_OTHER_SHOP: The entry is for a sister service: remove it only if the same
            account is used there.
        COMPARE_BY_HAND: The browser gives no date: show the password and compare.
        TELL_RESET_TIME: When the password was reset is not known yet.
        NEVER_SAVE_EXPLAINS: For this site the browser neither saves nor updates.
        FORGET_DISMISSED: Its question whether to update was closed; it may not ask any
            more.
        SAVING_IS_OFF: The browser was told not to offer saving passwords.

    """

    REMOVE_ENTRY = "remove_entry"
    UPDATE_ENTRY = "update_entry"
    REMOVE_BOTH_STORES = "remove_both_stores"
    REMOVE_DUPLICATE = "remove_duplicate"
    CHECK_OTHER_DEVICES = "check_other_devices"
    CHECK_EXTENSION = "check_extension"
    CHECK_USER_NAME = "check_user_name"
    CHECK_OTHER_SHOP = "check_other_shop"
    COMPARE_BY_HAND = "compare_by_hand"
    TELL_RESET_TIME = "tell_reset_time"
    NEVER_SAVE_EXPLAINS = "never_save_explains"
    FORGET_DISMISSED = "forget_dismissed"
    SAVING_IS_OFF = "saving_is_off"


class WhyFirst(Enum):
    """Why a browser fills in, or offers, one entry before the others of a profile."""

    ONLY_ONE = "only_one"
    CLOSEST_HOST = "closest_host"
    MOST_RECENTLY_USED = "most_recently_used"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedLogin:
    """One saved login, and what is to be thought of it.

    Attributes:
        profile: The profile that it was found in.
        login: The entry.
        finding: What is to be thought of it.
        advice: What to do, first things first.
        why_first: Why the browser fills it in, or offers it, before the other entries
            of the profile; None where it does not.

    """

    profile: BrowserProfile
    login: SavedLogin
    finding: Finding
    advice: tuple[Advice, ...] = ()
    why_first: WhyFirst | None = None

    @property
    def is_filled_first(self) -> bool:
        """Whether the browser fills it in, or offers it, before the others."""
        return self.why_first is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """What one look at the browsers says, by one time of the reset.

    Attributes:
        site: What takes the password.
        at: When the browsers were looked at.
        reset_at: When the password was reset, or None where that is not known.
        logins: Every entry that was found, in the order of the profiles.
        conflict: Whether a browser may fill in a password older than the reset. None
            is not known; never False unless all that was found could be read.
        profiles: What was read.
        not_covered: What was not.

    """

    site: LoginSite
    at: datetime
    reset_at: datetime | None
    logins: tuple[JudgedLogin, ...]
    conflict: bool | None
    profiles: tuple[ProfileRead, ...]
    not_covered: tuple[StoreNotCovered, ...]

    @property
    def stale(self) -> tuple[JudgedLogin, ...]:
        """The stale entries, those that are filled in first in front."""
        stale = [one for one in self.logins if one.finding is Finding.STALE]
        return tuple(sorted(stale, key=lambda one: not one.is_filled_first))
