"""What the commands are called and which arguments they take."""

from argparse import ArgumentParser

from torimodosu.cli.password_arguments import password
from torimodosu.cli.plain_parser import (
    Commands,
    PlainParser,
    command,
    day,
    everywhere,
    moment,
    path,
    verbs,
    web_address,
)

_MAIL = "an .eml or .msg file, an mbox, a Maildir, a folder or zip file of these"
_STATEMENT = "a statement as CSV, OFX, QIF or PDF"


def parser() -> ArgumentParser:
    """Return the parser of the whole command line."""
    root = PlainParser(
        prog="torimodosu",
        description="Without arguments the window opens.",
        epilog="Nothing is sent anywhere without --online or --tsa.",
        allow_abbrev=False,
    )
    root.set_defaults(json=False, data_dir=None)
    everywhere(root)
    nouns = root.add_subparsers(required=True, metavar="COMMAND")
    _mail(nouns)
    _orders(nouns)
    _signin(nouns)
    _evidence(nouns)
    _statements(nouns)
    password(nouns)
    _totp(nouns)
    practice = command(nouns, "practice", "write the practice incident")
    _out(practice)
    command(nouns, "self-check", "open every part of the program once")
    return root


def _mail(nouns: "Commands[PlainParser]") -> None:
    group = verbs(nouns, "mail", "find the mails of a shop, and judge them")
    scan = command(group, "scan", "list the mails that matter", name="mail scan")
    _sources(scan)
    _service(scan)
    scan.add_argument("--since", metavar="DATE", type=day, help="leave out older mails")
    scan.add_argument("--until", metavar="DATE", type=day, help="leave out newer mails")
    told = "tell whether mails are from whom they claim to be from"
    judge = command(group, "judge", told, name="mail judge")
    _sources(judge)
    _dkim_keys(judge)
    _online(judge)
    _trust(judge)
    judge.add_argument(
        "--at", metavar="TIME", type=moment, help="the moment to judge by"
    )


def _orders(nouns: "Commands[PlainParser]") -> None:
    orders = command(nouns, "orders", "read the orders out of their mails")
    _sources(orders)
    _own(orders)


def _signin(nouns: "Commands[PlainParser]") -> None:
    group = verbs(nouns, "signin", "find out why the sign-in fails")
    told = "list what browsers have saved for a service, never a password"
    scan = command(group, "scan", told, name="signin scan")
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
    group = verbs(nouns, "evidence", "keep mails as evidence")
    pack = command(group, "pack", "keep mails byte for byte", name="evidence pack")
    _sources(pack)
    _out(pack)
    _service(pack)
    _dkim_keys(pack)
    _online(pack)
    pack.add_argument(
        "--tsa",
        metavar="URL",
        type=web_address,
        help="send a hash of the bag to a time stamp authority (RFC 3161)",
    )
    verify = command(group, "verify", "prove a bag unchanged", name="evidence verify")
    verify.add_argument("bag", metavar="DIR", type=path)


def _statements(nouns: "Commands[PlainParser]") -> None:
    group = verbs(nouns, "statements", "read statements of cards")
    told = "list every charge of card statements, whatever their layout"
    read = command(group, "read", told, name="statements read")
    read.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        type=path,
        help=_STATEMENT,
    )
    read.add_argument("--issuer", metavar="ID", help="who issued them, as rakuten_card")
    told = "tell which card paid for orders that are not yours"
    which = command(group, "which-card", told, name="statements which-card")
    which.add_argument(
        "--mail",
        metavar="SOURCE",
        nargs="+",
        action="extend",
        required=True,
        type=path,
        help=_MAIL,
    )
    which.add_argument(
        "--statement",
        metavar="FILE",
        nargs="+",
        action="extend",
        required=True,
        type=path,
        help=_STATEMENT,
    )
    _own(which)
    _dkim_keys(which)
    _trust(which)


def _totp(nouns: "Commands[PlainParser]") -> None:
    group = verbs(nouns, "totp", "read accounts of authenticators, make their codes")
    read = command(group, "read", "list the accounts in them", name="totp read")
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
    told = "tell the code of the otpauth address or set-up key on standard input"
    code = command(group, "code", told, name="totp code")
    code.add_argument(
        "--at",
        metavar="TIME",
        type=moment,
        help="for this time, as 2026-11-20T19:42+09:00",
    )


def _sources(command: ArgumentParser) -> None:
    command.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        type=path,
        help=_MAIL,
    )


def _dkim_keys(command: ArgumentParser) -> None:
    command.add_argument(
        "--dkim-keys",
        metavar="FILE",
        type=path,
        help="JSON: the TXT record for each name, as s1._domainkey.example.com",
    )


def _trust(command: ArgumentParser) -> None:
    command.add_argument(
        "--trust",
        metavar="AUTHSERV_ID",
        action="append",
        default=[],
        help="your own mail server, whose topmost results are true",
    )


def _online(command: ArgumentParser) -> None:
    command.add_argument(
        "--online",
        action="store_true",
        help="ask your name server for the keys that known firms sign mails with",
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
