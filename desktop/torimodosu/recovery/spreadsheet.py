"""Tables that spreadsheet programs open, with cells that do not run in them."""

import unicodedata

# OWASP, "CSV Injection". The apostrophe is here so that a cell which bears one is told
# from a guarded cell.
_STARTS_FORMULA = ("=", "+", "-", "@", "'")
_CONTROLS = ("\t", "\r", "\n")


class CsvLines(list[str]):
    """What `csv.writer` writes to, as the rules have no files."""

    write = list.append


def guarded(cell: str) -> str:
    """Return *cell* with an apostrophe in front where a spreadsheet would run it."""
    # Japanese spreadsheets take the wide forms of the signs for the signs.
    start = unicodedata.normalize("NFKC", cell.lstrip()[:1])
    runs = start.startswith(_STARTS_FORMULA) or cell.startswith(_CONTROLS)
    return f"'{cell}" if runs else cell
