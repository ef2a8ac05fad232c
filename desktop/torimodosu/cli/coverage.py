"""What of many things was read, and what was not.

Apart from the output, which commands about no mails have, too.
"""

from collections.abc import Mapping, Sequence

from torimodosu.cli.troubles import SENTENCES, place_of
from torimodosu.recovery.mail.search import Covered, NotCovered


def coverage(
    covered: Sequence[Covered],
    not_covered: Sequence[NotCovered],
    *unfinished: Mapping[str, str | None],
) -> dict[str, object]:
    """Return the two lists that every summary of many things ends with.

    *unfinished* is what else was not read, or not to its end.
    """
    missed = [
        {
            "what": place_of(one),
            "why": one.trouble.value,
            "advice": SENTENCES[one.trouble],
        }
        for one in not_covered
    ]
    return {
        "covered": [source.source for source in covered],
        "not_covered": [*missed, *unfinished],
    }
