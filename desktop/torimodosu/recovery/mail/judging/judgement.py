"""What is found out about a mail, and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Verdict(Enum):
    """Whether a mail is from whom it claims to be from."""

    GENUINE = "genuine"
    NOT_GENUINE = "not_genuine"
    CANNOT_TELL = "cannot_tell"


class Judged:
    """What was judged by the mails that tell it; `verdict` is None where it was not."""

    __slots__ = ()
    verdict: Verdict | None

    @property
    def is_forged(self) -> bool:
        """Tell whether the mails are not genuine, so that nothing of it happened."""
        return self.verdict is Verdict.NOT_GENUINE

    @property
    def is_proven(self) -> bool:
        """Tell whether every mail is genuine, so that the sender surely says so."""
        return self.verdict is Verdict.GENUINE


class Weighs(Enum):
    """What a reason speaks for."""

    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"


class Code(Enum):
    """A reason; the values are codes of the command line.

    Attributes:
        SIGNED_BY_SENDER: A signature of the sender's domain fits the mail.
        SERVER_VOUCHES: The user's own mail server found the sender's domain right.
        SEALER_VOUCHES: The user's own mail server, which sent the mail on, sealed that
            it had found the sender's domain right.
        SENDER_IS_FOREIGN: The address is of another domain than the one claimed.
        SENDER_LOOKS_ALIKE: The domain of the address imitates the real one.
        SERVER_OBJECTS: The user's own mail server found the sender's domain forged.
        SPF_FAILED: A server on the way noted that the domain does not send from there.
        FALSE_GREETING: A computer called itself a server of the sender, and was none.
        NAMELESS_COMPUTER: A computer without a name handed the mail over.
        NO_SERVER_OF_SENDER: No server of the sender stands on the way of the mail.
        FOREIGN_ENVELOPE: Failures would be reported to another domain.
        PERSONAL_PROGRAM: It was written with a mail program for persons.
        LINK_LOOKS_ALIKE: A link leads to a host that imitates the real one.
        LINK_SAYS_OTHER: A link shows an address of the real one and leads elsewhere.
        LINK_LEADS_ELSEWHERE: A link to sign in or confirm leads elsewhere.
        REPLIES_GO_ELSEWHERE: Answers go to another domain.
        ASKS_FOR_SECRETS: It wants card or account data to be entered again.
        THREATENS: It sets a short time or threatens to close the account.
        HIDDEN_LETTERS: Letters of other scripts or without width stand in a name.
        ODD_CHARSET: Japanese in a character set for Chinese.
        FORGED_ORDER_NUMBER: An order number of a shape that does not exist.
        UNFILLED_TEMPLATE: Placeholders of a program for mass mails were left in.
        KNOWN_BAIT: The subject is known from forged mails only.
        SENDER_REPEATED: It has two senders.
        SENDER_HAS_NO_ADDRESS: No address stands behind the sender's name.
        RESULTS_FAILED: Some server found the sender's domain forged.
        SIGNATURE_BROKEN: A signature of the sender's domain does not fit.
        SIGNED_IN_PART: A signature of the sender's domain fits, and leaves out what is
            shown, or is too weak.
        SIGNATURE_UNCHECKED: There is a signature whose key is not known here.
        SIGNED_BY_OTHERS: Only others have signed it, which proves nothing.
        NOT_SIGNED: Nobody has signed it.
        SAVED_BY_OUTLOOK: It was saved without the bytes that may have been signed.
        RESULTS_NOT_TRUSTED: A header tells of checks; anybody could have written it.
        RESULTS_FORGED: Somebody wrote under the name of the user's own mail server.
        PASSED_ON: Somebody else passed it on and sealed it, which proves nothing.
        SIGNATURE_EXPIRED: The signature fits, its time is over.
        SENDER_NOT_KNOWN: The address is at a domain of the one claimed, who is not
            known to send from there; others may have addresses there.
        WRITTEN_BY_OTHERS: What sellers or buyers write comes from that address.
        READ_TWO_WAYS: Something stands in it twice, or where programs differ.
        ORDER_PROVEN: An order number in it stands in another mail that is genuine.
        ORDER_NOT_KNOWN: No other mail knows its order, where others are known.
        SAME_CAMPAIGN: It has its sender or links in common with several forged mails.
        IN_BURST: It is one of many orders within one hour.
        CAUSED_BY_USER: The user changed the account themselves at that time.
        NOT_CAUSED_BY_USER: The user changed the account themselves at another time.
        CLAIMS_NOBODY: It does not claim to come from a known service.

    """

    SIGNED_BY_SENDER = "signed_by_sender"
    SERVER_VOUCHES = "server_vouches"
    SEALER_VOUCHES = "sealer_vouches"
    SENDER_IS_FOREIGN = "sender_is_foreign"
    SENDER_LOOKS_ALIKE = "sender_looks_alike"
    SERVER_OBJECTS = "server_objects"
    SPF_FAILED = "spf_failed"
    FALSE_GREETING = "false_greeting"
    NAMELESS_COMPUTER = "nameless_computer"
    NO_SERVER_OF_SENDER = "no_server_of_sender"
    FOREIGN_ENVELOPE = "foreign_envelope"
    PERSONAL_PROGRAM = "personal_program"
    LINK_LOOKS_ALIKE = "link_looks_alike"
    LINK_SAYS_OTHER = "link_says_other"
    LINK_LEADS_ELSEWHERE = "link_leads_elsewhere"
    REPLIES_GO_ELSEWHERE = "replies_go_elsewhere"
    ASKS_FOR_SECRETS = "asks_for_secrets"
    THREATENS = "threatens"
    HIDDEN_LETTERS = "hidden_letters"
    ODD_CHARSET = "odd_charset"
    FORGED_ORDER_NUMBER = "forged_order_number"
    UNFILLED_TEMPLATE = "unfilled_template"
    KNOWN_BAIT = "known_bait"
    SENDER_REPEATED = "sender_repeated"
    SENDER_HAS_NO_ADDRESS = "sender_has_no_address"
    RESULTS_FAILED = "results_failed"
    SIGNATURE_BROKEN = "signature_broken"
    SIGNED_IN_PART = "signed_in_part"
    SIGNATURE_UNCHECKED = "signature_unchecked"
    SIGNED_BY_OTHERS = "signed_by_others"
    NOT_SIGNED = "not_signed"
    SAVED_BY_OUTLOOK = "saved_by_outlook"
    RESULTS_NOT_TRUSTED = "results_not_trusted"
    RESULTS_FORGED = "results_forged"
    PASSED_ON = "passed_on"
    SIGNATURE_EXPIRED = "signature_expired"
    SENDER_NOT_KNOWN = "sender_not_known"
    WRITTEN_BY_OTHERS = "written_by_others"
    READ_TWO_WAYS = "read_two_ways"
    ORDER_PROVEN = "order_proven"
    ORDER_NOT_KNOWN = "order_not_known"
    SAME_CAMPAIGN = "same_campaign"
    IN_BURST = "in_burst"
    CAUSED_BY_USER = "caused_by_user"
    NOT_CAUSED_BY_USER = "not_caused_by_user"
    CLAIMS_NOBODY = "claims_nobody"


class Settles(Enum):
    """What would settle an open question; the values are codes.

    PROVEN_MAIL is to compare it with another mail about the same order.
    """

    KEY = "dkim_key"
    SERVER = "trusted_server"
    WHOLE_MAIL = "whole_mail"
    MESSAGE_CENTRE = "message_centre"
    PROVEN_MAIL = "proven_mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One thing that was found.

    Attributes:
        code: What it is.
        weighs: What it speaks for.
        facts: What the sentence names, such as {"domain": "bjvsm.cn"}.
        weight: How strongly it speaks against, from 0 to 1; 1 alone decides.

    """

    code: Code
    weighs: Weighs
    facts: Mapping[str, str] = field(default_factory=dict)
    weight: float = 0.0


def against(code: Code, weight: float, **facts: str) -> Reason:
    """Return a reason against a mail."""
    return Reason(code=code, weighs=Weighs.AGAINST, facts=facts, weight=weight)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What follows.

    Attributes:
        claims: Id of the service or issuer that the mail claims to come from, or "".
        verdict: Whether it does.
        confidence: How sure that is, from 0 to 1.
        reasons: Why, the weightiest first.
        would_settle: What would tell more where it cannot be told.

    """

    claims: str
    verdict: Verdict
    confidence: float
    reasons: tuple[Reason, ...]
    would_settle: tuple[Settles, ...] = ()
