"""The file with keys of signers: `--dkim-keys`."""

import json
from collections.abc import Mapping
from pathlib import Path

from torimodosu.cli.tools import Tools
from torimodosu.cli.unusable import UnusableError
from torimodosu.recovery.statements.statement import Refused


def read_dkim_keys(path: Path | None, tools: Tools) -> Mapping[str, str]:
    """Return the TXT records in a file by their lower-case names; none without one.

    Raises:
        UnusableError: If it is no such file.

    """
    if path is None:
        return {}
    raw = tools.file_content(path)
    refusal = f"{path} is no JSON object with a TXT record for each name of a key"
    if isinstance(raw, Refused):
        raise UnusableError(refusal)
    try:
        read = json.loads(raw)
    except (ValueError, RecursionError):
        raise UnusableError(refusal) from None
    if not isinstance(read, dict) or not all(
        isinstance(record, str) and record.isascii() for record in read.values()
    ):
        raise UnusableError(refusal)
    return {name.rstrip(".").lower(): text for name, text in read.items()}
