"""What signatures tell, and the user's own mail server."""

from collections.abc import Iterator, Sequence

from torimodosu.recovery.mail.judging.examined import Examined, Outside
from torimodosu.recovery.mail.judging.judgement import (
    Code,
    Reason,
    Weighs,
    against,
)
from torimodosu.recovery.mail.judging.party import are_aligned
from torimodosu.recovery.mail.judging.server_results import (
    ServerResults,
    read_results,
)
from torimodosu.recovery.mail.signatures.dkim import verify_dkim
from torimodosu.recovery.mail.signatures.outcome import Outcome, Verified

_CERTAIN, _LIKELY = 1.0, 0.6
_RESULTS = "authentication-results"
_UNCHECKED = {Outcome.NO_KEY, Outcome.KEY_GONE, Outcome.KEY_UNUSABLE}
_FAILED = {"fail", "permerror"}


def proof_reasons(mail: Examined, outside: Outside) -> Iterator[Reason]:
    """Yield what proves who wrote the mail, or fails to."""
    yield from _signature_reasons(mail, outside)
    yield from _server_reasons(mail, outside)


def _signature_reasons(mail: Examined, outside: Outside) -> Iterator[Reason]:
    found = verify_dkim(mail.raw, outside.keys, at=outside.at)
    own = [one for one in found if are_aligned(one.domain, mail.host)]
    proof = next((one for one in own if _proves(one)), None)
    if proof is not None:
        weighs = Weighs.FOR if mail.is_address_right else Weighs.NEUTRAL
        yield _reason(Code.SIGNED_BY_SENDER, weighs, domain=proof.domain)
        if proof.has_expired:
            yield _reason(Code.SIGNATURE_EXPIRED, domain=proof.domain)
    elif any(one.outcome in _UNCHECKED for one in own):
        yield _reason(Code.SIGNATURE_UNCHECKED, domain=own[0].domain)
    elif own:
        yield _reason(Code.SIGNATURE_BROKEN, domain=own[0].domain)
    elif found:
        others = ", ".join(dict.fromkeys(one.domain for one in found if one.domain))
        yield _reason(Code.SIGNED_BY_OTHERS, domain=others)
    else:
        yield _reason(Code.NOT_SIGNED)


def _proves(one: Verified) -> bool:
    """Tell whether the signer stands for the whole mail that the person sees."""
    is_strong = one.outcome is Outcome.PASS and not one.is_weak
    return is_strong and not one.is_partial and "subject" in one.fields


def _server_reasons(mail: Examined, outside: Outside) -> Iterator[Reason]:
    fields = [read_results(field.value) for field in mail.raw.all(_RESULTS)]
    if not fields:
        return
    # Only what stands on top was written by the server that took the mail in.
    top = fields[0]
    is_trusted = bool(top.server) and top.server in outside.trusted
    if not is_trusted:
        yield _reason(Code.RESULTS_NOT_TRUSTED, server=top.server or "?")
        if _objects(fields) and mail.is_address_right and not mail.is_of_list:
            yield against(Code.RESULTS_FAILED, _LIKELY, domain=mail.host)
        return
    trusted = [one for one in fields if one.server == top.server]
    if _vouches(trusted[:1], mail):
        weighs = Weighs.FOR if mail.is_address_right else Weighs.NEUTRAL
        yield _reason(Code.SERVER_VOUCHES, weighs, server=top.server, domain=mail.host)
    elif _objects(trusted[:1]):
        facts = {"server": top.server, "domain": mail.host}
        yield against(Code.SERVER_OBJECTS, _CERTAIN, **facts)


def _vouches(fields: Sequence[ServerResults], mail: Examined) -> bool:
    """Tell whether a check passed for the sender's own domain, and for no other."""
    for field in fields:
        for one in field.of("dmarc"):
            named = one.properties.get("header.from", mail.host)
            if one.result == "pass" and are_aligned(named, mail.host):
                return True
        for one in field.of("dkim"):
            signer = one.properties.get("header.d", "")
            signer = signer or one.properties.get("header.i", "").rpartition("@")[2]
            if one.result == "pass" and are_aligned(signer, mail.host):
                return True
    return False


def _objects(fields: Sequence[ServerResults]) -> bool:
    return any(one.result in _FAILED for field in fields for one in field.of("dmarc"))


def _reason(code: Code, weighs: Weighs = Weighs.NEUTRAL, **facts: str) -> Reason:
    return Reason(code=code, weighs=weighs, facts=facts)
