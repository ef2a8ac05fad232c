"""Why an export of passwords was not read, in words, and what to do about it."""

from collections.abc import Mapping
from pathlib import Path

from torimodosu.recovery.passwords.exports.outcome import ExportTrouble, Form
from torimodosu.recovery.plan.audit_task import ExportSeen

_MOST_ROWS = 20

SENTENCES: Mapping[ExportTrouble, str] = {
    ExportTrouble.UNREADABLE: "It could not be opened; allow that, or copy it first.",
    ExportTrouble.NOT_A_FILE: "It is not a file; name the exports themselves.",
    ExportTrouble.TOO_LARGE: "It is larger than any export of passwords.",
    ExportTrouble.NOT_AN_EXPORT: (
        "It is no export of passwords that is known here: a table needs names above its"
        " columns, such as url, username and password."
    ),
    ExportTrouble.NO_LOGINS: "There is no login in it; export the passwords again.",
    ExportTrouble.NEEDS_KEY: (
        "It is encrypted; give its password with --password-stdin, or export it as CSV."
    ),
    ExportTrouble.WRONG_KEY: (
        "This password does not open it, or it needs a key file too; try the password"
        " again, or export it as CSV."
    ),
    ExportTrouble.ENCRYPTED: (
        "It is encrypted in a way that is not read here; export it again as CSV or JSON"
        " without encryption, and delete that file afterwards."
    ),
    ExportTrouble.EMPTY: "It is empty; export the passwords again.",
    ExportTrouble.PICTURE: "It is a picture; name the export of the passwords.",
    ExportTrouble.DAMAGED: "It is damaged or was cut off; export the passwords again.",
}

# How to export otherwise, where that is not plain.
_INSTEAD: Mapping[Form, str] = {
    Form.BITWARDEN: (
        "It is encrypted by Bitwarden; export it again in the format .json or .csv, not"
        " .json (encrypted), and delete that file afterwards."
    ),
    Form.PROTON: (
        "It is encrypted by Proton Pass; export it again as CSV or JSON, without PGP,"
        " and delete that file afterwards."
    ),
    Form.FIREFOX: (
        "It is the store of a Firefox profile, which is encrypted; in Firefox open"
        " about:logins and choose Export Passwords, and delete that file afterwards."
    ),
}


def missed_export(seen: ExportSeen, trouble: ExportTrouble) -> dict[str, str | None]:
    """Return the entry of a summary for an export that was not read."""
    advice = SENTENCES[trouble]
    if trouble is ExportTrouble.ENCRYPTED and seen.form:
        advice = _INSTEAD.get(Form(seen.form), advice)
    return {"what": seen.path, "why": trouble.value, "advice": advice}


def damaged_rows(seen: ExportSeen) -> dict[str, str | None]:
    """Return the entry of a summary for an export of which some rows were not read."""
    rows = ", ".join(map(str, seen.damaged[:_MOST_ROWS]))
    more = ", …" if len(seen.damaged) > _MOST_ROWS else ""
    advice = (
        f"{len(seen.damaged)} rows were not read ({rows}{more}): a quote is not closed"
        " there, there are more cells than columns, or the letters are in another"
        " encoding; the rest was read."
    )
    return {"what": seen.path, "why": "damaged_rows", "advice": advice}


def no_list(path: Path) -> dict[str, str | None]:
    """Return the entry of a summary for what should be a list of leaked passwords."""
    advice = (
        "It is no list of leaked passwords ordered by hash, such as Pwned Passwords:"
        " each line of one begins with the 40 hexadecimal digits of a SHA-1."
    )
    return {"what": str(path), "why": "not_a_list", "advice": advice}
