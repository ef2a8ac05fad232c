import pytest

from torimodosu.recovery.mail.judging.trace import read_trace


@pytest.mark.parametrize(
    ("field", "hop"),
    [
        (
            b"from mail.a.example (mx1.a.example [203.0.113.5])\r\n\tby mx.b.example",
            ("mail.a.example", "mx1.a.example", "203.0.113.5", False, "mx.b.example"),
        ),
        (
            b"from shop.example (unknown [8.8.4.4]) by mx.b.example",
            ("shop.example", "", "8.8.4.4", True, "mx.b.example"),
        ),
        (
            b"from [8.8.4.4] (helo=shop.example) by mx.b.example with esmtp (Exim 4)",
            ("shop.example", "", "8.8.4.4", False, "mx.b.example"),
        ),
        (
            b"from mx1.a.example ([8.8.4.4] helo=shop.example) by mx.b.example",
            ("shop.example", "mx1.a.example", "8.8.4.4", False, "mx.b.example"),
        ),
        (
            b"from a.example (a.example. [IPv6:2001:4860:4860::8888]) by mx.google.com",
            ("a.example", "a.example", "2001:4860:4860::8888", False, "mx.google.com"),
        ),
        (b"from localhost by b.example", ("localhost", "", "", False, "b.example")),
    ],
)
def test_the_forms_of_servers_are_read(
    field: bytes, hop: tuple[str, str, str, bool, str]
) -> None:
    (read,) = read_trace([field])
    assert (read.greeting, read.name, read.address, read.is_nameless, read.by) == hop


def test_a_private_address_is_not_public() -> None:
    (inside, outside) = read_trace(
        [
            b"from a.example (unknown [10.0.0.1]) by b.example",
            b"from a.example (unknown [8.8.4.4]) by b.example",
        ]
    )
    assert (inside.is_public, outside.is_public) == (False, True)


def test_what_is_no_hop_is_left_out() -> None:
    assert read_trace([b"by b.example with HTTP", b"", b"(qmail 1 invoked)"]) == []
