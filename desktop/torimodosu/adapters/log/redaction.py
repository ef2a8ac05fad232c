"""What of a text may stand in the log, which people send to those who help them."""

import re

MOST_CHARACTERS = 500

# In this order: what is longer and holds the others comes first. Each is bounded, so
# that no text takes long.
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"otpauth[a-z-]{0,12}:\S{0,500}", re.IGNORECASE), "<key of codes>"),
    (re.compile(r"\b[a-z][a-z0-9+.-]{1,15}://\S{1,500}", re.IGNORECASE), "<address>"),
    (re.compile(r"'[^']{0,500}'?|\"[^\"]{0,500}\"?"), "<text>"),
    (re.compile(r"「[^」]{0,500}」?|“[^”]{0,500}”?|‘[^’]{0,500}’?"), "<text>"),
    (re.compile(r"[^\s<>@]{1,200}@[^\s<>@]{1,200}"), "<mail address>"),
    (re.compile(r"(?:\b[A-Za-z]:|~|\.{1,2})?[\\/][^\s:,;]{1,500}"), "<path>"),
    (re.compile(r"\S{24,500}"), "<long word>"),
    (re.compile(r"\d[\d -]{4,40}\d"), "<number>"),
)


def redacted(text: str) -> str:
    """Return *text* on one line, without what may be private.

    Addresses, paths, whatever stands in quotes, long words, and numbers of six digits
    and more make room for what they are.
    """
    line = " ".join(text[:MOST_CHARACTERS].split())
    for pattern, sign in _RULES:
        line = pattern.sub(sign, line)
    return line
