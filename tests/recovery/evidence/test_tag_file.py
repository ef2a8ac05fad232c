import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.evidence.manifest import BagVersion
from torimodosu.recovery.evidence.tag_file import (
    Declaration,
    Element,
    Oxum,
    read_declaration,
    read_elements,
    read_oxum,
    values_of,
    write_elements,
)

RFC: BagVersion = (1, 0)
DRAFT: BagVersion = (0, 97)
SECOND = b"Tag-File-Character-Encoding: UTF-8\n"


@pytest.mark.parametrize(
    ("data", "version"),
    [
        (b"BagIt-Version: 1.0\n" + SECOND, RFC),
        (b"BagIt-Version: 1.0\r\n" + SECOND.strip(), RFC),
        (b"BagIt-Version: 0.97\r" + SECOND, DRAFT),
        (b"BagIt-Version :\t0.93 \n" + SECOND + b"\n", (0, 93)),
    ],
)
def test_a_declaration_tells_the_version(data: bytes, version: BagVersion) -> None:
    assert read_declaration(data) == Declaration(version=version, encoding="utf-8")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"BagIt-Version: 1.0\n",
        SECOND + b"BagIt-Version: 1.0\n",
        b"BagIt-Version: 1.0\n" + SECOND + b"Third: line\n",
        b"BagIt-Version : 1.0\n" + SECOND,
        b"BagIt-Version: 1.0 \n" + SECOND,
        b"BagIt-Version: .97\n" + SECOND,
        b"BagIt-Version: one\n" + SECOND,
        b"\xef\xbb\xbfBagIt-Version: 1.0\n" + SECOND,
        b"\xff\xfeB\x00",
    ],
)
def test_a_malformed_declaration_is_none(data: bytes) -> None:
    assert read_declaration(data) is None


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("ISO-8859-1", "iso8859-1"),
        ("utf-16", "utf-16"),
        ("Shift_JIS", "shift_jis"),
        ("windows-1252", "cp1252"),
        ("no-such-thing", None),
        ("punycode", None),
        ("unicode_escape", None),
        ("rot13", None),
        ("hex", None),
        ("x\0y", None),
    ],
)
def test_only_character_sets_are_encodings(name: str, encoding: str | None) -> None:
    data = f"BagIt-Version: 0.97\nTag-File-Character-Encoding: {name}\n".encode()
    assert read_declaration(data) == Declaration(version=DRAFT, encoding=encoding)


@given(st.binary())
def test_no_bytes_make_the_declaration_reader_fail(data: bytes) -> None:
    assert read_declaration(data) is None


def test_elements_keep_their_order_and_repetitions() -> None:
    text = (
        "Bagging-Date: 2016-02-26\ncontact-name: A\nContact-Name: B\r\n  and C\rX: \n"
    )
    elements, is_well_formed = read_elements(text, RFC)
    assert is_well_formed
    assert values_of(elements, "CONTACT-NAME") == ["A", "B and C"]
    assert [element.label for element in elements][-1] == "X"


def test_drafts_allow_white_space_around_the_colon() -> None:
    assert read_elements("Test : \t1\n", DRAFT) == (
        [Element(label="Test", value="1")],
        True,
    )
    assert not read_elements("Test : 1\n", RFC)[1]


@pytest.mark.parametrize("text", ["no colon\n", ": no label\n"])
def test_a_malformed_element_is_told(text: str) -> None:
    assert read_elements(text, RFC) == ([], False)


words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
labels = words.map(lambda word: word.replace(":", "-"))


@given(st.lists(st.builds(Element, label=labels, value=words)))
def test_written_elements_read_as_what_was_written(elements: list[Element]) -> None:
    assert read_elements(write_elements(elements), RFC) == (elements, True)


@given(st.text(), st.sampled_from([RFC, DRAFT]))
def test_no_text_makes_the_element_reader_fail(text: str, version: BagVersion) -> None:
    elements, is_well_formed = read_elements(text, version)
    assert elements or not text.strip() or not is_well_formed


@pytest.mark.parametrize(
    ("value", "oxum"),
    [
        ("12.3", Oxum(size=12, files=3)),
        ("0.0", Oxum(size=0, files=0)),
        ("12", None),
        ("12.3 ", None),
        ("-1.3", None),
        ("1.2.3", None),
        ("9" * 30 + ".1", None),
    ],
)
def test_the_forms_of_a_payload_sum(value: str, oxum: Oxum | None) -> None:
    assert read_oxum(value) == oxum
