"""Where the domains of different owners part."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publicsuffixlist import PSLFILE, PublicSuffixList

from torimodosu.recovery.catalogue.public_suffixes import registrable_domain


@cache
def whole_list() -> PublicSuffixList:
    return PublicSuffixList()


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.example.co.jp", "example.co.jp"),
        ("WWW.Example.Co.Jp", "example.co.jp"),
        ("a.city.kobe.jp", "city.kobe.jp"),
        ("a.b.example.kobe.jp", "b.example.kobe.jp"),
        ("www.example.unheard", "example.unheard"),
        ("www.食狮.公司.cn", "食狮.公司.cn"),
        ("www.xn--85x722f.xn--55qx5d.cn", "xn--85x722f.xn--55qx5d.cn"),
        ("www.XN--85X722F.XN--55QX5D.cn", "xn--85x722f.xn--55qx5d.cn"),
        ("co.jp", ""),
        ("xn--55qx5d.cn", ""),
        ("jp", ""),
        ("", ""),
        ("a..jp", ""),
    ],
)
def test_a_domain_is_what_somebody_has_registered(host: str, domain: str) -> None:
    assert registrable_domain(host) == domain


def test_every_suffix_of_the_list_parts_domains_as_the_whole_list_has_it() -> None:
    with open(PSLFILE, encoding="utf-8") as file:  # noqa: PTH123 -- a str of theirs
        suffixes = [
            line.split()[0] for line in file if line.strip()[:2] not in {"", "//"}
        ]
    assert suffixes
    for suffix in suffixes:
        host = f"b.a.{suffix.lstrip('!').removeprefix('*.')}"
        for form in (host, host.encode("idna").decode("ascii")):
            expected = whole_list().privatesuffix(form) or ""
            assert registrable_domain(form) == expected


LABELS = st.sampled_from(
    ["a", "A", "www", "", "co", "jp", "kobe", "city", "公司", "xn--55qx5d", "cn", "ck"]
)


@given(st.lists(LABELS).map(".".join) | st.text())
def test_any_host_is_parted_as_the_whole_list_has_it(host: str) -> None:
    assert registrable_domain(host) == (whole_list().privatesuffix(host) or "")
