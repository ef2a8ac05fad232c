"""Whether the new password of the shop has arrived where it is kept."""

from enum import Enum

from torimodosu.recovery.plan.sign_in import change_since_look, diagnosis_of, reset_of
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.signin.diagnosis import Finding


class PasswordStand(Enum):
    """How far the new password is.

    Attributes:
        OPEN: The person has not said that they changed it.
        SAID: They have, and the browsers were not looked at since.
        OLD_LEFT: A browser was seen since to hold an older one.
        NOT_SEEN: No browser was seen since to hold one for the shop, or its age is not
            known; it may stand on paper.
        SAVED: A browser was seen since to hold one that is newer than the change.

    """

    OPEN = "open"
    SAID = "said"
    OLD_LEFT = "old_left"
    NOT_SEEN = "not_seen"
    SAVED = "saved"


_NEWER = {Finding.FRESH, Finding.DUPLICATE}


def password_stand(snapshot: Snapshot) -> PasswordStand:
    """Return how far the new password is, by the dates of saved logins alone."""
    said_at = snapshot.said.get(Step.PASSWORD)
    if said_at is None:
        return PasswordStand.OPEN
    diagnosis = diagnosis_of(snapshot)
    if diagnosis is None or diagnosis.at < said_at:
        return PasswordStand.SAID
    if reset_of(snapshot) is None or change_since_look(snapshot) is not None:
        return PasswordStand.SAID
    if diagnosis.conflict is True:
        return PasswordStand.OLD_LEFT
    is_saved = any(judged.finding in _NEWER for judged in diagnosis.logins)
    return PasswordStand.SAVED if is_saved else PasswordStand.NOT_SEEN


def is_password_saved(snapshot: Snapshot) -> bool:
    """Tell whether a browser holds a password that is newer than the change."""
    return password_stand(snapshot) is PasswordStand.SAVED
