"""The journal: what was known or done, and when."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Kind(Enum):
    """What a journal entry is about."""

    OPENED = "opened"
    ANSWERED = "answered"
    SOURCE_CHOSEN = "source_chosen"
    MAILS_KEPT = "mails_kept"
    MAIL_UNREADABLE = "mail_unreadable"
    ACCOUNT_EVENT = "account_event"
    NOTICES_READ = "notices_read"
    MAILS_JUDGED = "mails_judged"
    ORDER_JUDGED = "order_judged"
    LOGINS_SCANNED = "logins_scanned"
    RESET_SAID = "reset_said"
    TRIAL_KEPT = "trial_kept"
    TRIAL_FORGOTTEN = "trial_forgotten"
    RETRY_SET = "retry_set"
    PLACE_LOOKED_AT = "place_looked_at"
    LOOK_FORGOTTEN = "look_forgotten"
    STEP_DONE = "step_done"
    STEP_REOPENED = "step_reopened"
    BAG_VERIFIED = "bag_verified"
    STATEMENT_IMPORTED = "statement_imported"
    STATEMENT_ASSIGNED = "statement_assigned"
    MATCH_SAID = "match_said"
    CHARGE_SAID = "charge_said"
    RETURN_SAID = "return_said"
    LOSS_REPORTED = "loss_reported"
    MONTH_SAID = "month_said"
    WATCH_SET = "watch_set"
    AUTHENTICATOR_CHOSEN = "authenticator_chosen"
    CODE_TRIED = "code_tried"
    TRIES_FORGOTTEN = "tries_forgotten"
    BACKUP_MADE = "backup_made"
    BACKUP_RESTORED = "backup_restored"
    PASSWORDS_AUDITED = "passwords_audited"
    LOGIN_SAID = "login_said"
    SENT = "sent"
    SERVER_TRUSTED = "server_trusted"
    REMINDER_SAID = "reminder_said"
    CONTACT_KEPT = "contact_kept"
    CONTACT_FORGOTTEN = "contact_forgotten"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the journal; `text` never holds a secret or a mail's words."""

    at: datetime
    kind: Kind
    text: str = ""
