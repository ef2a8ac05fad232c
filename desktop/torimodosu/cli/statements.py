"""`torimodosu statements read`: every charge of statements, whatever their layout."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from torimodosu.cli.output import Output, Row
from torimodosu.cli.statement_troubles import missed_statement
from torimodosu.cli.status import Status
from torimodosu.cli.tools import Tools
from torimodosu.cli.unusable import UnusableError, present
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.file_trouble import FileTrouble
from torimodosu.recovery.statements.reading import StatementReader
from torimodosu.recovery.statements.statement import (
    Charge,
    Foreign,
    Refused,
    StatementRead,
    refused_file,
)

_COLUMNS = ("date", "card", "amount", "currency", "kind", "row", "merchant")


def statements_read(options: Namespace, tools: Tools, output: Output) -> int:
    """List the charges; 1 where something needs a look.

    That is a file or a row that was not understood, a total that is not the sum, and
    every other doubt.

    Raises:
        UnusableError: If not one of the files could be read.

    """
    present(options.files)
    catalogue = tools.catalogue()
    issuer = _issuer(options.issuer, catalogue)
    told: list[Row] = []
    missed: list[dict[str, str | None]] = []
    for done, path in enumerate(options.files, 1):
        read = read_file(path, issuer, catalogue, tools)
        output.progress.report(done, len(options.files))
        if isinstance(read, Refused):
            missed.append(missed_statement(str(path), read))
            continue
        for charge in read.charges:
            output.row(_row(charge, str(path), read))
        told.append(_summary(str(path), read))
        if len(options.files) > 1:
            output.part_summary(told[-1])
    coverage = {"covered": [one["file"] for one in told], "not_covered": missed}
    files = told[0] if len(options.files) == 1 and told else {"files": told}
    output.summary({**files, **coverage}, columns=_COLUMNS)
    if not told:
        message = f"{missed[0]['what']}: {missed[0]['advice']}"
        raise UnusableError(message)
    is_fine = not missed and all(not (t["skipped"] or t["doubts"]) for t in told)
    return Status.DONE if is_fine else Status.ATTENTION


def read_file(
    path: Path, issuer: str, catalogue: Catalogue, tools: Tools
) -> StatementRead | Refused:
    """Return what the statement at *path* says, or why it was not read.

    *issuer* is the id of who the user says has issued it, or "".
    """
    raw = tools.file_content(path)
    if isinstance(raw, FileTrouble):
        return refused_file(raw)
    reader = StatementReader(facts=catalogue.statement_facts, pdf=tools.pdf)
    today = tools.clock.now().date()
    return reader.read(raw, name=path.name, today=today, issuer=issuer)


def _issuer(named: str | None, catalogue: Catalogue) -> str:
    """Return the id of the issuer *named*, "" where none is.

    Raises:
        UnusableError: If the catalogue has no such issuer.

    """
    layouts = catalogue.statement_layouts.values()
    known = {*catalogue.issuers, *(layout.issuer for layout in layouts)} - {""}
    if named is not None and named not in known:
        message = f"{named} is no known issuer; known are {', '.join(sorted(known))}"
        raise UnusableError(message)
    return named or ""


def _row(charge: Charge, file: str, read: StatementRead) -> Row:
    return {
        "file": file,
        "row": charge.row,
        "issuer": read.issuer or None,
        "layout": read.layout,
        "card": charge.card or None,
        "holder": charge.holder or None,
        "date": charge.date,
        "merchant": charge.merchant,
        "merchant_normal": charge.merchant_normal,
        "amount": charge.amount,
        "billed": charge.billed,
        "currency": charge.currency or None,
        "foreign": _foreign(charge.foreign),
        "kind": charge.kind.value,
        "bill_date": charge.bill_date,
        "bill_month": charge.bill_month and charge.bill_month.isoformat()[:7],
    }


def _foreign(foreign: Foreign | None) -> Row | None:
    if foreign is None:
        return None
    return {
        "amount": foreign.amount,
        "currency": foreign.currency or None,
        "rate": foreign.rate,
    }


def _summary(file: str, read: StatementRead) -> dict[str, object]:
    return {
        "file": file,
        "issuer": read.issuer or None,
        "layout": read.layout,
        "account": read.account.value,
        "encoding": read.encoding,
        "rows": read.rows,
        "read": len(read.charges),
        "skipped": [
            {"row": one.row, "why": one.why.value, "text": one.text or None}
            for one in read.skipped
        ],
        "other_rows": dict(read.other_rows),
        "printed_total": read.printed_total,
        "sum": read.sum,
        "totals_agree": read.totals_agree,
        "doubts": _doubts(read),
    }


def _doubts(read: StatementRead) -> Sequence[Mapping[str, object]]:
    return [{"what": d.value, "rows": list(rows)} for d, rows in read.doubts.items()]
