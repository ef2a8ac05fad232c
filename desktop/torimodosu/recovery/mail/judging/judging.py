"""The verdict on a mail.

A mail is genuine only where something proves it that nobody else can make: a signature
of the sender's own domain, or the word of the user's own mail server. It is not genuine
where one certain sign speaks against it, or several that hardly meet by chance. All
else cannot be told. No number of good looks makes a mail genuine.
"""

from collections.abc import Sequence

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.classify import Classified, classify
from torimodosu.recovery.mail.judging.chain_reasons import chain_reasons
from torimodosu.recovery.mail.judging.content_reasons import content_reasons
from torimodosu.recovery.mail.judging.examined import Examined, Outside
from torimodosu.recovery.mail.judging.judgement import (
    Code,
    Judgement,
    Reason,
    Settles,
    Verdict,
    Weighs,
)
from torimodosu.recovery.mail.judging.one_reading import is_read_one_way
from torimodosu.recovery.mail.judging.party import (
    Party,
    hosts_of,
    organisation,
    passes_on_from,
    sends_from,
)
from torimodosu.recovery.mail.judging.proof_reasons import proof_reasons
from torimodosu.recovery.mail.judging.sender_reasons import sender_reasons
from torimodosu.recovery.mail.judging.trace import read_trace
from torimodosu.recovery.mail.judging.way_reasons import way_reasons
from torimodosu.recovery.mail.lookalike import imitates, position_of, skeleton
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.outlook.rebuilding import as_internet_mail
from torimodosu.recovery.mail.signatures.dkim import verify_dkim
from torimodosu.recovery.mail.signatures.raw_mail import read_raw

_ENOUGH = 1.0
_PROVEN, _SURE, _UNSURE = 0.98, 0.99, 0.5
_LONGEST_NAME = 1_000
_OF_LISTS = ("list-id", "x-beenthere", "list-post")


def judge(
    raw: bytes,
    message: Message,
    catalogue: Catalogue,
    outside: Outside,
    *,
    claimed: Classified | None = None,
) -> Judgement:
    """Return whether the mail with the bytes *raw* is from whom it claims to be from.

    *message* is what it says, as `read_message` returns it; *claimed* what `classify`
    tells of that, where the caller has asked already.
    """
    claimed = claimed or classify(message, catalogue)
    party = _party(claimed, catalogue)
    if party is None:
        return Judgement(
            claims="",
            verdict=Verdict.CANNOT_TELL,
            confidence=_UNSURE,
            reasons=(Reason(code=Code.CLAIMS_NOBODY, weighs=Weighs.NEUTRAL),),
        )
    mail = _examined(raw, message, claimed.forwarded, party, outside)
    reasons = [*proof_reasons(mail, outside), *sender_reasons(mail)]
    reasons += [*chain_reasons(mail, outside), *way_reasons(mail)]
    reasons += content_reasons(mail)
    return _weighed(mail, reasons)


def _party(claimed: Classified, catalogue: Catalogue) -> Party | None:
    return catalogue.party(claimed.service or claimed.issuer or claimed.sender)


def _examined(
    source: bytes,
    message: Message,
    forwarded: Message | None,
    party: Party,
    outside: Outside,
) -> Examined:
    raw = read_raw(source)
    host = message.sender.address.rpartition("@")[2].lower()
    name = skeleton(message.sender.name[:_LONGEST_NAME])
    names = (party.id, *party.mail_names)
    domains, hosts = party.sender_domains, hosts_of(party)
    is_address_right = bool(host) and organisation(host) in hosts
    return Examined(
        message=message,
        forwarded=forwarded,
        raw=raw,
        party=party,
        hosts=hosts,
        host=host,
        is_address_right=is_address_right,
        is_sender_known=sends_from(host, party),
        is_by_others=passes_on_from(host, party),
        is_read_one_way=is_read_one_way(as_internet_mail(source), raw),
        is_named_in_sender=any(position_of(name, one) is not None for one in names)
        or (is_address_right and bool(domains))
        or any(imitates(host, domain) for domain in domains),
        is_of_list=any(raw.by_name.get(field) for field in _OF_LISTS),
        hops=tuple(read_trace([field.value for field in raw.all("received")])),
        signatures=verify_dkim(raw, outside.keys, at=outside.at),
    )


def _weighed(mail: Examined, reasons: Sequence[Reason]) -> Judgement:
    ordered = tuple(sorted(reasons, key=_rank))
    against = sum(one.weight for one in reasons if one.weighs is Weighs.AGAINST)
    is_proven = any(one.weighs is Weighs.FOR for one in reasons)
    objects = any(one.code is Code.SERVER_OBJECTS for one in reasons)
    if is_proven and not objects:
        verdict, confidence = Verdict.GENUINE, _PROVEN
    elif not is_proven and against >= _ENOUGH:
        verdict, confidence = Verdict.NOT_GENUINE, _sureness(reasons)
    else:
        verdict, confidence = Verdict.CANNOT_TELL, _UNSURE
    return Judgement(
        claims=mail.party.id,
        verdict=verdict,
        confidence=confidence,
        reasons=ordered,
        would_settle=_open_ways(mail, reasons, verdict),
    )


def _rank(reason: Reason) -> tuple[int, float]:
    return (list(Weighs).index(reason.weighs), -reason.weight)


def _sureness(reasons: Sequence[Reason]) -> float:
    """Return how sure signs make it that each alone would leave in doubt."""
    doubt = 1.0
    for one in reasons:
        doubt *= 1.0 - min(one.weight, _SURE)
    return round(min(1.0 - doubt, _SURE), 2)


def _open_ways(
    mail: Examined, reasons: Sequence[Reason], verdict: Verdict
) -> tuple[Settles, ...]:
    if verdict is not Verdict.CANNOT_TELL:
        return ()
    codes = {one.code for one in reasons}
    ways = []
    if Code.SIGNATURE_UNCHECKED in codes:
        ways.append(Settles.KEY)
    if Code.RESULTS_NOT_TRUSTED in codes:
        ways.append(Settles.SERVER)
    if not mail.hops or codes & {Code.SIGNATURE_BROKEN, Code.SAVED_BY_OUTLOOK}:
        ways.append(Settles.WHOLE_MAIL)
    # What sellers write is found there as well.
    return tuple(ways) if mail.is_by_others else (*ways, Settles.MESSAGE_CENTRE)
