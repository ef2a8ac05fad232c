"""What the sender's address tells."""

from collections.abc import Iterator, Sequence

from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.mail.judging.examined import Examined
from torimodosu.recovery.mail.judging.judgement import Code, Reason, against
from torimodosu.recovery.mail.judging.party import organisation
from torimodosu.recovery.mail.lookalike import (
    imitates,
    is_namesake,
    position_of,
    skeleton,
)
from torimodosu.recovery.mail.problem import Problem

_CERTAIN, _STRONG, _LIKELY, _HINT = 1.0, 0.7, 0.6, 0.4
_MOST_HOSTS = 3
_LONGEST_NAME = 1_000
_MOST_BETWEEN = 8  # such as "ショッピング" of "Yahoo!ショッピング店"


def sender_reasons(mail: Examined) -> Iterator[Reason]:
    """Yield what speaks against the sender's address."""
    if mail.host and not mail.is_address_right and mail.hosts:
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
        "genuine": ", ".join(_genuine(mail)[:_MOST_HOSTS]),
    }
    domains = mail.party.sender_domains
    if any(imitates(mail.host, domain) for domain in domains):
        weight = _LIKELY if _is_shop_there(mail) else _CERTAIN
        return against(Code.SENDER_LOOKS_ALIKE, weight, **facts)
    if any(is_namesake(mail.host, domain) for domain in domains):
        return against(Code.SENDER_IS_FOREIGN, _LIKELY, **facts)
    # A friend may write about the shop; nobody else calls himself by its name, but for
    # shops on its market. Of card issuers not all domains are known here.
    named = _CERTAIN if isinstance(mail.party, Service) else _LIKELY
    is_claim = mail.is_named_in_sender and not _is_shop_there(mail)
    return against(Code.SENDER_IS_FOREIGN, named if is_claim else _HINT, **facts)


def _genuine(mail: Examined) -> Sequence[str]:
    """Return the registered domains to tell the person, its own senders first."""
    own = map(organisation, mail.party.sender_domains)
    return tuple(dict.fromkeys(own)) or sorted(mail.hosts)


def _is_shop_there(mail: Examined) -> bool:
    """Tell whether the sender calls itself a shop on a market: "X 楽天市場店"."""
    name = skeleton(mail.message.sender.name[:_LONGEST_NAME])
    places = ((position_of(name, one), one) for one in mail.party.mail_names)
    return any(
        place is not None and "店" in name[place + len(one) :][:_MOST_BETWEEN]
        for place, one in places
    )


def _hides_letters(text: str) -> bool:
    """Tell whether a name is spelt with letters that only look Latin."""
    has_latin = any("a" <= sign.lower() <= "z" for sign in text)
    narrow = "".join(sign for sign in text if sign.isalpha())
    folded = skeleton(narrow)
    return has_latin and folded != narrow and folded.isascii()
