"""What a mail server says that it found out: Authentication-Results (RFC 8601)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_BLANKS = re.compile(r"\s++")
_PAIR = re.compile(r'([A-Za-z][A-Za-z0-9_.-]*+)\s*+=\s*+("[^"]*+"|[^\s;"]++)')
_METHOD = re.compile(
    r"([A-Za-z][A-Za-z0-9-]*+)(?:\s*+/\s*+[0-9]++)?\s*+=\s*+([A-Za-z]++)"
)
_LONGEST = 20_000
_MOST_RESULTS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodResult:
    """The result of one method.

    Attributes:
        method: Such as "dkim", "spf" or "dmarc", in lower case.
        result: Such as "pass", in lower case.
        properties: What it is about, such as {"header.from": "example.com"}.

    """

    method: str
    result: str
    properties: Mapping[str, str]

    @property
    def signer(self) -> str:
        """Return the domain of the signature that a result of DKIM is about, or ""."""
        domain = self.properties.get("header.d", "")
        return domain or self.properties.get("header.i", "").rpartition("@")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerResults:
    """What one field says; `server` is who says so, in lower case, or ""."""

    server: str
    results: Sequence[MethodResult]

    def of(self, method: str) -> Sequence[MethodResult]:
        """Return the results of one method."""
        return [one for one in self.results if one.method == method]


def read_results(value: bytes) -> ServerResults:
    """Return what the value of a field says; what is not understood is left out.

    Microsoft leaves out who says so, and puts it into no place that is agreed upon.
    """
    parts = _parts(value[:_LONGEST].decode("utf-8", "replace"))
    first, *rest = parts[: _MOST_RESULTS + 1]
    named = _BLANKS.split(first.strip(' "'), maxsplit=1)[0]
    has_server = bool(named) and "=" not in first
    told = rest if has_server else [first, *rest]
    results = [one for one in map(_result, told) if one is not None]
    server = named.lower() if has_server else ""
    return ServerResults(server=server, results=tuple(results))


def _result(part: str) -> MethodResult | None:
    method = _METHOD.match(part.strip())
    if method is None:
        return None
    pairs = _PAIR.findall(part.strip()[method.end() :])
    return MethodResult(
        method=method[1].lower(),
        result=method[2].lower(),
        properties={name.lower(): found.strip('"').lower() for name, found in pairs},
    )


def _parts(text: str) -> list[str]:
    """Return what stands between semicolons, without what stands in brackets.

    Inside quotes neither means anything; brackets stand in brackets, however deep. What
    a backslash stands before ends neither (RFC 5322, 3.2.1): a sender may have put it
    there, in an address that the server repeats.
    """
    parts: list[list[str]] = [[]]
    depth, is_quoted, is_escaped = 0, False, False
    for sign in text:
        if is_escaped:
            is_escaped = False
            continue
        if sign == "\\" and (depth or is_quoted):
            is_escaped = True
            continue
        if sign == '"' and not depth:
            is_quoted = not is_quoted
        if is_quoted:
            parts[-1].append(sign)
        elif sign == "(":
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
            parts[-1].append(" ")
        elif sign == ";" and not depth:
            parts.append([])
        elif not depth:
            parts[-1].append(sign)
    return ["".join(part) for part in parts]
