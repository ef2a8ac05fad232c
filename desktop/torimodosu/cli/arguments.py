"""What the commands are called and which arguments they take."""

import argparse
import sys
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import NoReturn

UNUSABLE = 2


class PlainParser(ArgumentParser):
    """Tells in one plain line what is wrong with the arguments."""

    def error(self, message: str) -> NoReturn:
        """Write *message* to standard error and exit with status 2."""
        sys.stderr.write(f"{self.prog}: {message}. For help: {self.prog} --help\n")
        sys.exit(UNUSABLE)


def parser() -> ArgumentParser:
    """Return the parser of the whole command line."""
    root = PlainParser(
        prog="torimodosu",
        description="Without arguments the window opens.",
        epilog="Nothing is sent anywhere unless --online is given.",
    )
    nouns = root.add_subparsers(required=True, metavar="COMMAND")
    _mail(nouns)
    _orders(nouns)
    _evidence(nouns)
    practice = _command(nouns, "practice", "write the practice incident")
    practice.add_argument("--out", required=True, metavar="DIR", type=Path)
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


def _mail(nouns: "Commands[PlainParser]") -> None:
    mail = nouns.add_parser("mail", help="find the mails of a shop")
    scan = _command(
        _verbs(mail), "scan", "list the mails that matter", name="mail scan"
    )
    _sources(scan)
    scan.add_argument("--service", metavar="HOST", help="only mails of this service")
    scan.add_argument("--since", metavar="DATE", type=day)
    scan.add_argument("--until", metavar="DATE", type=day)


def _orders(nouns: "Commands[PlainParser]") -> None:
    orders = _command(nouns, "orders", "read the orders out of their mails")
    _sources(orders)
    orders.add_argument(
        "--own",
        metavar="ORDER_NUMBER",
        action="append",
        default=[],
        help="an order that is yours",
    )


def _evidence(nouns: "Commands[PlainParser]") -> None:
    verbs = _verbs(nouns.add_parser("evidence", help="keep mails as evidence"))
    pack = _command(verbs, "pack", "keep mails byte for byte", name="evidence pack")
    _sources(pack)
    pack.add_argument("--out", required=True, metavar="DIR", type=Path)
    pack.add_argument("--service", metavar="HOST", help="only mails of this service")
    verify = _command(verbs, "verify", "prove a bag unchanged", name="evidence verify")
    verify.add_argument("bag", metavar="DIR", type=Path)


def _verbs(noun: ArgumentParser) -> "Commands[PlainParser]":
    return noun.add_subparsers(required=True, metavar="VERB", parser_class=PlainParser)


def _command(
    commands: "Commands[PlainParser]", word: str, told: str, *, name: str = ""
) -> ArgumentParser:
    command = commands.add_parser(word, help=told, description=told)
    command.set_defaults(command=name or word)
    command.add_argument("--json", action="store_true", help="one JSON object a line")
    command.add_argument(
        "--data-dir",
        metavar="DIR",
        type=Path,
        help="keep everything of the program below DIR",
    )
    return command


def _sources(command: ArgumentParser) -> None:
    command.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        type=Path,
        help="an .eml file, an mbox, a Maildir, or a folder of these",
    )
