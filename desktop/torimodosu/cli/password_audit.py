"""`torimodosu password audit`: which passwords are used again, weak or leaked."""

import time
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence

from torimodosu.cli.export_troubles import damaged_rows, missed_export, no_list
from torimodosu.cli.output import Output, Row, plain
from torimodosu.cli.standard_input import line_of_input
from torimodosu.cli.status import Status
from torimodosu.cli.tools import Tools
from torimodosu.cli.unusable import UnusableError, present
from torimodosu.cli.weakness_words import LISTS
from torimodosu.recovery.passwords.audit.accounts import Account
from torimodosu.recovery.passwords.audit.auditing import Audit
from torimodosu.recovery.passwords.audit.findings import Finding
from torimodosu.recovery.passwords.queue import Flaw, LeakList
from torimodosu.recovery.plan.audit_task import ExportSeen
from torimodosu.recovery.plan.export_files import read_files

_COLUMNS = ("group", "severity", "entries")


def password_audit(options: Namespace, tools: Tools, output: Output) -> int:
    """List what is wrong with the passwords in exports, and never a password.

    1 where something is, or where something was not read.

    Raises:
        UnusableError: If not one of the exports could be read.

    """
    exports = present(options.files)
    present([options.breached] if options.breached else [])
    key = line_of_input("a password") if options.password_stdin else ""
    began = time.monotonic()
    seen, logins = read_files(exports, tools.password_file, key=key)
    missed = [missed_export(one, one.trouble) for one in seen if one.trouble]
    if len(missed) == len(seen):
        message = f"{missed[0]['what']}: {missed[0]['advice']}"
        raise UnusableError(message)
    missed += [damaged_rows(one) for one in seen if one.damaged]
    groups: Counter[Flaw] = Counter()
    with tools.audit_tools(tools.catalogue(), options.breached) as audit_tools:
        audit = Audit(logins, audit_tools, at=tools.clock.now())
        for stage in audit.stages(output.progress):
            groups.update(finding.flaw for finding in stage)
            for finding in stage:
                output.row(_row(finding), entries=_told(finding.accounts))
            output.flush()  # estimating takes seconds
    if LeakList.FILE in audit.unread:
        missed.append(no_list(options.breached))
    seconds = round(time.monotonic() - began, 3)
    lists = [LISTS[one] for one in audit.checked]
    summary = {**_counts(seen, groups), "seconds": seconds, "leaks": lists}
    coverage = {
        "covered": [one.path for one in seen if one.trouble is None],
        "not_covered": missed,
    }
    output.summary({**summary, **coverage}, columns=_COLUMNS)
    return Status.ATTENTION if groups or missed else Status.DONE


def _counts(seen: Sequence[ExportSeen], groups: Counter[Flaw]) -> Row:
    return {
        "entries": sum(one.logins + len(one.without_password) for one in seen),
        "without_password": sum(len(one.without_password) for one in seen),
        "groups": groups.total(),
        "groups_of": {flaw.value: groups[flaw] for flaw in Flaw},
    }


def _row(finding: Finding) -> Row:
    return {
        "group": finding.flaw.value,
        "severity": finding.severity.value,
        "entries": [
            {
                "site": account.site.name,
                "username": account.username or None,
                "modified": account.modified and plain(account.modified),
                "address": account.address,
            }
            for account in finding.accounts
        ],
    }


def _told(accounts: Sequence[Account]) -> str:
    """Return the accounts as people read them."""
    return ", ".join(
        f"{account.site.name} ({account.username})"
        if account.username
        else account.site.name
        for account in accounts
    )
