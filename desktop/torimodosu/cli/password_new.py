"""`torimodosu password new`: make a password and print it."""

from argparse import Namespace

from torimodosu.cli.output import Output
from torimodosu.cli.status import Status
from torimodosu.cli.tools import Tools
from torimodosu.cli.unusable import UnusableError
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.origin import host_of
from torimodosu.recovery.catalogue.service import PasswordRules
from torimodosu.recovery.passwords.new_password import (
    FEWEST_WORDS,
    LONGEST,
    MOST_WORDS,
    SHORTEST,
    Misfit,
    MisfitError,
    random_characters,
    random_words,
)


def password_new(options: Namespace, tools: Tools, output: Output) -> int:
    """Print a new password, alone on its line.

    Raises:
        UnusableError: If the site is no host, or does not take what is wanted.

    """
    rules = _rules_of(options.service, tools.catalogue())
    _check(options, rules)
    try:
        made = _made(options, rules, tools)
    except MisfitError as error:
        raise UnusableError(_told(error.misfit, rules, options.service)) from None
    output.value({"password": made, "length": len(made)}, "password")
    return Status.DONE


def _rules_of(named: str | None, catalogue: Catalogue) -> PasswordRules | None:
    """Return the rules of the site *named*, None where none are known.

    Raises:
        UnusableError: If it is no host.

    """
    if named is None:
        return None
    host = host_of(named)
    if "." not in host:
        message = f"{named!r} is no host; write it as in the address, amazon.co.jp"
        raise UnusableError(message)
    return catalogue.password_rules_at(host)


def _check(options: Namespace, rules: PasswordRules | None) -> None:
    """Refuse what makes no password worth having.

    Raises:
        UnusableError: If it is wanted too short, or longer than any site takes.

    """
    longest = (rules and rules.longest) or LONGEST
    shortest = min(SHORTEST, longest)
    if options.length is not None and not shortest <= options.length <= LONGEST:
        message = f"--length {options.length}: name {shortest} to {longest} characters"
        raise UnusableError(message)
    if options.words is not None and not FEWEST_WORDS <= options.words <= MOST_WORDS:
        message = f"--words {options.words}: name {FEWEST_WORDS} to {MOST_WORDS} words"
        raise UnusableError(message)


def _made(options: Namespace, rules: PasswordRules | None, tools: Tools) -> str:
    if options.words is None:
        return random_characters(tools.choose, length=options.length, rules=rules)
    words = tools.passphrase_words()[options.language]
    return random_words(tools.choose, words, count=options.words, rules=rules)


def _told(misfit: Misfit, rules: PasswordRules | None, service: str) -> str:
    match misfit:
        case Misfit.TOO_SHORT:
            least = rules.shortest if rules else SHORTEST
            return f"{service} takes no password below {least} characters; name more"
        case Misfit.TOO_LONG:
            most = rules.longest if rules else LONGEST
            return f"{service} takes no password above {most} characters; name fewer"
        case Misfit.NO_ROOM:
            return "so many words are longer than the site takes; leave out --words"
