import pytest

from torimodosu.recovery.mail.signatures.tag_list import (
    NoTagListError,
    read_tags,
    without_value,
)


@pytest.mark.parametrize(
    ("raw", "tags"),
    [
        (b"v=1; a=b", {"v": b"1", "a": b"b"}),
        (b" v = 1 ;\r\n\ta= b c ; ", {"v": b"1", "a": b"b c"}),
        (b"p=; b=a=b==", {"p": b"", "b": b"a=b=="}),
        (b"", {}),
    ],
)
def test_tags_are_read(raw: bytes, tags: dict[str, bytes]) -> None:
    assert read_tags(raw) == tags


@pytest.mark.parametrize(
    "raw",
    [b"v", b"v=1;;a=1", b"v=1; v=1", b"=1", b"1a=1", b"a b=1", b"a=1;" * 200],
)
def test_what_is_no_list_of_tags_is_refused(raw: bytes) -> None:
    with pytest.raises(NoTagListError):
        read_tags(raw)


def test_a_list_beyond_all_measure_is_refused() -> None:
    with pytest.raises(NoTagListError):
        read_tags(b"v=" + b"1" * 100_000)


@pytest.mark.parametrize(
    ("raw", "rest"),
    [
        (b" v=1; b=abc; bh=x", b" v=1; b=; bh=x"),
        (b" b = a\r\n bc ; d=x", b" b =; d=x"),
        (b" bh=b=c; b=last", b" bh=b=c; b="),
    ],
)
def test_a_value_is_taken_out_with_the_blanks_around_it(
    raw: bytes, rest: bytes
) -> None:
    assert without_value(raw, "b") == rest
