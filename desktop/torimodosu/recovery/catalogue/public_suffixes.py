"""Where the domains of different owners part (https://publicsuffix.org)."""

from functools import cache

from publicsuffixlist import PublicSuffixList

_ENCODED = "xn--"  # what a label in another script begins with (RFC 5890, 2.3.2.1)


def registrable_domain(host: str) -> str:
    """Return the part of *host* that somebody has registered, or "" without one."""
    return _suffixes(_ENCODED in host.lower()).privatesuffix(host) or ""


@cache
def _suffixes(is_encoded: bool) -> PublicSuffixList:  # noqa: FBT001 -- cached by it
    """Return the list, with the encoded forms of its suffixes if *is_encoded*.

    To encode all of them takes twice as long as reading them, and few hosts need that.
    """
    return PublicSuffixList(accept_encoded_idn=is_encoded)
