from importlib.util import find_spec

from torimodosu.components import components


def test_the_program_comes_first_and_every_part_has_its_licence() -> None:
    parts = components()
    assert parts[0].name == "torimodosu"
    assert "MIT License" in parts[0].terms()
    names = {part.name.lower().replace("_", "-") for part in parts}
    assert {"pyside6-essentials", "shiboken6", "keyring", "python"} <= names
    # One or two leave the name of the licence to its text.
    assert [p.name for p in parts if not p.licence and not p.terms()] == []
    assert [part.name for part in parts if part.name.startswith("pytest")] == []


def test_an_optional_part_that_is_there_is_among_them() -> None:
    names = {part.name for part in components()}
    there = find_spec("ahocorasick_rs") is not None
    assert ("ahocorasick_rs" in names) == there


def test_the_terms_of_qt_are_there_to_be_read() -> None:
    (qt,) = (part for part in components() if part.name == "shiboken6")
    assert "LGPL-3.0" in qt.licence
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.terms()
    assert "GNU GENERAL PUBLIC LICENSE" in qt.terms()


def test_whom_to_thank_for_the_words_is_there_to_be_read() -> None:
    words = components()[-1]
    assert "JMdict" in words.terms()
    assert "Mozc" in words.terms()
