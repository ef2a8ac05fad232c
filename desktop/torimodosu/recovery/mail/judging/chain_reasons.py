"""What the seals of those tell who passed a mail on (ARC, RFC 8617)."""

from collections.abc import Iterator

from torimodosu.recovery.mail.judging.examined import Examined, Outside
from torimodosu.recovery.mail.judging.judgement import Code, Reason, Weighs
from torimodosu.recovery.mail.judging.party import organisation
from torimodosu.recovery.mail.judging.server_results import ServerResults, read_results
from torimodosu.recovery.mail.judging.trusted_results import (
    houses_of,
    label,
    last_house,
)
from torimodosu.recovery.mail.signatures.arc import ArcChain, Chain, verify_arc


def chain_reasons(mail: Examined, outside: Outside) -> Iterator[Reason]:
    """Yield what the chain of those who passed the mail on tells.

    Anybody can seal what they invented, so what was noted counts only where the last
    who sealed it is the user's own server.
    """
    chain = verify_arc(mail.raw, outside.keys, at=outside.at)
    if chain.state not in {Chain.PASS, Chain.UNKNOWN}:
        return
    own = houses_of(outside.trusted)
    server = _vouching(chain, mail, own)
    if server:
        yield Reason(
            code=Code.SEALER_VOUCHES,
            weighs=Weighs.FOR if _is_proof(chain, mail) else Weighs.NEUTRAL,
            facts={"server": server, "domain": mail.host},
        )
        return
    known = {*own, last_house(mail.raw)}
    strangers = [one for one in chain.sealers if one and label(one) not in known]
    if strangers:
        facts = {"domain": organisation(strangers[-1])}
        yield Reason(code=Code.PASSED_ON, weighs=Weighs.NEUTRAL, facts=facts)


def _vouching(chain: ArcChain, mail: Examined, own: frozenset[str]) -> str:
    """Return the server of the user that found the sender's signature right, or ""."""
    if chain.state is not Chain.PASS:
        return ""
    house, results = label(chain.sealers[-1]), read_results(chain.results[-1])
    is_own = house in own and label(results.server) == house
    return results.server if is_own and _passed(results, mail) else ""


def _passed(results: ServerResults, mail: Examined) -> bool:
    has_failed = any(one.result == "fail" for one in results.of("dmarc"))
    return not has_failed and mail.is_signed_by_sender_in(results)


def _is_proof(chain: ArcChain, mail: Examined) -> bool:
    """Tell whether what is shown is what the sender signed.

    Whoever passes a mail on may add to it before it is sealed: a list its footer, a
    firm's server whatever its owner likes.
    """
    seen = {"subject", "reply-to"} & mail.raw.by_name.keys() | {"subject"}
    is_as_sent = mail.has_signed_text and not (
        mail.is_of_list or mail.foreign_reply_host
    )
    return mail.can_be_proven and is_as_sent and seen <= chain.signed
