"""How the program that wrote an mbox protected lines that begin with "From "."""

import re

from torimodosu.recovery.mail.search import Quoting

_QUOTED_TWICE = re.compile(rb"^>>+From ", re.MULTILINE)


def quoting_of(raw: bytes) -> Quoting:
    """Tell it by the lines of one mail.

    A program that left a "From " line as it was quotes nothing, so that a ">From " line
    is what somebody wrote. ">>From " shows mboxrd, which quotes quoted lines again
    (https://www.jwz.org/doc/content-length.html, man page mbox(5) of qmail); lines
    that are quoted once read the same in both.
    """
    if b"\n>" not in raw or b"From " not in raw or b"\nFrom " in raw:
        return Quoting.NONE
    if _QUOTED_TWICE.search(raw):
        return Quoting.MBOXRD
    return Quoting.MBOXO if b"\n>From " in raw else Quoting.NONE
