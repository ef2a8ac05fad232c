"""`torimodosu mail judge`: tell whether mails are from whom they claim to be."""

import time
from argparse import Namespace
from collections import Counter

from torimodosu.cli.dkim_keys import OnlineKeys, asking_online, read_dkim_keys
from torimodosu.cli.judgement_words import told
from torimodosu.cli.output import Output, Row
from torimodosu.cli.search import Search
from torimodosu.cli.status import Status
from torimodosu.cli.tools import Tools
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judgement import Judgement, Verdict
from torimodosu.recovery.mail.judging.judging import judge
from torimodosu.recovery.mail.judging.wanted_keys import known_hosts
from torimodosu.recovery.mail.reader import read_message, unquote_from
from torimodosu.recovery.mail.search import EVERYTHING, Found

_COLUMNS = ("from", "subject", "claims", "verdict", "confidence", "why")


def mail_judge(options: Namespace, tools: Tools, output: Output) -> int:
    """Judge every mail; 1 where one is not genuine, or something was not read.

    Raises:
        UnusableError: If a source or the file of keys cannot be read, or nobody can be
            asked for keys.

    """
    began = time.monotonic()
    catalogue = tools.catalogue()
    online = OnlineKeys(
        read_dkim_keys(options.dkim_keys, tools),
        asking_online(tools, is_online=options.online),
        known_hosts(catalogue),
    )
    outside = Outside(
        keys=online.keys,
        trusted=frozenset(name.lower() for name in options.trust),
        at=options.at or tools.clock.now(),
    )
    search = Search(options.sources, EVERYTHING, tools, output)
    verdicts: Counter[Verdict] = Counter()
    for found in search.mails():
        raw = unquote_from(found.raw, found.quoting)
        message = read_message(raw)
        online.ask_for(raw)
        judgement = judge(raw, message, catalogue, outside)
        verdicts[judgement.verdict] += 1
        why = "; ".join(told(reason) for reason in judgement.reasons[:1])
        row = _row(found, message.message_id, judgement)
        output.row(
            row, **{"from": message.sender.address, "subject": message.subject}, why=why
        )
    summary = {
        **{verdict.value: verdicts[verdict] for verdict in Verdict},
        "seconds": round(time.monotonic() - began, 3),
        **online.summary,
    }
    coverage = search.coverage_with(online.missed)
    output.summary({**summary, **coverage}, columns=_COLUMNS)
    is_bad = bool(verdicts[Verdict.NOT_GENUINE] or coverage["not_covered"])
    return Status.ATTENTION if is_bad else Status.DONE


def _row(found: Found, message_id: str, judgement: Judgement) -> Row:
    return {
        "source": found.origin.source,
        "offset": found.origin.offset,
        "message_id": message_id or None,
        "claims": judgement.claims or None,
        "verdict": judgement.verdict.value,
        "confidence": judgement.confidence,
        "reasons": [
            {
                "code": reason.code.value,
                "weighs": reason.weighs.value,
                "detail": told(reason),
            }
            for reason in judgement.reasons
        ],
        "would_settle": [way.value for way in judgement.would_settle],
    }
