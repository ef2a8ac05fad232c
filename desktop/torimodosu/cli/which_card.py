"""`torimodosu statements which-card`: which card paid for orders of somebody else."""

from argparse import Namespace
from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal

from torimodosu.cli.card_evidence import CardEvidence, read_evidence
from torimodosu.cli.coverage import coverage as search_coverage
from torimodosu.cli.output import Output, Row, plain
from torimodosu.cli.status import Status
from torimodosu.cli.tools import Tools
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.orders.joining import order_key
from torimodosu.recovery.orders.order import Order, Ownership
from torimodosu.recovery.orders.ownership import OwnOrders, own_orders
from torimodosu.recovery.statements.bills import bills_of
from torimodosu.recovery.statements.covering import coverage_of
from torimodosu.recovery.statements.loose_log import LooseLog, loose_log
from torimodosu.recovery.statements.which_card.matching import (
    CardFinding,
    Ground,
    Match,
    Matching,
    OpenCharge,
    Verdict,
)
from torimodosu.recovery.statements.which_card.proof import as_sure_as_its_mails
from torimodosu.recovery.statements.which_card.solver import which_card
from torimodosu.recovery.statements.words import CardWords

_COLUMNS = ("card", "issuer", "verdict", "ground", "until", "amounts", "matches")
_ADVICE = (
    "a card is only possible where nothing but usage notices that are not proven to be"
    " genuine speaks of it: read its statement, or prove the mails with --dkim-keys, or"
    " with --trust and the name of your own mail server"
)
_FOR_PROGRAMS = ("own", "unexplained_charges")


def statements_which_card(options: Namespace, tools: Tools, output: Output) -> int:
    """Tell of each card whether it paid; 1 where one did, may have, or was not read.

    Every order that --own does not name is taken to be somebody else's. What only usage
    notices tell is certain where their mails are genuine, and else possible.

    Raises:
        UnusableError: If a source is not there, if the file of keys cannot be read, or
            no statement could be.

    """
    catalogue = tools.catalogue()
    evidence = read_evidence(options, catalogue, tools, output)
    own = own_orders(evidence.orders, options.own)
    log = loose_log(evidence.files, evidence.notices.notices, at=tools.clock.now())
    numbers = _numbers_of(evidence.orders)
    matching = _named(_solved(evidence, log, own, catalogue, tools), numbers)
    for finding in matching.findings:
        told = {"amounts": _amounts(finding), "matches": _orders(finding, matching)}
        output.row(_row(finding, matching, log), **told)
    summary = _summary(matching, log, evidence, own)
    output.summary(summary, columns=_COLUMNS, for_programs=_FOR_PROGRAMS)
    verdicts = {finding.verdict for finding in matching.findings}
    is_calm = verdicts == {Verdict.EXCLUDED} and not matching.unexplained_charges
    is_read = not (summary["not_covered"] or own.not_found)
    return Status.DONE if is_calm and is_read else Status.ATTENTION


def _solved(
    evidence: CardEvidence,
    log: LooseLog,
    own: OwnOrders,
    catalogue: Catalogue,
    tools: Tools,
) -> Matching:
    now, notices = tools.clock.now(), evidence.notices.notices
    issuers = catalogue.issuers
    bills = [bills_of(c, issuers.get(c.issuer), log.statements) for c in log.cards]
    newest = [source.newest for source in evidence.search.covered if source.newest]
    coverage = coverage_of(
        bills,
        notices,
        mails_until=max(newest).astimezone(now.tzinfo).date() if newest else None,
        today=now.date(),
    )
    strange = dict.fromkeys(map(order_key, evidence.orders), Ownership.NOT_MINE)
    found = which_card(
        evidence.orders,
        {**strange, **own.ownership},
        log.charges,
        notices,
        log.cards,
        coverage,
        services=catalogue.services,
        words=CardWords(),
        at=now,
    )
    return as_sure_as_its_mails(found, {notice.key: notice for notice in notices})


def _numbers_of(orders: Collection[Order]) -> Mapping[str, str]:
    """Return the number of each order, by its key; that itself where there is none."""
    keys = {order_key(order): order.order_number for order in orders}
    return {key: number or key for key, number in keys.items()}


