"""What the way of a mail tells: the servers that it passed, and what they noted.

Whoever forges a mail can invent servers, but only such as speak for it. So what speaks
against it may be believed wherever it stands, and nothing here speaks for a mail.
"""

import re
from collections.abc import Iterator

from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.mail.judging.examined import Examined
from torimodosu.recovery.mail.judging.judgement import Code, Reason, against
from torimodosu.recovery.mail.judging.party import organisation
from torimodosu.recovery.mail.judging.trace import Hop

_STRONG, _INVENTION, _LIKELY, _HINT, _FAINT = 0.8, 0.7, 0.6, 0.4, 0.3
# Programs in which a person writes; a shop's mails are made by servers.
_PERSONAL = re.compile(
    rb"Microsoft (?:Outlook|Office Outlook|Windows (?:Live )?Mail)|Foxmail|DreamMail"
    rb"|The Bat!|Becky!|Thunderbird|Apple Mail|iPhone Mail|Supmailer",
    re.IGNORECASE,
)
# A word and a number that no program has, as programs for mass mails invent them.
_INVENTED = re.compile(rb"[A-Z][a-z]{2,14} [0-9]{1,2}")
_FAILED = re.compile(rb"\s*+(?:fail|softfail)\b", re.IGNORECASE)
_ADDRESS = re.compile(rb"<?[^\s<>@]{0,200}@([A-Za-z0-9._-]{1,253})")
_ENVELOPE = re.compile(
    rb"envelope-from=[\"<]*[^\s;\"<>@]{0,200}@([A-Za-z0-9._-]{1,253})"
)


def way_reasons(mail: Examined) -> Iterator[Reason]:
    """Yield what speaks against a mail whose sender's name or address claims much."""
    if not mail.is_named_in_sender:
        return
    yield from _hop_reasons(mail)
    programs = [field.value.strip() for field in mail.raw.all("x-mailer")]
    for program in programs[:1]:
        is_invented = _INVENTED.fullmatch(program) is not None
        if is_invented or _PERSONAL.search(program):
            shown = program[:60].decode("utf-8", "replace")
            weight = _INVENTION if is_invented else _LIKELY
            yield against(Code.PERSONAL_PROGRAM, weight, program=shown)
    noted = [field.value for field in mail.raw.all("received-spf")]
    has_failed = any(_FAILED.match(value) for value in noted)
    if has_failed:
        yield against(Code.SPF_FAILED, _LIKELY, domain=organisation(mail.host))
    foreign = _foreign_envelope(mail, noted)
    if foreign:
        # Both come of one thing where the person's other mailbox sends mails on.
        weight = _FAINT if has_failed else _LIKELY
        yield against(Code.FOREIGN_ENVELOPE, weight, domain=foreign)


def _hop_reasons(mail: Examined) -> Iterator[Reason]:
    outside = [hop for hop in mail.hops if hop.is_public]
    false = next((hop for hop in outside if _greets_falsely(hop, mail)), None)
    if false is not None:
        yield against(
            Code.FALSE_GREETING,
            _STRONG,
            greeting=false.greeting,
            computer=false.name or false.address,
        )
    elif any(hop.is_nameless for hop in outside):
        nameless = next(hop for hop in outside if hop.is_nameless)
        yield against(Code.NAMELESS_COMPUTER, _HINT, computer=nameless.address)
    is_known = mail.is_address_right and _is_way_known(mail)
    if outside and is_known and not _was_at_party(mail):
        yield against(Code.NO_SERVER_OF_SENDER, _LIKELY, computer=_origin(outside))


def _greets_falsely(hop: Hop, mail: Examined) -> bool:
    """Tell whether a computer called itself the sender's and was seen as another.

    Without a name that was looked up nothing is known, except that it has none.
    """
    if not mail.is_own(hop.greeting):
        return False
    return hop.is_nameless or (bool(hop.name) and not mail.is_own(hop.name))


def _is_way_known(mail: Examined) -> bool:
    """Tell whether it is known from which servers mails of the party come."""
    return isinstance(mail.party, Service) and bool(mail.party.envelope_domains)


def _was_at_party(mail: Examined) -> bool:
    return any(
        mail.is_of_party(host)
        for hop in mail.hops
        for host in (hop.name, hop.by)
        if host and not _greets_falsely(hop, mail)
    )


def _origin(outside: list[Hop]) -> str:
    first = outside[-1]
    return first.name or first.address


def _foreign_envelope(mail: Examined, noted: list[bytes]) -> str:
    """Return the domain that failures are reported to, "" where it is the party's.

    Lists put their own there, so behind a list only what was noted before counts.
    """
    values = [_ENVELOPE.search(value) for value in noted]
    paths = [] if mail.is_of_list else mail.raw.all("return-path")
    paths += mail.raw.all("x-mailfrom")
    values += [_ADDRESS.match(field.value.strip()) for field in paths]
    hosts = [found[1].decode().lower() for found in values if found is not None]
    foreign = [host for host in hosts if not mail.is_of_party(host)]
    is_known = mail.is_address_right and _is_way_known(mail)
    return organisation(foreign[0]) if foreign and is_known else ""
