from pathlib import Path

import pytest

from tests.recovery.keepass.keepassxc import PASSWORD, told
from torimodosu.recovery.keepass.entry import Entry
from torimodosu.recovery.keepass.reading import read_entries
from torimodosu.recovery.keepass.references import resolved

ID, OTHER = "00112233445566778899aabbccddeeff", "f" * 32


def first(**fields: str) -> Entry:
    return Entry(id=ID, fields={"Title": "Shop", "UserName": "taro", **fields})


def password_of(reference: str, *others: Entry) -> str:
    entry = Entry(id=OTHER, fields={"Password": reference})
    return resolved([entry, *others])[0].password


@pytest.mark.parametrize(
    ("reference", "value"),
    [
        (f"{{REF:P@I:{ID.upper()}}}", "made up"),
        (f"{{ref:p@i:{ID}}}", "made up"),
        (f"{{REF:U@I:{ID}}}", "taro"),
        (f"{{REF:T@I:{ID}}}", "Shop"),
    ],
)
def test_a_field_has_the_value_that_it_refers_to(reference: str, value: str) -> None:
    assert password_of(reference, first(Password="made up")) == value  # noqa: S106


@pytest.mark.parametrize(
    "text",
    [
        "{REF:P@I:" + "e" * 32 + "}",  # there is none
        f"{{REF:N@I:{ID}}}",  # it has none
        f"{{REF:P@T:{ID}}}",  # by its title
        f"x{{REF:P@I:{ID}}}",
        f"{{REF:P@I:{OTHER}}}",  # itself
    ],
)
def test_what_refers_to_nothing_stays_as_it_is(text: str) -> None:
    assert password_of(text, first(Password="made up")) == text  # noqa: S106


def test_a_reference_may_lead_to_another() -> None:
    third = Entry(id="a" * 32, fields={"Password": "made up"})
    second = first(Password=f"{{REF:P@I:{'a' * 32}}}")
    assert password_of(f"{{REF:P@I:{ID}}}", second, third) == "made up"


def test_a_circle_ends() -> None:
    back = first(Password=f"{{REF:P@I:{OTHER}}}")
    assert password_of(f"{{REF:P@I:{ID}}}", back) == f"{{REF:P@I:{ID}}}"


def test_keepassxc_refers_in_the_same_way(tmp_path: Path) -> None:
    document = (
        "<KeePassFile><Meta/><Root><Group><UUID>AAAAAAAAAAAAAAAAAAAAAQ==</UUID>"
        "<Name>x</Name>{}</Group></Root></KeePassFile>"
    )
    entry = (
        "<Entry><UUID>{}</UUID><String><Key>Title</Key><Value>{}</Value></String>"
        "<String><Key>Password</Key><Value>{}</Value></String></Entry>"
    )
    own = entry.format("AAAAAAAAAAAAAAAAAAAAAg==", "own", "made up")
    reference = "{REF:P@I:00000000000000000000000000000002}"
    clone = entry.format("AAAAAAAAAAAAAAAAAAAAAw==", "clone", reference)
    (tmp_path / "x.xml").write_text(document.format(own + clone))
    file = tmp_path / "x.kdbx"
    told("import", "-p", tmp_path / "x.xml", file, typed=f"{PASSWORD}\n{PASSWORD}")
    shown = told("show", "-s", "-a", "Password", file, "clone").strip()
    assert [e.password for e in read_entries(file.read_bytes(), PASSWORD)] == [
        shown
    ] * 2
