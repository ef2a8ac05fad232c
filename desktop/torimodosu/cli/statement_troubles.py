"""Why a statement was not read, in words."""

from collections.abc import Mapping

from torimodosu.recovery.statements.statement import Refusal, Refused

# What happened, and what to do about it.
SENTENCES: Mapping[Refusal, str] = {
    Refusal.EMPTY: "There is nothing in it; download the statement again.",
    Refusal.ONLY_NULS: "It holds only zeros; download the statement again.",
    Refusal.WEB_PAGE: (
        "This is a web page, not a statement; sign in there and download the CSV again."
    ),
    Refusal.EXCEL: (
        "This is an Excel workbook, whatever its name; save the sheet as CSV."
    ),
    Refusal.PDF: (
        "No table of charges was found in this PDF; download the same month as CSV."
    ),
    Refusal.PDF_LOCKED: (
        "This PDF opens only with a password; save it without one, or download the CSV."
    ),
    Refusal.PDF_PICTURE: (
        "This PDF holds pictures and no text; download the same month as CSV."
    ),
    Refusal.ARCHIVE: "This is a packed file; unpack it and name what is inside.",
    Refusal.IMAGE: "This is a picture; download the statement as CSV.",
    Refusal.NOT_TEXT: "This is no text; download the statement as CSV, OFX or QIF.",
    Refusal.UNKNOWN_LAYOUT: (
        "Its columns are not known here; download it as CSV from the page of the card,"
        " or as OFX."
    ),
    Refusal.OTHER_ISSUER: "It is a statement of {issuer}; name that with --issuer.",
    Refusal.NOT_A_CARD: (
        "It is an account statement of {issuer}, not of the card; download the card's."
    ),
    Refusal.BANK_ERROR: (
        "The bank answered with an error in place of a statement; download it again."
    ),
    Refusal.NO_STATEMENT_INSIDE: (
        "There is no list of transactions in it; download the statement itself."
    ),
    Refusal.SECURITIES: (
        "It tells of securities, which are not read; download the card's statement."
    ),
    Refusal.TOO_LARGE: "It is too large for a statement; download one month at a time.",
    Refusal.NO_PERMISSION: "It may not be read; allow that, or copy it first.",
    Refusal.NOT_A_FILE: "It is not a file; name the statements themselves.",
    Refusal.UNREADABLE: "It could not be read; copy it elsewhere and try again.",
}


def missed_statement(file: str, refused: Refused) -> dict[str, str | None]:
    """Return the entry of the summary for a statement that was not read."""
    return {
        "what": file,
        "why": refused.reason.value,
        "issuer": refused.issuer or None,
        "advice": SENTENCES[refused.reason].format(issuer=refused.issuer),
    }
