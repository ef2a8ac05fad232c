"""A made-up statement and what it says."""

from dataclasses import dataclass

Told = tuple[str | None, str, str | None, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A file and what it says: day, shop, amount and kind of each charge, and more."""

    raw: bytes
    layout: str
    charges: tuple[Told, ...]
    encoding: str = "cp932"
    name: str = "meisai.csv"
    card: str = ""
    holder: str = ""
    bill_date: str | None = None
    bill_month: str | None = None
    total: str | None = None
    sum: str
