"""The commands by their names; each is loaded when it is asked for."""

from argparse import Namespace
from collections.abc import Callable

from torimodosu.cli.output import Output
from torimodosu.cli.tools import Tools

Command = Callable[[Namespace, Tools, Output], int]


def command_named(name: str) -> Command:
    """Return the command that the parser calls *name*.

    Raises:
        KeyError: If there is none.

    """
    return COMMANDS[name]()


def _mail_scan() -> Command:
    from torimodosu.cli.mail import scan

    return scan


def _mail_judge() -> Command:
    from torimodosu.cli.mail_judge import mail_judge

    return mail_judge


def _orders() -> Command:
    from torimodosu.cli.orders import orders

    return orders


def _signin_scan() -> Command:
    from torimodosu.cli.signin import signin_scan

    return signin_scan


def _evidence_pack() -> Command:
    from torimodosu.cli.evidence import pack

    return pack


def _evidence_verify() -> Command:
    from torimodosu.cli.evidence import verify

    return verify


def _statements_read() -> Command:
    from torimodosu.cli.statements import statements_read

    return statements_read


def _which_card() -> Command:
    from torimodosu.cli.which_card import statements_which_card

    return statements_which_card


def _password_audit() -> Command:
    from torimodosu.cli.password_audit import password_audit

    return password_audit


def _password_check() -> Command:
    from torimodosu.cli.password_check import password_check

    return password_check


def _password_new() -> Command:
    from torimodosu.cli.password_new import password_new

    return password_new


def _totp_read() -> Command:
    from torimodosu.cli.totp import totp_read

    return totp_read


def _totp_code() -> Command:
    from torimodosu.cli.totp import totp_code

    return totp_code


def _practice() -> Command:
    from torimodosu.cli.program import practice

    return practice


def _self_check() -> Command:
    from torimodosu.cli.program import self_check

    return self_check


COMMANDS: dict[str, Callable[[], Command]] = {
    "mail scan": _mail_scan,
    "mail judge": _mail_judge,
    "orders": _orders,
    "signin scan": _signin_scan,
    "evidence pack": _evidence_pack,
    "evidence verify": _evidence_verify,
    "statements read": _statements_read,
    "statements which-card": _which_card,
    "password audit": _password_audit,
    "password check": _password_check,
    "password new": _password_new,
    "totp read": _totp_read,
    "totp code": _totp_code,
    "practice": _practice,
    "self-check": _self_check,
}
