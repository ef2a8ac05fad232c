"""Text of strangers, so that a terminal shows it and does nothing else with it."""

import re
import unicodedata

# Control characters can move the cursor or change the title of a terminal, and the
# direction marks among the format characters turn text around.
_HARMFUL = {"Cc", "Cf", "Cs"}
_INSTEAD = "\ufffd"
# Beyond what JSON itself escapes: what other programs take for the end of a line, what
# old terminals obey, and halves of characters, which UTF-8 cannot write.
_NOT_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029]")
_HALF = re.compile("[\ud800-\udfff]")


def legible(text: str) -> str:
    """Return *text* as one line of characters that only show themselves."""
    return "".join(map(_harmless, text))


def on_one_line(json: str) -> str:
    """Return *json* so that nothing but its own end looks like the end of a line."""
    whole = _HALF.sub(_INSTEAD, json)
    return _NOT_IN_JSON.sub(lambda sign: f"\\u{ord(sign[0]):04x}", whole)


def width(text: str) -> int:
    """Return how many cells of a terminal *text* takes.

    Wide and full-width characters take two (Unicode UAX 11), combining ones none.
    """
    return sum(
        (2 if unicodedata.east_asian_width(sign) in "WF" else 1)
        for sign in text
        if not unicodedata.combining(sign)
    )


def _harmless(sign: str) -> str:
    if sign.isspace():
        return " "
    return _INSTEAD if unicodedata.category(sign) in _HARMFUL else sign
