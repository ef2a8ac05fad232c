"""What the sender's address tells."""

from collections.abc import Iterator

from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.mail.judging.examined import Examined
from torimodosu.recovery.mail.judging.judgement import Code, Reason, against
from torimodosu.recovery.mail.judging.party import hosts_of, organisation
from torimodosu.recovery.mail.lookalike import imitates, skeleton
from torimodosu.recovery.mail.problem import Problem

_CERTAIN, _STRONG, _LIKELY, _HINT = 1.0, 0.7, 0.6, 0.4
_MOST_HOSTS = 3


def sender_reasons(mail: Examined) -> Iterator[Reason]:
    """Yield what speaks against the sender's address."""
    if mail.host and not mail.is_address_right and hosts_of(mail.party):
        yield _foreign(mail)
    if not mail.host and mail.message.sender.name:
        yield against(Code.SENDER_HAS_NO_ADDRESS, _STRONG)
    reply_host = mail.foreign_reply_host
    if reply_host and mail.is_address_right and not mail.is_of_list:
        facts = {"domain": organisation(reply_host)}
        yield against(Code.REPLIES_GO_ELSEWHERE, _LIKELY, **facts)
    if Problem.FROM_REPEATED.value in mail.message.problems:
        yield against(Code.SENDER_REPEATED, _LIKELY)
    name = mail.message.sender.name
    if mail.is_named_in_sender and _hides_letters(name):
        yield against(Code.HIDDEN_LETTERS, _LIKELY)


def _foreign(mail: Examined) -> Reason:
    facts = {
        "domain": organisation(mail.host),
        "genuine": ", ".join(sorted(hosts_of(mail.party))[:_MOST_HOSTS]),
    }
    domains = mail.party.sender_domains
    if any(imitates(mail.host, domain) for domain in domains):
        return against(Code.SENDER_LOOKS_ALIKE, _CERTAIN, **facts)
    # A friend may write about the shop; nobody else calls himself by its name. Of card
    # issuers not all domains are known here.
    named = _CERTAIN if isinstance(mail.party, Service) else _LIKELY
    weight = named if mail.is_named_in_sender else _HINT
    return against(Code.SENDER_IS_FOREIGN, weight, **facts)


def _hides_letters(text: str) -> bool:
    """Tell whether a name is spelt with letters that only look Latin."""
    has_latin = any("a" <= sign.lower() <= "z" for sign in text)
    narrow = "".join(sign for sign in text if sign.isalpha())
    folded = skeleton(narrow)
    return has_latin and folded != narrow and folded.isascii()
