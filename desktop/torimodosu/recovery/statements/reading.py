"""Reading one statement, whatever its form."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from torimodosu.recovery.catalogue.statement_layout import Account, StatementLayout
from torimodosu.recovery.statements.csv_statement import read_csv
from torimodosu.recovery.statements.encoding import decode
from torimodosu.recovery.statements.file_form import Form, form_of
from torimodosu.recovery.statements.ofx_statement import declared_charset, read_ofx
from torimodosu.recovery.statements.qif_statement import read_qif
from torimodosu.recovery.statements.statement import Refusal, Refused, StatementRead


def read_statement(
    raw: bytes,
    layouts: Iterable[StatementLayout],
    *,
    name: str,
    today: date,
    issuer: str = "",
) -> StatementRead | Refused:
    """Return what the file with the bytes *raw* says, or why it was not read.

    *name* is that of the file, *today* the day after which nothing can have been
    charged. *issuer* is who the user says has issued it; a statement that tells of
    another issuer is refused, one that tells of none is taken for theirs.
    """
    form = form_of(raw)
    read: StatementRead | Refused
    match form:
        case Refusal():
            read = Refused(reason=form)
        case Form.CSV:
            read = read_csv(decode(raw), layouts, name=name, today=today)
        case Form.OFX:
            decoded = decode(raw, declared=declared_charset(raw))
            read = read_ofx(decoded, today=today)
        case Form.QIF:
            read = read_qif(decode(raw), today=today)
    if not issuer or isinstance(read, Refused) or read.issuer == issuer:
        return read
    if not read.issuer:
        return replace(read, issuer=issuer)
    is_bank = read.account is Account.BANK
    reason = Refusal.NOT_A_CARD if is_bank else Refusal.OTHER_ISSUER
    return Refused(reason=reason, issuer=read.issuer)
