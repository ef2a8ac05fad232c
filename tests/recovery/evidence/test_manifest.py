import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.evidence.manifest import (
    BagVersion,
    decode_path,
    encode_path,
    is_unsafe,
    lines_of,
    manifest_named,
    read_fetch,
    read_manifest,
    write_manifest,
)

RFC: BagVersion = (1, 0)
DRAFT: BagVersion = (0, 97)

paths = st.text(st.characters(codec="utf-8"), min_size=1).map("data/{}".format)
checksums = st.text("0123456789abcdef", min_size=1)


@given(st.dictionaries(paths, checksums))
def test_a_written_manifest_reads_as_what_was_written(files: dict[str, str]) -> None:
    lines = list(read_manifest(write_manifest(files.items()), RFC))
    assert [(line.path, line.checksum) for line in lines if line] == sorted(
        files.items()
    )
    assert None not in lines


@given(st.text())
def test_no_text_makes_the_manifest_reader_fail(text: str) -> None:
    assert len(list(read_manifest(text, RFC))) <= len(lines_of(text))
    assert len(list(read_fetch(text, DRAFT))) <= len(lines_of(text))


@given(st.text())
def test_a_decoded_path_is_the_one_that_was_encoded(path: str) -> None:
    assert decode_path(encode_path(path), RFC) == path


@pytest.mark.parametrize(
    ("written", "version", "path"),
    [
        ("data/a%0Ab", RFC, "data/a\nb"),
        ("data/a%0d%0ab", DRAFT, "data/a\r\nb"),
        ("data/100%25", RFC, "data/100%"),
        ("data/100%25", DRAFT, "data/100%25"),
        ("data/%7Etest", RFC, "data/%7Etest"),
        ("data/%7Etest", DRAFT, "data/%7Etest"),
        ("data/%250A", RFC, "data/%0A"),
    ],
)
def test_only_line_ends_and_from_1_0_the_percent_sign_are_encoded(
    written: str, version: BagVersion, path: str
) -> None:
    assert decode_path(written, version) == path


@pytest.mark.parametrize(
    ("line", "path", "has_star", "has_dot"),
    [
        ("AB12 data/a", "data/a", False, False),
        ("ab12\t \tdata/a b ", "data/a b ", False, False),
        ("ab12 *data/a", "data/a", True, False),
        ("ab12  ./data/a", "data/a", False, True),
        ("ab12  data/\u2028x", "data/\u2028x", False, False),
    ],
)
def test_the_forms_of_a_line(
    line: str, path: str, *, has_star: bool, has_dot: bool
) -> None:
    (listed,) = read_manifest(line, RFC)
    assert listed is not None
    assert listed.checksum == "ab12"
    assert (listed.path, listed.has_star, listed.has_dot) == (path, has_star, has_dot)


@pytest.mark.parametrize("line", ["data/a", "xyz data/a", "ab12", "ab12 ", " ab12 x"])
def test_a_malformed_line_is_told(line: str) -> None:
    assert list(read_manifest(f"{line}\r\n\r\n", RFC)) == [None]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_each_line_end_of_the_format_ends_a_line(end: str) -> None:
    lines = list(read_manifest(f"aa data/1{end}bb data/2{end}", RFC))
    assert [line.path for line in lines if line] == ["data/1", "data/2"]


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("https://example.com/a - data/a", "data/a"),
        ("https://example.com/a 12 data/a b", "data/a b"),
        ("https://example.com/a data/a", None),
        ("https://example.com/a -1 data/a", None),
    ],
)
def test_the_forms_of_a_fetch_line(line: str, path: str | None) -> None:
    assert list(read_fetch(line, RFC)) == [path]


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "../x",
        "data/../../x",
        "data/..",
        "data\\..\\..\\x",
        "~/x",
        "~root/x",
        "C:\\x",
        "c:x",
        "\\\\server\\x",
        "\\\\?\\C:\\x",
        "data/\0",
    ],
)
def test_a_path_that_may_lead_out_of_the_bag_is_unsafe(path: str) -> None:
    assert is_unsafe(path)


@pytest.mark.parametrize("path", ["data/a", "data/..a", "data/a~", "data/a:b", "x.txt"])
def test_a_path_inside_the_bag_is_safe(path: str) -> None:
    assert not is_unsafe(path)


@pytest.mark.parametrize(
    ("path", "algorithm", "lists_tags"),
    [
        ("manifest-md5.txt", "md5", False),
        ("tagmanifest-sha512.txt", "sha512", True),
        ("manifest-SHA-1.TXT", "sha1", False),
        ("manifest-sha3256.txt", "sha3_256", False),
        ("manifest-blake2b.txt", "blake2b", False),
        ("manifest-crc32.txt", None, False),
        ("manifest-shake128.txt", None, False),
    ],
)
def test_the_name_of_a_manifest_tells_its_algorithm(
    path: str, algorithm: str | None, *, lists_tags: bool
) -> None:
    manifest = manifest_named(path)
    assert manifest is not None
    assert (manifest.algorithm, manifest.lists_tags) == (algorithm, lists_tags)


@pytest.mark.parametrize(
    "path", ["data/manifest-md5.txt", "manifest-.txt", "manifest-md5.txt.bak", "x"]
)
def test_another_name_is_no_manifest(path: str) -> None:
    assert manifest_named(path) is None
