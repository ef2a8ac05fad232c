import pytest

from torimodosu.recovery.mail.judging.server_results import read_results


def test_the_example_of_the_standard_is_read() -> None:
    # In the form of RFC 8601, appendix B.5.
    field = (
        b" example.com;\r\n\tauth=pass (cram-md5) smtp.auth=sender@example.net;"
        b'\r\n\tspf=pass smtp.mailfrom=example.net; dkim=pass reason="good; (sig)"'
        b" header.i=@example.com"
    )
    read = read_results(field)
    assert read.server == "example.com"
    found = [(one.method, one.result) for one in read.results]
    assert found == [("auth", "pass"), ("spf", "pass"), ("dkim", "pass")]
    assert read.of("dkim")[0].properties["header.i"] == "@example.com"
    assert read.of("spf")[0].properties == {"smtp.mailfrom": "example.net"}


MICROSOFT = (
    b"spf=fail (sender IP is 1.2.3.4) smtp.mailfrom=x.example;dkim=none"
    b" (message not signed) header.d=none;dmarc=fail action=quarantine"
    b" header.from=x.example;compauth=fail reason=000"
)
OF_MICROSOFT = [("spf", "fail"), ("dkim", "none"), ("dmarc", "fail")]


@pytest.mark.parametrize(
    ("field", "server", "results"),
    [
        (b"mx.example 1; spf=pass", "mx.example", [("spf", "pass")]),
        (b"mx.example; none", "mx.example", []),
        (MICROSOFT, "", [*OF_MICROSOFT, ("compauth", "fail")]),
        (b"mx.example; dkim/1=pass header.d=a", "mx.example", [("dkim", "pass")]),
        (b"mx.example (a (b) c; spf=pass); dmarc=x", "mx.example", [("dmarc", "x")]),
        (b"", "", []),
        (b"((((", "", []),
        (b'"', "", []),
    ],
)
def test_the_forms_of_servers_are_read(
    field: bytes, server: str, results: list[tuple[str, str]]
) -> None:
    read = read_results(field)
    assert read.server == server
    assert [(one.method, one.result) for one in read.results] == results