def _named(matching: Matching, numbers: Mapping[str, str]) -> Matching:
    """Return *matching* with orders by their *numbers* in place of their keys."""
    return replace(
        matching,
        matches=tuple(
            replace(match, orders=tuple(numbers[key] for key in match.orders))
            for match in matching.matches
        ),
        unexplained_orders=tuple(numbers[key] for key in matching.unexplained_orders),
    )


def _row(finding: CardFinding, matching: Matching, log: LooseLog) -> Row:
    card = next(card for card in log.cards if card.number == finding.card)
    return {
        "card": card.last_four or None,
        "issuer": card.issuer or None,
        "verdict": finding.verdict.value,
        "ground": finding.ground.value,
        "until": finding.until,
        "amounts": dict(finding.amounts),
        "matches": [
            _match(match, log)
            for match in matching.matches
            if match.key in finding.matches
        ],
        "own_matches": [
            _match(match, log)
            for match in matching.matches
            if match.card == finding.card and not match.is_disputed
        ],
    }


def _match(match: Match, log: LooseLog) -> Row:
    shown = [row for key in match.charges for row in log.rows[key]]
    return {
        "order_numbers": list(match.orders),
        "charge_rows": [row for _, row in shown],
        "charges": [{"file": file, "row": row} for file, row in shown],
        "notices": list(match.notices),
        "amount": match.amount,
        "currency": match.currency or None,
        "certain": match.is_certain,
        "reason": match.reasons[0].value,
        "reasons": [reason.value for reason in match.reasons],
        "rivals": len(match.rivals),
    }


def _amounts(finding: CardFinding) -> str:
    """Return what a card was charged, as the table has it."""
    return ", ".join(f"{plain(amount)} {code}" for code, amount in finding.amounts)


def _orders(finding: CardFinding, matching: Matching) -> str:
    """Return the orders that a card may have paid, as the table has them."""
    named = [m for m in matching.matches if m.key in finding.matches]
    return ", ".join(dict.fromkeys("+".join(match.orders) for match in named))


def _summary(
    matching: Matching, log: LooseLog, evidence: CardEvidence, own: OwnOrders
) -> dict[str, object]:
    search = evidence.search
    coverage = search_coverage(search.covered, search.not_covered, *evidence.missed)
    sources = [source.source for source in search.covered]
    return {
        **_sums(matching, log),
        "orders": len(evidence.orders),
        "own": sorted(map(_numbers_of(evidence.orders).__getitem__, own.ownership)),
        "own_not_found": [*own.not_found],
        "unexplained_orders": [*matching.unexplained_orders],
        "unexplained_charges": [
            {"file": file, "row": row, "why": why.value}
            for key, why in matching.unexplained_charges
            for file, row in log.rows[key][:1]
        ],
        "notices": len(evidence.notices.notices),
        "notices_not_proven": sum(
            not notice.is_proven for notice in evidence.notices.notices
        ),
        "notices_not_understood": evidence.notices.unread,
        "notices_not_genuine": evidence.notices.forged_mails,
        "gave_up": matching.gave_up,
        "advice": [_ADVICE] if _rests_on_open_mails(matching) else [],
        "passed_over": search.passed_over,
        **coverage,
        "covered": [*sources, *(one.path for one in evidence.files)],
    }


def _rests_on_open_mails(matching: Matching) -> bool:
    grounds = {finding.ground for finding in matching.findings}
    return Ground.NOTICE_NOT_PROVEN in grounds


def _sums(matching: Matching, log: LooseLog) -> dict[str, dict[str, Decimal]]:
    """Return the charges of the shop by how far orders explain them, each once."""
    states: dict[str, str] = {
        key: "unexplained"
        for key, why in matching.unexplained_charges
        if why is OpenCharge.OF_THE_SHOP
    }
    for match in matching.matches:
        for key in match.charges if match.amount > 0 else ():
            if match.is_certain or states.get(key) != "explained":
                states[key] = "explained" if match.is_certain else "possible"
    sums: dict[str, dict[str, Decimal]] = {
        state: {} for state in ("explained", "possible", "unexplained")
    }
    for logged in log.charges:
        state, amount = states.get(logged.key), logged.charge.amount
        if state is not None and amount is not None:
            known = sums[state].get(logged.charge.currency, Decimal(0))
            sums[state][logged.charge.currency] = known + amount
    return sums
