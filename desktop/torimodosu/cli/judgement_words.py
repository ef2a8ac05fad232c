"""What the reasons of a judgement say on the command line."""

from collections.abc import Mapping

from torimodosu.recovery.mail.judging.judgement import Code, Reason

_WORDS: Mapping[Code, str] = {
    Code.SIGNED_BY_SENDER: "a signature of {domain} fits the mail",
    Code.SERVER_VOUCHES: "{server} found that the mail comes from {domain}",
    Code.SEALER_VOUCHES: "{server}, which sent it on, found that it is from {domain}",
    Code.SENDER_IS_FOREIGN: "the sender's domain is {domain}; the real ones: {genuine}",
    Code.SENDER_LOOKS_ALIKE: "{domain} only looks like one of these: {genuine}",
    Code.SERVER_OBJECTS: "{server} found that the mail does not come from {domain}",
    Code.SPF_FAILED: "a server noted that {domain} does not send from there",
    Code.FALSE_GREETING: "{computer} called itself {greeting}, and is not",
    Code.NAMELESS_COMPUTER: "a computer without a name, {computer}, handed it over",
    Code.NO_SERVER_OF_SENDER: "it began at {computer}; no server of the sender follows",
    Code.FOREIGN_ENVELOPE: "its failures would be reported to {domain}",
    Code.PERSONAL_PROGRAM: "it was written with {program}, which no firm's server is",
    Code.LINK_LOOKS_ALIKE: "a link leads to {domain}, which imitates the real one",
    Code.LINK_SAYS_OTHER: "a link shows {shown} and leads to {domain}",
    Code.LINK_LEADS_ELSEWHERE: "a link leads to {domain}",
    Code.REPLIES_GO_ELSEWHERE: "answers go to {domain}",
    Code.ASKS_FOR_SECRETS: "it wants card or account data to be entered or confirmed",
    Code.THREATENS: "it sets a short time, or speaks of a locked account",
    Code.HIDDEN_LETTERS: "letters that only look Latin, or none at all, are in words",
    Code.ODD_CHARSET: "Japanese is written in a character set for Chinese",
    Code.FORGED_ORDER_NUMBER: "the order number {number} has a shape that none has",
    Code.UNFILLED_TEMPLATE: "placeholders of a program for mass mails were left in it",
    Code.KNOWN_BAIT: "its subject is known from forged mails",
    Code.SENDER_REPEATED: "it has two senders",
    Code.SENDER_HAS_NO_ADDRESS: "no address stands behind the sender's name",
    Code.RESULTS_FAILED: "a server noted that it does not come from {domain}",
    Code.SIGNATURE_BROKEN: (
        "a signature of {domain} does not fit; a server on the way may have changed it"
    ),
    Code.SIGNED_IN_PART: "a signature of {domain} leaves out what is shown, or is weak",
    Code.SIGNATURE_UNCHECKED: "a signature of {domain} whose key is not known here",
    Code.SIGNED_BY_OTHERS: "only others have signed it: {domain}",
    Code.NOT_SIGNED: "nobody has signed it",
    Code.SAVED_BY_OUTLOOK: "Outlook saved it its own way: no signature can be checked",
    Code.RESULTS_NOT_TRUSTED: "what {server} notes in it is not known to be true",
    Code.RESULTS_FORGED: "somebody else wrote in it under the name of {server}",
    Code.PASSED_ON: "{domain} passed it on, which proves nothing",
    Code.SIGNATURE_EXPIRED: "the time of the signature of {domain} is over",
    Code.SENDER_NOT_KNOWN: "the firm is not known to send from {domain}; others may",
    Code.WRITTEN_BY_OTHERS: "{domain} passes on what sellers and buyers write",
    Code.READ_TWO_WAYS: "it can be read in two ways, so no proof is about what is seen",
    Code.ORDER_PROVEN: "the order number {number} also stands in a genuine mail",
    Code.ORDER_NOT_KNOWN: "no other mail knows the order {number}",
    Code.SAME_CAMPAIGN: "{count} mails that are not genuine have {domain} as well",
    Code.IN_BURST: "it is one of {count} mails about new orders within an hour",
    Code.CAUSED_BY_USER: "the account was changed by its owner at that time",
    Code.NOT_CAUSED_BY_USER: "the account was changed by its owner at another time",
    Code.CLAIMS_NOBODY: "it claims to come from no service that is known here",
}


def told(reason: Reason) -> str:
    """Return *reason* as a sentence."""
    return _WORDS[reason.code].format(**reason.facts)
