"""The keychain of a Mac as text (`security dump-keychain -d`)."""

import re
from collections.abc import Iterator, Mapping, Sequence

from torimodosu.recovery.passwords.exports.draft import Draft
from torimodosu.recovery.passwords.exports.moments import read_moment
from torimodosu.recovery.passwords.exports.outcome import ExportRead, Form

BEGINNING = "keychain: "

_ATTRIBUTE = re.compile(
    r'\s+(?:"(?P<name>\w{4})"|0x0*(?P<code>7))\s*<\w+>=(?P<value>.*)'
)
_HEXADECIMAL = re.compile(r"0x([0-9A-Fa-f]*)(?:\s|$)")
_OCTAL = re.compile(r"\\([0-7]{3})")
_PASSWORDS = {'class: "inet"', 'class: "genp"'}
_NOTE = "note"
_LONGEST_LINE = 100_000


def read_keychain(text: str) -> ExportRead:
    """Return the logins in a keychain.

    Raises:
        ExportError: If there is none.

    """
    draft = Draft(Form.KEYCHAIN)
    for row, lines in enumerate(_entries(text.splitlines()), 1):
        attributes = _attributes(lines)
        is_password = any(line.strip() in _PASSWORDS for line in lines)
        if not is_password or attributes.get("type") == _NOTE:
            draft.others.append(row)
            continue
        draft.add(
            row,
            site=_site(attributes),
            username=attributes.get("acct", ""),
            password=_data(lines),
            modified=read_moment(_moment(attributes.get("mdat", ""))),
        )
    return draft.finished()


def _entries(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    entry: list[str] = []
    for line in lines:
        if line.startswith(BEGINNING) and entry:
            yield entry
            entry = []
        entry.append(line[:_LONGEST_LINE])
    yield entry


def _attributes(lines: Sequence[str]) -> Mapping[str, str]:
    found = (_ATTRIBUTE.match(line) for line in lines)
    return {
        match["name"] or match["code"]: _value(match["value"])
        for match in found
        if match
    }


def _site(attributes: Mapping[str, str]) -> str:
    """Return the server with its scheme, or else what the entry is called."""
    server = attributes.get("srvr", "")
    if server:
        return f"https://{server}"
    return attributes.get("7") or attributes.get("svce", "")


def _data(lines: Sequence[str]) -> str:
    """Return what stands below "data:", which is the password."""
    marks = [place for place, line in enumerate(lines) if line.strip() == "data:"]
    following = lines[marks[-1] + 1 :] if marks else ()
    # Where there is no password, the command prints the end of a line.
    return _value(following[0]).removesuffix("\n") if following else ""


def _value(written: str) -> str:
    """Return a value: bytes in hexadecimal digits, or a text in quotes."""
    written = written.strip()
    if match := _HEXADECIMAL.match(written):
        digits = match[1][: len(match[1]) // 2 * 2]
        return bytes.fromhex(digits).decode("utf-8", "replace")
    if not written.startswith('"'):  # <NULL>
        return ""
    inner = written[1:].removesuffix('"')
    return _OCTAL.sub(lambda match: chr(int(match[1], 8)), inner)


def _moment(written: str) -> str:
    """Return "20190418184252Z" in the form that is read."""
    digits = written.rstrip("\0").removesuffix("Z")
    return f"{digits[:8]}T{digits[8:]}Z" if digits.isdigit() else ""
