"""New passwords: random characters, or random words, by the rules of a service.

The lengths are those of NIST SP 800-63B-4, 3.1.1.2: 15 characters where nothing else
guards an account, 8 beside a second factor, and no rules about their sorts. A service
that has such rules all the same gets what it demands.
"""

import string
from collections.abc import Callable, Sequence
from enum import Enum

from torimodosu.recovery.catalogue.service import CharacterClass, PasswordRules
from torimodosu.recovery.passwords.rules import broken_rules, class_of

Choose = Callable[[int], int]
"""Returns a random number from 0 up to, and without, its argument; all equally likely.

It must be fit for secrets, as `secrets.randbelow` is.
"""

LENGTH, SHORTEST, LONGEST = 20, 8, 128
WORDS, FEWEST_WORDS, MOST_WORDS = 5, 4, 12

# Without those that look alike on paper: 0 and O, 1 and l and I.
_LOWER = "".join(sorted(set(string.ascii_lowercase) - {"l"}))
_UPPER = "".join(sorted(set(string.ascii_uppercase) - {"I", "O"}))
_DIGITS = "".join(sorted(set(string.digits) - {"0", "1"}))
# Those that nearly every site takes, and that have a name everybody knows.
_SPECIAL = "!#%*+-=?@_"
# With fewer words to choose from, words are worse than characters.
_WORDS_TO_CHOOSE_FROM = 1000


class Misfit(Enum):
    """Why there is no such password.

    Attributes:
        TOO_SHORT: The service takes only longer ones.
        TOO_LONG: The service takes only shorter ones.
        NO_ROOM: The words do not fit into what the service takes.

    """

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    NO_ROOM = "no_room"


class MisfitError(ValueError):
    """What is wanted and what the service takes exclude each other."""

    def __init__(self, misfit: Misfit) -> None:
        super().__init__(misfit.value)
        self.misfit = misfit


def random_characters(
    choose: Choose, *, length: int | None = None, rules: PasswordRules | None = None
) -> str:
    """Return random characters, as many as *length*, or as the rules leave best.

    Each password that keeps the rules is as likely as any other. It holds every sort of
    characters that the service takes, since many demand that without saying so.

    Raises:
        MisfitError: If the service does not take that *length*.

    """
    size = _fitting_length(length, rules)
    special = _SPECIAL if rules is None or rules.special is None else rules.special
    alphabet = _LOWER + _UPPER + _DIGITS + special
    wanted = {class_of(character) for character in alphabet}
    while True:
        drawn = "".join(alphabet[choose(len(alphabet))] for _ in range(size))
        is_mixed = wanted <= {class_of(character) for character in drawn}
        if is_mixed and (rules is None or not broken_rules(drawn, rules)):
            return drawn


def random_words(
    choose: Choose,
    words: Sequence[str],
    *,
    count: int = WORDS,
    rules: PasswordRules | None = None,
) -> str:
    """Return *count* random words in a row, such as "Koharu7-minato-suzume-tanpopo".

    The capital, the digit and the hyphens make it pass where they are demanded.

    Args:
        choose: Where chance comes from.
        words: What to choose from, in lower case.
        count: How many.
        rules: Those of the service, as far as they are known.

    Raises:
        MisfitError: If the service takes no password so long.

    """
    joint = _joint(rules)
    fitting = _fitting_words(words, count, len(joint), rules)
    first, *others = (fitting[choose(len(fitting))] for _ in range(count))
    following = others if joint else [word.capitalize() for word in others]
    return joint.join([f"{first.capitalize()}{choose(10)}", *following])


def _fitting_length(length: int | None, rules: PasswordRules | None) -> int:
    # One character of each sort has room, so that there is such a password.
    shortest = max((rules and rules.shortest) or 0, len(CharacterClass))
    longest = (rules and rules.longest) or LONGEST
    if length is None:
        return min(max(LENGTH, shortest), longest)
    if length < shortest:
        raise MisfitError(Misfit.TOO_SHORT)
    if length > longest:
        raise MisfitError(Misfit.TOO_LONG)
    return length


def _joint(rules: PasswordRules | None) -> str:
    """Return what stands between two words."""
    if rules is None or rules.special is None or "-" in rules.special:
        return "-"
    return rules.special[:1]


def _fitting_words(
    words: Sequence[str], count: int, joint: int, rules: PasswordRules | None
) -> Sequence[str]:
    """Return those of *words* of which any *count* fit, so that none is less likely.

    One such as "t-shirt" is left out: read aloud, it would be two.
    """
    around = 1 + joint * (count - 1)
    longest = (rules and rules.longest) or LONGEST
    shortest = (rules and rules.shortest) or 1
    most, least = (longest - around) // count, -((around - shortest) // count)
    fitting = [word for word in words if least <= len(word) <= most and word.isalpha()]
    if len(fitting) < _WORDS_TO_CHOOSE_FROM:
        raise MisfitError(Misfit.NO_ROOM)
    return fitting
