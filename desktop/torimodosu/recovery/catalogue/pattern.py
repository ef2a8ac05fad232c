"""What a regular expression of a pack may hold, so that hostile text is harmless.

A pattern repeats only single characters and only within bounds, and the ways in which
it can match at one place are few. The time to search a text is therefore linear in its
length; Python's engine, which tries every way in turn, promises no such thing by
itself (docs.python.org/3/library/re.html). It is in NFKC, as the texts are, for
otherwise it would never match.
"""

import re
from unicodedata import is_normalized

_LONGEST = 300
_DEEPEST = 5
_MOST_WAYS = 10_000
_TOKEN = re.compile(
    r"""
    (?P<single> \\[.^$*+?(){}\[\]|\\/dswbDSWB-]
              | \[\^?(?:[^\\\[\]&|~-]|\\[]\[\\^dswDSW.-]|-(?!-))+\]
              | [^\\\[\](){}*+?|])
  | (?P<opening> \((?:\?(?::|=|!|<=|<!))? )
  | (?P<closing> \) )
  | (?P<branch> \| )
  | (?P<optional> \? )
  | (?P<repeat> \{(?:[0-9]{1,3},)?(?P<most>[0-9]{1,3})\} )
    """,
    re.VERBOSE,
)


def is_safe_pattern(source: str) -> bool:
    """Tell whether *source* is a regular expression that a pack may hold."""
    if len(source) > _LONGEST or not is_normalized("NFKC", source):
        return False
    if not _is_bounded(source):
        return False
    try:
        return re.compile(source, re.IGNORECASE).search("") is None
    except re.error:
        return False


def _is_bounded(source: str) -> bool:
    ways, branches, before, position = 1, [1], "", 0
    while position < len(source):
        token = _TOKEN.match(source, position)
        if token is None:
            return False
        # Of groups that lie in one another, that is the outer one.
        kind = token.lastgroup or ""
        match kind:
            case "opening":
                branches.append(1)
            case "closing" if len(branches) > 1:
                ways *= branches.pop()
            case "branch":
                branches[-1] += 1
            case "optional" if before in ("single", "closing"):
                ways *= 2
            case "repeat" if before == "single":
                ways *= max(1, int(token["most"]))
            case "single":
                pass
            case _:
                return False
        if len(branches) > _DEEPEST:
            return False
        before, position = kind, token.end()
    return ways * branches[0] <= _MOST_WAYS
