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
from torimodosu.recovery.mail.message import Address
from torimodosu.recovery.mail.problem import Problem

_CERTAIN, _STRONG, _LIKELY, _HINT = 1.0, 0.7, 0.6, 0.4
_MOST_HOSTS = 3
_LONGEST_NAME = 1_000
_MOST_BETWEEN = 8  # such as "ショッピング" of "Yahoo!ショッピング店"


def sender_reasons(mail: Examined) -> Iterator[Reason]:
    """Yield what speaks against the sender's address.

    Of a mail that is sent on that is the address of who wrote it first; whoever sends
    it on may be anybody.
    """
    if mail.forwarded is not None:
        yield from _in_forwarded(mail, mail.forwarded.sender)
    elif mail.host and not mail.is_address_right and mail.hosts:
        sender, is_named = mail.message.sender, mail.is_named_in_sender
        yield _foreign(mail, sender, is_named=is_named)
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


def _in_forwarded(mail: Examined, sender: Address) -> Iterator[Reason]:
    host = _host(sender)
    if not host or not mail.hosts or organisation(host) in mail.hosts:
        return
    name = skeleton(sender.name[:_LONGEST_NAME])
    names = (mail.party.id, *mail.party.mail_names)
    is_named = any(position_of(name, one) is not None for one in names)
    yield _foreign(mail, sender, is_named=is_named)


def _host(sender: Address) -> str:
    return sender.address.rpartition("@")[2].lower()


def _foreign(mail: Examined, sender: Address, *, is_named: bool) -> Reason:
    host = _host(sender)
    facts = {
        "domain": organisation(host),
        "genuine": ", ".join(_genuine(mail)[:_MOST_HOSTS]),
    }
    domains = mail.party.sender_domains
    is_shop = _is_shop_there(mail, sender)
    if any(imitates(host, domain) for domain in domains):
        weight = _LIKELY if is_shop else _CERTAIN
        return against(Code.SENDER_LOOKS_ALIKE, weight, **facts)
    if any(is_namesake(host, domain) for domain in domains):
        return against(Code.SENDER_IS_FOREIGN, _LIKELY, **facts)
    # A friend may write about the shop; nobody else calls himself by its name, but for
    # shops on its market. Of card issuers not all domains are known here.
    named = _CERTAIN if isinstance(mail.party, Service) else _LIKELY
    weight = named if is_named and not is_shop else _HINT
    return against(Code.SENDER_IS_FOREIGN, weight, **facts)


def _genuine(mail: Examined) -> Sequence[str]:
    """Return the registered domains to tell the person, its own senders first."""
    own = map(organisation, mail.party.sender_domains)
    return tuple(dict.fromkeys(own)) or sorted(mail.hosts)


def _is_shop_there(mail: Examined, sender: Address) -> bool:
    """Tell whether *sender* calls itself a shop on a market: "X 楽天市場店"."""
    name = skeleton(sender.name[:_LONGEST_NAME])
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
