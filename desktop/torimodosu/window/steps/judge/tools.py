"""What the page works with."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from torimodosu.window.activities.key_fetching import KeyFetching
from torimodosu.window.activities.loose_judging import LooseJudging
from torimodosu.window.activities.mail_judging import MailJudging
from torimodosu.window.activities.mail_reader import MailReader
from torimodosu.window.jobs import JobRunner


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What the page works with.

    Attributes:
        kept: The verdicts on the mails of the open case.
        loose: The verdicts on mails that were brought here.
        keys: Looks keys up.
        reader: Fetches the words of kept mails.
        jobs: Runs what takes a moment.
        write_file: Writes a file where the person wants it; raises OSError.

    """

    kept: MailJudging
    loose: LooseJudging
    keys: KeyFetching
    reader: MailReader
    jobs: JobRunner
    write_file: Callable[[Path, bytes], None]
