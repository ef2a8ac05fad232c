"""The kinds of mail that matter to a case."""

from enum import Enum


class MailKind(Enum):
    """What a mail is about; the values are those of the command line."""

    ORDER_CONFIRMATION = "order_confirmation"
    SHIPMENT = "shipment"
    DELIVERY = "delivery"
    CANCELLATION = "cancellation"
    REFUND = "refund"
    ORDER_ON_HOLD = "order_on_hold"
    ACCOUNT_CHANGED = "account_changed"
    PASSWORD_RESET = "password_reset"  # noqa: S105 -- a kind of mail
    SECURITY_CODE = "security_code"
    SIGN_IN_ALERT = "sign_in_alert"
    ACCOUNT_REPLY = "account_reply"
    CARD_USAGE = "card_usage"
    CARD_REFUND = "card_refund"
    OTHER = "other"
