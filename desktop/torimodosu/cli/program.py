"""`torimodosu practice` and `torimodosu self-check`."""

from argparse import Namespace

from torimodosu.cli.output import Output
from torimodosu.cli.tools import FolderInUseError, Tools
from torimodosu.cli.unusable import UnusableError


def practice(options: Namespace, tools: Tools, output: Output) -> int:
    """Write the practice incident and list what is in it."""
    try:
        written = tools.write_practice(options.out)
    except FolderInUseError:
        message = f"{options.out} is not empty; name a new folder with --out"
        raise UnusableError(message) from None
    except OSError as error:
        message = f"{options.out} cannot be written: {error.strerror}"
        raise UnusableError(message) from None
    for path, told in written:
        output.row({"path": path, "what": told})
    output.table()
    return 0


def self_check(options: Namespace, tools: Tools, output: Output) -> int:
    """Open every part once; 1 where one does not work."""
    del options
    failed = 0
    for check in tools.self_checks():
        failed += not check.ok
        output.row({"part": check.part, "ok": check.ok, "detail": check.detail})
    output.table()
    return 1 if failed else 0
