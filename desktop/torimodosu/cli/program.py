"""`torimodosu practice` and `torimodosu self-check`."""

from argparse import Namespace

from torimodosu.cli.output import Output
from torimodosu.cli.status import Status
from torimodosu.cli.tools import Tools
from torimodosu.cli.unusable import writing_to


def practice(options: Namespace, tools: Tools, output: Output) -> int:
    """Write the practice incident and list what is in it."""
    written = writing_to(options.out, tools.write_practice)
    for path, told in written:
        output.row({"path": path, "what": told})
    output.table(("path", "what"))
    return Status.DONE


def self_check(options: Namespace, tools: Tools, output: Output) -> int:
    """Open every part once; 1 where one does not work."""
    del options
    failed = 0
    for check in tools.self_checks():
        failed += not check.ok
        output.row({"part": check.part, "ok": check.ok, "detail": check.detail})
    output.table(("part", "ok", "detail"))
    return Status.ATTENTION if failed else Status.DONE
