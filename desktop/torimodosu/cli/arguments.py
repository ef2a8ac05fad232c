"""What the commands are called and which arguments they take."""

import argparse
from argparse import ArgumentParser
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

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


def parser() -> ArgumentParser:
    """Return the parser of the whole command line."""
    root = PlainParser(
        prog="torimodosu",
        description="Without arguments the window opens.",
        epilog="Nothing is sent anywhere.",
        allow_abbrev=False,
    )
    root.set_defaults(json=False, data_dir=None)
    _everywhere(root)
    nouns = root.add_subparsers(required=True, metavar="COMMAND")
    _mail(nouns)
    _orders(nouns)
    _signin(nouns)
    _evidence(nouns)
    _statements(nouns)
    _totp(nouns)
    practice = _command(nouns, "practice", "write the practice incident")
    _out(practice)
    _command(nouns, "self-check", "open every part of the program once")
    return root


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


def _mail(nouns: "Commands[PlainParser]") -> None:
    verbs = _verbs(nouns, "mail", "find the mails of a shop")
    scan = _command(verbs, "scan", "list the mails that matter", name="mail scan")
    _sources(scan)
    _service(scan)
    scan.add_argument("--since", metavar="DATE", type=day, help="leave out older mails")
    scan.add_argument("--until", metavar="DATE", type=day, help="leave out newer mails")


def _orders(nouns: "Commands[PlainParser]") -> None:
    orders = _command(nouns, "orders", "read the orders out of their mails")
    _sources(orders)
    _own(orders)


def _signin(nouns: "Commands[PlainParser]") -> None:
    verbs = _verbs(nouns, "signin", "find out why the sign-in fails")
    told = "list what browsers have saved for a service, never a password"
    scan = _command(verbs, "scan", told, name="signin scan")
    scan.add_argument(
        "--service", required=True, metavar="HOST", help="the shop, as amazon.co.jp"
    )
    scan.add_argument(
        "--reset-at",
        metavar="TIME",
        type=moment,
        help="when the password was reset, as 2026-11-20T19:42+09:00",
    )
    scan.add_argument(
        "--home", metavar="DIR", type=path, help="the home folder, unless it is yours"
    )


def _evidence(nouns: "Commands[PlainParser]") -> None:
    verbs = _verbs(nouns, "evidence", "keep mails as evidence")
    pack = _command(verbs, "pack", "keep mails byte for byte", name="evidence pack")
    _sources(pack)
    _out(pack)
    _service(pack)
    verify = _command(verbs, "verify", "prove a bag unchanged", name="evidence verify")
    verify.add_argument("bag", metavar="DIR", type=path)


def _statements(nouns: "Commands[PlainParser]") -> None:
    verbs = _verbs(nouns, "statements", "read statements of cards")
    told = "list every charge of card statements, whatever their layout"
    read = _command(verbs, "read", told, name="statements read")
    read.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        type=path,
        help="a statement as CSV, OFX or QIF",
    )
    read.add_argument("--issuer", metavar="ID", help="who issued them, as rakuten_card")
    told = "tell which card paid for orders that are not yours"
    which = _command(verbs, "which-card", told, name="statements which-card")
    which.add_argument(
        "--mail",
        metavar="SOURCE",
        nargs="+",
        action="extend",
        required=True,
        type=path,
        help="an .eml file, an mbox, a Maildir, or a folder of these",
    )
    which.add_argument(
        "--statement",
        metavar="FILE",
        nargs="+",
        action="extend",
        required=True,
        type=path,
        help="a statement as CSV, OFX, QIF or PDF",
    )
    _own(which)


def _totp(nouns: "Commands[PlainParser]") -> None:
    verbs = _verbs(nouns, "totp", "read accounts of authenticators, make their codes")
    read = _command(verbs, "read", "list the accounts in them", name="totp read")
    read.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        type=path,
        help="a picture with a QR code, an export, or a text of otpauth addresses",
    )
    told = "list their keys, too: who has a key can make its codes"
    read.add_argument("--show-secrets", action="store_true", help=told)
    read.add_argument(
        "--password-stdin",
        action="store_true",
        help="read the password of encrypted exports from standard input",
    )
    told = "tell the code of the otpauth address on standard input"
    code = _command(verbs, "code", told, name="totp code")
    code.add_argument(
        "--at",
        metavar="TIME",
        type=moment,
        help="for this time, as 2026-11-20T19:42+09:00",
    )


def _verbs(
    nouns: "Commands[PlainParser]", noun: str, told: str
) -> "Commands[PlainParser]":
    group = nouns.add_parser(noun, help=told, description=told, allow_abbrev=False)
    return group.add_subparsers(required=True, metavar="VERB", parser_class=PlainParser)


def _command(
    commands: "Commands[PlainParser]", word: str, told: str, *, name: str = ""
) -> ArgumentParser:
    command = commands.add_parser(word, help=told, description=told, allow_abbrev=False)
    command.set_defaults(command=name or word)
    _everywhere(command)
    return command


def _everywhere(command: ArgumentParser) -> None:
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


def _sources(command: ArgumentParser) -> None:
    command.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        type=path,
        help="an .eml file, an mbox, a Maildir, or a folder of these",
    )


def _own(command: ArgumentParser) -> None:
    command.add_argument(
        "--own",
        metavar="ORDER_NUMBER",
        action="append",
        default=[],
        help="an order that is yours",
    )


def _out(command: ArgumentParser) -> None:
    command.add_argument(
        "--out", required=True, metavar="DIR", type=path, help="the folder to write"
    )


def _service(command: ArgumentParser) -> None:
    command.add_argument("--service", metavar="HOST", help="only mails of this service")
