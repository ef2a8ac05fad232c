"""Throw mutated mails at the readers: `python -m tests.fuzz.mails --count 100000`.

Prints each exception that got out with the number that makes its mail again, and the
slowest mails. Exit status 1 if any got out.
"""

import argparse
import json
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from tests.fuzz.mutation import mutate
from tests.fuzz.seeds import seeds
from torimodosu.adapters.packs import load_catalogue
from torimodosu.plain import to_plain
from torimodosu.recovery.mail.account_mail import read_account_mail
from torimodosu.recovery.mail.classify import classify
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Address
from torimodosu.recovery.mail.reader import read_message
from torimodosu.recovery.mail.search import Quoting
from torimodosu.recovery.orders.damage import assess_damage
from torimodosu.recovery.orders.joining import join_orders, order_key
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.orders.reading import read_order_mail
from torimodosu.recovery.statements.notices.joining import join_notices
from torimodosu.recovery.statements.notices.reading import read_card_notices

PACKS = Path(__file__).parents[2] / "resources" / "catalogue"
SLOWEST = 5

Read = Callable[[bytes], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one mutant: seconds taken, and the exception that got out if any."""

    number: int
    size: int
    seconds: float
    error: str


def reader() -> Read:
    """Return what reads a mail the way the program does."""
    catalogue = load_catalogue(PACKS)
    issuers = [one for one in catalogue.issuers.values() if one.notice_layouts]

    def read(raw: bytes) -> object:
        message = read_message(raw, Quoting.MBOXRD)
        # What cannot be stored or shown is as bad as an exception.
        for text in (message.subject, message.text, message.html_text):
            text.encode()
        found = classify(message, catalogue)
        # Every mail is taken for one of an order, whatever it claims to be.
        service = found.service or "amazon.co.jp"
        is_other = found.kind is MailKind.OTHER
        kind = MailKind.ORDER_CONFIRMATION if is_other else found.kind
        mails = read_order_mail(message, mail="0" * 64, service=service, kind=kind)
        orders = join_orders(mails)
        strangers = {order_key(order): Ownership.NOT_MINE for order in orders}
        if not assess_damage(orders, strangers).adds_up:
            raise AssertionError(orders)
        # And for one about the account, sent by the shop.
        event_kind = MailKind.ACCOUNT_CHANGED if is_other else found.kind
        from_shop = replace(message, sender=Address(name="", address=""))
        events = read_account_mail(
            from_shop,
            mail="0" * 64,
            kind=event_kind,
            service=catalogue.services[service],
        )
        json.dumps(to_plain(events))
        # And for a usage notice, of another issuer for each length.
        issuer = issuers[len(raw) % len(issuers)]
        notices = read_card_notices(
            from_shop, mail="0" * 64, issuer=issuer, kind=MailKind.CARD_USAGE
        )
        json.dumps(to_plain(join_notices(notices)))
        return found

    return read


def mutant(number: int, mails: Sequence[bytes]) -> bytes:
    """Return the mutant of that number; the same one each time."""
    return mutate(mails, Random(number))  # noqa: S311 -- no secret


def outcomes(numbers: range, mails: Sequence[bytes], read: Read) -> Iterator[Outcome]:
    """Read the mutants of *numbers* and yield what came of each."""
    for number in numbers:
        raw = mutant(number, mails)
        error = ""
        start = time.perf_counter()
        try:
            read(raw)
        except Exception:  # noqa: BLE001 -- whatever gets out is what we look for
            error = traceback.format_exc()
        seconds = time.perf_counter() - start
        yield Outcome(number=number, size=len(raw), seconds=seconds, error=error)


def main(arguments: Sequence[str]) -> int:
    """Run as a program; see above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000, help="mutants to read")
    parser.add_argument("--first", type=int, default=0, help="number of the first one")
    chosen = parser.parse_args(arguments)
    numbers = range(chosen.first, chosen.first + chosen.count)
    slowest: list[Outcome] = []
    failed = 0
    for outcome in outcomes(numbers, seeds(), reader()):
        if outcome.error:
            failed += 1
            sys.stdout.write(f"mutant {outcome.number}:\n{outcome.error}\n")
        slowest = sorted([*slowest, outcome], key=lambda o: -o.seconds)[:SLOWEST]
    for outcome in slowest:
        milliseconds = outcome.seconds * 1_000
        sys.stdout.write(
            f"mutant {outcome.number}: {outcome.size} bytes, {milliseconds:.0f} ms\n"
        )
    sys.stdout.write(f"{chosen.count} mutants, {failed} exceptions\n")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
