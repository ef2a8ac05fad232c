from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.kept_mails import kept, raw_mail
from torimodosu.recovery.evidence.index import row_of, stray_row
from torimodosu.recovery.evidence.index_page import KINDS, index_page
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.kind import MailKind

RAW = raw_mail(1)
LOADING = {"script", "img", "link", "iframe", "object", "embed", "video", "audio"}


class Elements(HTMLParser):
    """The elements of a page, their attributes, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words += data


def with_words(subject: str, name: str, source: str) -> KeptMail:
    return replace(kept(RAW, source=source), subject=subject, sender_name=name)


def page(*mails: KeptMail) -> Elements:
    rows = [row_of(mail, lambda moment: moment) for mail in mails]
    return Elements(index_page(rows).decode())


def test_the_page_shows_each_mail_and_leads_to_it() -> None:
    shown = page(kept(RAW), replace(kept(RAW), subject="二通目"))
    assert shown.names.count("tr") == 3
    assert "二通目" in shown.words
    assert ("href", f"mails/{kept(RAW).sha256}.eml") in shown.attributes


def test_a_mail_from_two_places_counts_once() -> None:
    shown = page(kept(RAW), kept(RAW, source="/copy"))
    assert shown.names.count("tr") == 3
    assert "Evidence mails (1)" in shown.words


def test_headings_and_kinds_are_in_both_languages() -> None:
    words = page(kept(RAW)).words
    for word in (
        "差出人",
        "From",
        "件名",
        "Subject",
        "注文の確認",
        "Order confirmation",
    ):
        assert word in words


def test_every_kind_of_mail_has_its_names() -> None:
    assert set(KINDS) == set(MailKind)
    assert all(ja and en for ja, en in KINDS.values())


def test_a_mail_that_is_damaged_has_its_hash_only() -> None:
    row = stray_row("ab" * 32, 5, None, lambda moment: moment)
    shown = Elements(index_page([row]).decode())
    assert "ab" * 32 in shown.words
    assert shown.names.count("td") == 8


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", '"><img src=http://x/>', "</td><td>", "&lt;"],
)
def test_the_words_of_a_mail_are_shown_as_they_are(hostile: str) -> None:
    shown = page(
        replace(kept(RAW, source=hostile), subject=hostile, sender_name=hostile)
    )
    assert shown.names.count("td") == 8
    assert shown.words.count(hostile) == 3


@given(st.text(), st.text(), st.text())
def test_nothing_in_a_mail_adds_to_the_page(
    subject: str, name: str, source: str
) -> None:
    plain = page(with_words("x", "x", "x"))
    shown = page(with_words(f"x{subject}", f"x{name}", f"x{source}"))
    assert shown.names == plain.names
    assert shown.attributes == plain.attributes


def test_the_page_loads_nothing() -> None:
    shown = page(kept(RAW))
    assert not LOADING & set(shown.names)
    assert ("http-equiv", "Content-Security-Policy") in shown.attributes
    targets = [value for name, value in shown.attributes if name in ("href", "src")]
    assert all((target or "").startswith("mails/") for target in targets)
