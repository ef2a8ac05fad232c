"""A parser that tells in one plain line what is wrong, and the kinds of arguments."""

import argparse
from argparse import ArgumentParser
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

from torimodosu.cli.unusable import UnusableError


class PlainParser(ArgumentParser):
    """Tells in one plain line what is wrong with the arguments."""

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments.

        Raises:
            UnusableError: Always.

        """
        refusal = f"{message}; for help: {self.prog} --help"
        raise UnusableError(refusal)


# argparse has no public name for what add_subparsers returns.
Commands = argparse._SubParsersAction  # noqa: SLF001


def day(text: str) -> date:
    """Return the date that *text* writes in the form of ISO 8601.

    Raises:
        argparse.ArgumentTypeError: If it is none.

    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is not a date such as 2026-11-20"
        raise argparse.ArgumentTypeError(message) from None


def moment(text: str) -> datetime:
    """Return the moment that *text* writes in the form of ISO 8601.

    One without an offset is meant as the clocks of this computer show it. A day alone
    is refused: a password changed earlier that day would pass for the new one.

    Raises:
        argparse.ArgumentTypeError: If it is none.

    """
    message = f"{text!r} is not a time such as 2026-11-20T19:42+09:00"
    if _is_day(text):
        message = f"{text!r} lacks the time of day, as in 2026-11-20T19:42"
        raise argparse.ArgumentTypeError(message)
    try:
        read = datetime.fromisoformat(text)
        return read if read.utcoffset() is not None else read.astimezone()
    except (ValueError, OverflowError, OSError):
        raise argparse.ArgumentTypeError(message) from None


def web_address(text: str) -> str:
    """Return *text* if it is an address of the web, without a name or password in it.

    Raises:
        argparse.ArgumentTypeError: If it is none.

    """
    try:
        parts = urlsplit(text)
        is_right = parts.scheme in {"http", "https"} and bool(parts.hostname)
        is_right = is_right and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        is_right = False
    if not is_right or not text.isascii() or not text.isprintable() or " " in text:
        message = f"{text!r} is not an address such as https://tsa.example/stamps"
        raise argparse.ArgumentTypeError(message)
    return text


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def path(text: str) -> Path:
    """Return the path that *text* is.

    Raises:
        argparse.ArgumentTypeError: If it is empty, as an unset variable is in a script;
            as a path that would be the folder that one happens to be in.

    """
    if not text:
        message = "an empty name is no path"
        raise argparse.ArgumentTypeError(message)
    return Path(text)


def verbs(
    nouns: "Commands[PlainParser]", noun: str, told: str
) -> "Commands[PlainParser]":
    """Add *noun* to *nouns*, and return what its verbs are added to."""
    group = nouns.add_parser(noun, help=told, description=told, allow_abbrev=False)
    return group.add_subparsers(required=True, metavar="VERB", parser_class=PlainParser)


def command(
    commands: "Commands[PlainParser]", word: str, told: str, *, name: str = ""
) -> ArgumentParser:
    """Add the command *word*, which is known as *name* where that is another."""
    added = commands.add_parser(word, help=told, description=told, allow_abbrev=False)
    added.set_defaults(command=name or word)
    everywhere(added)
    return added


def everywhere(command: ArgumentParser) -> None:
    """Add the arguments that every command takes."""
    # Before the command or after it: suppressed, so that neither undoes the other.
    command.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help="one JSON object a line",
    )
    command.add_argument(
        "--data-dir",
        metavar="DIR",
        type=path,
        default=argparse.SUPPRESS,
        help="keep everything of the program below DIR",
    )
