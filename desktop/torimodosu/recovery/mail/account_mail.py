"""Reading what a mail of the shop says happened to the account."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from torimodosu.recovery.catalogue.account_mail import AccountMailRule
from torimodosu.recovery.catalogue.catalogue import with_parents
from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.catalogue.subject import fold
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.own_words import (
    is_answer,
    is_forwarded,
    own_sentences,
)

# What the kind alone tells where no rule of the service fits.
_BY_KIND: Mapping[MailKind, AccountEventKind] = {
    MailKind.ACCOUNT_CHANGED: AccountEventKind.CHANGED,
    MailKind.PASSWORD_RESET: AccountEventKind.RESET_ASKED,
    MailKind.SECURITY_CODE: AccountEventKind.CODE_SENT,
    MailKind.SIGN_IN_ALERT: AccountEventKind.SIGN_IN_SEEN,
    MailKind.ACCOUNT_REPLY: AccountEventKind.REPLY,
}
_KINDS: Mapping[str, AccountEventKind] = {kind.value: kind for kind in AccountEventKind}
_OF_A_RESET = {
    AccountEventKind.RESET_ASKED,
    AccountEventKind.TEMPORARY_PASSWORD_SENT,
}
# What would be if something else were so; every account mail holds such sentences.
_CONDITION = re.compile(
    r"場合|ときは|際(?:は|に)|心当たり|覚えがな"
    r"|\b(?:if|unless|whether|(?:did|have|has|do)(?: not|n't|n’t))\b",
    re.IGNORECASE,
)
_LONGEST_SUBJECT = 1_000
_ADDRESS = re.compile(r"[^\s@<>()\"']{1,64}@[^\s@<>()\"']{1,255}")


def read_account_mail(
    message: Message, *, mail: str, kind: MailKind, service: Service
) -> tuple[AccountEvent, ...]:
    """Return what *message* says happened to the account at *service*.

    *mail* is the SHA-256 of its bytes, *kind* what it is about. The words are those of
    the service in the catalogue; where none of them fit, the kind decides.

    It is what the mail says, whether genuine or not: phishing copies such mails word
    for word. A mail from another address than one of the service says nothing for it,
    and neither does one with a subject that only phishing has, one that is forwarded,
    nor what a mail quotes. One without a date gives no event, for an event has a time.
    """
    if message.date is None or is_forwarded(message):
        return ()
    if _is_phishing_subject(message, service) or not _may_send(message, service):
        return ()
    if is_answer(message):
        # Its subject is that of the mail it answers.
        kinds = [AccountEventKind.REPLY] if kind in _BY_KIND else []
        return tuple(_plain(each, mail, message.date) for each in kinds)
    found = tuple(_by_words(message, mail, message.date, kind, service))
    if found or kind not in _BY_KIND:
        return found
    return (_plain(_BY_KIND[kind], mail, message.date),)


def _is_phishing_subject(message: Message, service: Service) -> bool:
    subject = fold(message.subject[:_LONGEST_SUBJECT])
    patterns = service.phishing_subjects
    return any(re.search(pattern, subject, re.IGNORECASE) for pattern in patterns)


def _may_send(message: Message, service: Service) -> bool:
    """Tell whether the sender is of the service, or got lost with the header."""
    host = message.sender.address.strip().rpartition("@")[2].rstrip(".").lower()
    genuine = (*service.sender_domains, *service.shared_sender_domains)
    return not host or not with_parents(host).isdisjoint(genuine)


def _by_words(
    message: Message, mail: str, at: datetime, kind: MailKind, service: Service
) -> Iterator[AccountEvent]:
    rules = [rule for rule in service.account_mails if kind.value in rule.kinds]
    if not rules:
        return
    sentences = [s for s in own_sentences(message) if not _CONDITION.search(s)]
    told: set[AccountEventKind] = set()
    for rule in rules:
        event = _KINDS.get(rule.event)
        if event is None or event in told or not _fits(rule, sentences):
            continue
        if event in _OF_A_RESET and told:
            # The mail says more: what was asked for has been done.
            continue
        told.add(event)
        yield AccountEvent(
            mail=mail,
            kind=event,
            at=at,
            old_address=_address(rule.old_address, sentences),
            new_address=_address(rule.new_address, sentences),
        )
        if event is AccountEventKind.ACCOUNT_LOCKED:
            # What else such a mail tells of is what the shop did with it.
            return


def _fits(rule: AccountMailRule, sentences: Sequence[str]) -> bool:
    return _first(rule.patterns, sentences) is not None


def _address(patterns: Sequence[str], sentences: Sequence[str]) -> str:
    """Return the mail address that one of *patterns* catches, or ""."""
    found = _first(patterns, sentences)
    caught = _ADDRESS.search(found[1]) if found is not None else None
    return caught[0].rstrip(".,;:") if caught is not None else ""


def _first(patterns: Sequence[str], sentences: Sequence[str]) -> re.Match[str] | None:
    tries = (
        re.search(pattern, sentence, re.IGNORECASE)
        for pattern in patterns
        for sentence in sentences
    )
    return next((found for found in tries if found is not None), None)


def _plain(kind: AccountEventKind, mail: str, at: datetime) -> AccountEvent:
    return AccountEvent(mail=mail, kind=kind, at=at)
