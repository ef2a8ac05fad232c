"""The job that reads statement files: what it is asked, and what it tells."""

from dataclasses import dataclass

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.statements.statement import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStatements:
    """Read statement *files* and keep what they say.

    `card` is the number of the card that the user names for all of them, 0 for none.
    """

    case: Case
    files: tuple[str, ...]
    card: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """What came of one statement file.

    Attributes:
        path: The file.
        statement: The number of the imported statement; 0 where it was not imported.
        new_charges: How many charges no earlier statement had shown.
        was_known: Whether the very file had been imported before.
        is_open: Whether the file itself says that its rows may still change. The same
            file says so for good: the month needs another one once it is final.
        refused: Why it was not read, or None.
        issuer: Whose statement it is instead, where that is why; or "".

    """

    path: str
    statement: int = 0
    new_charges: int = 0
    was_known: bool = False
    is_open: bool = False
    refused: Refusal | None = None
    issuer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsRead:
    """What came of each file, in their order."""

    files: tuple[FileRead, ...]
