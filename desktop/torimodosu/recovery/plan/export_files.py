"""Reading the exports that passwords are looked through in.

Apart from keeping what is found, which takes a command longer to load.
"""

from collections.abc import Callable, Sequence

from torimodosu.recovery.passwords.exports.outcome import ExportError, ExportRead
from torimodosu.recovery.passwords.exports.reading import read_exports
from torimodosu.recovery.passwords.login import ExportedLogin
from torimodosu.recovery.plan.audit_task import ExportSeen


def read_files(
    paths: Sequence[str],
    content_of: Callable[[str], Sequence[bytes]],
    *,
    key: str = "",
) -> tuple[tuple[ExportSeen, ...], tuple[ExportedLogin, ...]]:
    """Return what came of each file, and the logins of all; *key* opens encrypted ones.

    *content_of* returns the exports in the file with a path, or raises `ExportError`.
    """
    seen: list[ExportSeen] = []
    logins: list[ExportedLogin] = []
    for path in paths:
        try:
            read = read_exports(content_of(path), key=key)
        except ExportError as error:
            form = "" if error.form is None else error.form.value
            seen.append(ExportSeen(path=path, form=form, trouble=error.trouble))
        else:
            seen.append(_seen(path, read))
            logins += read.logins
    return tuple(seen), tuple(logins)


def _seen(path: str, read: ExportRead) -> ExportSeen:
    return ExportSeen(
        path=path,
        form=read.form.value,
        logins=len(read.logins),
        without_password=read.without_password,
        others=read.others,
        damaged=read.damaged,
    )
