"""Looking for secrets where none may lie: in files, logs and journals."""

import base64
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote


def forms_of(secret: bytes) -> Mapping[str, bytes]:
    """Return how *secret* may be written, by the names of the forms."""
    key = base64.b32encode(secret).rstrip(b"=")
    groups = b" ".join(key[place : place + 4] for place in range(0, len(key), 4))
    shift_by_one = base64.b64encode(b"\0" + secret)[2:-4]
    shift_by_two = base64.b64encode(b"\0\0" + secret)[3:-4]
    return {
        "raw": secret,
        "base 32": key,
        "base 32 in small letters": key.lower(),
        "base 32 in groups": groups,
        "UTF-16": key.decode().encode("utf-16-le"),
        "hex": secret.hex().encode(),
        "hex in capitals": secret.hex().upper().encode(),
        "base 64": base64.b64encode(secret)[:-4],
        "base 64 inside, by one": shift_by_one,
        "base 64 inside, by two": shift_by_two,
        "in an address": quote(secret).encode(),
        "repr": repr(secret)[2:-1].encode(),
    }


def leaks_in(folder: Path, secrets: Mapping[str, bytes]) -> Iterator[str]:
    """Yield which of *secrets*, by their names, lie in which file below *folder*."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            where = path.relative_to(folder).as_posix()
            for found in leaks_of(path.read_bytes(), secrets):
                yield f"{where}: {found}"


def leaks_of(content: bytes, secrets: Mapping[str, bytes]) -> Iterator[str]:
    """Yield which of *secrets* stand in *content*, and in which form."""
    for name, secret in secrets.items():
        for form, written in forms_of(secret).items():
            if written in content:
                yield f"{name}, {form}"
