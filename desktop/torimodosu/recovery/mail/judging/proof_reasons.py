"""What signatures tell, and the user's own mail server."""

from collections.abc import Iterable, Iterator

from torimodosu.recovery.mail.judging.examined import Examined, Outside
from torimodosu.recovery.mail.judging.judgement import (
    Code,
    Reason,
    Weighs,
    against,
)
from torimodosu.recovery.mail.judging.party import are_aligned
from torimodosu.recovery.mail.judging.server_results import ServerResults
from torimodosu.recovery.mail.judging.trusted_results import told_by_servers
from torimodosu.recovery.mail.signatures.outcome import Outcome, Verified

_CERTAIN, _LIKELY, _HINT = 1.0, 0.6, 0.4
_UNCHECKED = {Outcome.NO_KEY, Outcome.KEY_GONE, Outcome.KEY_UNUSABLE}


def proof_reasons(mail: Examined, outside: Outside) -> Iterator[Reason]:
    """Yield what proves who wrote the mail, or fails to."""
    yield from _signature_reasons(mail)
    yield from _server_reasons(mail, outside)
    if mail.is_address_right and not mail.is_sender_known:
        yield _reason(Code.SENDER_NOT_KNOWN, domain=mail.host)
    if mail.is_by_others:
        yield _reason(Code.WRITTEN_BY_OTHERS, domain=mail.host)
    if not mail.is_read_one_way:
        yield _reason(Code.READ_TWO_WAYS)


def _signature_reasons(mail: Examined) -> Iterator[Reason]:
    if mail.raw.is_rebuilt:
        yield _reason(Code.SAVED_BY_OUTLOOK)
        return
    found, own = mail.signatures, mail.own_signatures
    proof = next((one for one in own if _proves(one, mail)), None)
    if proof is not None:
        weighs = Weighs.FOR if mail.can_be_proven else Weighs.NEUTRAL
        yield _reason(Code.SIGNED_BY_SENDER, weighs, domain=proof.domain)
        if proof.has_expired:
            yield _reason(Code.SIGNATURE_EXPIRED, domain=proof.domain)
    elif any(one.outcome in _UNCHECKED for one in own):
        yield _reason(Code.SIGNATURE_UNCHECKED, domain=own[0].domain)
    elif any(one.outcome is Outcome.PASS for one in own):
        yield _reason(Code.SIGNED_IN_PART, domain=own[0].domain)
    elif own:
        yield _reason(Code.SIGNATURE_BROKEN, domain=own[0].domain)
    elif found:
        others = ", ".join(dict.fromkeys(one.domain for one in found if one.domain))
        yield _reason(Code.SIGNED_BY_OTHERS, domain=others)
    else:
        yield _reason(Code.NOT_SIGNED)


def _proves(one: Verified, mail: Examined) -> bool:
    """Tell whether the signer stands for the whole mail that the person sees."""
    is_strong = one.outcome is Outcome.PASS and not one.is_weak
    # Whoever sends a signed mail on could add where answers go.
    seen = {"subject", "reply-to"} & mail.raw.by_name.keys() | {"subject"}
    return is_strong and not one.is_partial and seen <= one.fields


def _server_reasons(mail: Examined, outside: Outside) -> Iterator[Reason]:
    told = told_by_servers(mail.raw, outside.trusted)
    if told is None:
        return
    if told.forged:
        yield against(Code.RESULTS_FORGED, _LIKELY, server=told.forged)
    if told.top is None:
        yield _reason(Code.RESULTS_NOT_TRUSTED, server=told.top_server or "?")
        if _objects(told.others) and mail.is_address_right and not mail.is_of_list:
            yield against(Code.RESULTS_FAILED, _LIKELY, domain=mail.host)
        return
    facts = {"server": told.top.server, "domain": mail.host}
    vouches, objects = _vouches(told.top, mail), _objects([told.top])
    if vouches and not objects:
        is_proof = mail.can_be_proven and not mail.foreign_reply_host
        weighs = Weighs.FOR if is_proof else Weighs.NEUTRAL
        yield _reason(Code.SERVER_VOUCHES, weighs, **facts)
    elif objects and not vouches:
        yield against(Code.SERVER_OBJECTS, _weight_of_objection(mail), **facts)


def _weight_of_objection(mail: Examined) -> float:
    """Return what the own server's word against the sender's domain weighs.

    Whoever changes mails and sends them on makes genuine ones fail, as lists do, and
    programs that look for viruses. So it decides alone only over a mail that came
    straight from somebody else, and that the sender's domain never signed.
    """
    if mail.is_of_list:
        return _HINT
    may_be_changed = bool(mail.own_signatures) or mail.was_sent_on
    return _LIKELY if may_be_changed else _CERTAIN


def _vouches(results: ServerResults, mail: Examined) -> bool:
    """Tell whether a check passed for the sender's own domain, and for no other."""
    for one in results.of("dmarc"):
        named = one.properties.get("header.from", mail.host)
        if one.result == "pass" and are_aligned(named, mail.host):
            return True
    return mail.is_signed_by_sender_in(results)


def _objects(fields: Iterable[ServerResults]) -> bool:
    return any(one.result == "fail" for field in fields for one in field.of("dmarc"))


def _reason(code: Code, weighs: Weighs = Weighs.NEUTRAL, **facts: str) -> Reason:
    return Reason(code=code, weighs=weighs, facts=facts)
