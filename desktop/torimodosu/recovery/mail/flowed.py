"""Text that a mailer wrapped and marked as flowed (RFC 3676)."""

import re

_QUOTE = re.compile(r">*")
_SIGNATURE = "-- "


def unflow(text: str, *, delete_space: bool) -> str:
    """Join the lines that end in a space, with LF line ends; undo space-stuffing.

    *delete_space* is the DelSp parameter: the space at the end is not part of the text.
    """
    joined: list[str] = []
    open_depth = -1
    for line in text.split("\n"):
        quote = _QUOTE.match(line)
        depth = quote.end() if quote else 0
        content = line[depth:].removeprefix(" ")
        if depth == open_depth and content != _SIGNATURE:
            joined[-1] += content
        else:
            joined.append(f"{'>' * depth} {content}" if depth else content)
        flows = content.endswith(" ") and content != _SIGNATURE
        open_depth = depth if flows else -1
        if flows and delete_space:
            joined[-1] = joined[-1][:-1]
    return "\n".join(joined)
