"""The parts of a mail (RFC 2046), found without copying what is not read.

Own code and not `email.parser`: that one recurses for each level of nesting, is slow on
large attachments, and alters what it cannot make sense of.
"""

import re
from dataclasses import dataclass, field

from torimodosu.recovery.mail.headers import Headers, split_header
from torimodosu.recovery.mail.parameters import Structured, parse_structured
from torimodosu.recovery.mail.problem import Problem
from torimodosu.recovery.mail.transfer import decode_transfer
from torimodosu.recovery.mail.words import header_text

_BOUNDARY_IN_BODY = re.compile(
    rb"(?:\A|[\r\n])--([^\r\n]{1,200}+)(?:\r{0,2}\n|\r)Content-", re.IGNORECASE
)
_DELIMITER_END = re.compile(rb"(--)?[ \t]*(?:\r{0,2}\n|\r|\Z)")
_LINE_ENDS = (b"\r", b"\n")
UNDECLARED_TEXT = "text/"
"""The media type of a part that does not say what it is."""
_MESSAGES = {"message/rfc822", "message/global", "message/news"}
# How some mailers declare a mail that is attached as a file.
_UNDECLARED_FILES = {"application/octet-stream", "application/eml", "application/x-eml"}

# Far more than people send; a mail made to choke readers has millions.
_MOST_PARTS = 1_000
_DEEPEST = 20
# Places that hold a boundary but are no delimiter are few, too.
_MOST_NEEDLES = 20_000
# So far into a body a delimiter is looked for that the header does not name.
_BEGINNING = 1 << 16
# A mail inside a mail may be encoded as a whole; then it has to be decoded to look in.
_LARGEST_DECODED = 32 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part without parts of its own.

    Attributes:
        content_type: The media type with its parameters.
        name: The file name, decoded; "" where there is none.
        is_attachment: Whether the sender marked it as a file to be saved.
        encoding: Value of its Content-Transfer-Encoding.
        alternative: Number of the multipart/alternative around it, 0 for none.
        enclosed: For a mail inside the mail, its header; its parts follow.
        data: The bytes that `start` and `end` count in.

    """

    content_type: Structured
    name: str
    is_attachment: bool
    encoding: str
    alternative: int
    enclosed: Headers | None
    data: bytes = field(repr=False)
    start: int
    end: int

    def content(self, most: int) -> tuple[bytes, tuple[Problem, ...]]:
        """Return the decoded content, of which at most *most* encoded bytes count."""
        cut = self.end - self.start > most
        raw = self.data[self.start : min(self.end, self.start + most)]
        decoded, problems = decode_transfer(raw, self.encoding)
        return decoded, (*problems, Problem.TEXT_CUT) if cut else problems


def _delimiters(
    data: bytes, boundary: bytes, start: int, end: int
) -> list[tuple[int, int, bool]]:
    """Return start, end and whether it closes, of each delimiter line."""
    needle = b"--" + boundary
    found: list[tuple[int, int, bool]] = []
    position = data.find(needle, start, end)
    for _ in range(_MOST_NEEDLES):
        if position < 0 or len(found) > _MOST_PARTS:
            break
        after = position + len(needle)
        if position == start or data[position - 1 : position] in _LINE_ENDS:
            line = _DELIMITER_END.match(data, after, end)
            if line:
                found.append((position, line.end(), line[1] is not None))
                if line[1]:
                    break
                after = line.end()
        position = data.find(needle, after, end)
    return found


def _without_line_end(data: bytes, start: int, end: int) -> int:
    """Return *end* without the line end before it, which belongs to the delimiter."""
    for line_end in (b"\r\r\n", b"\r\n", b"\n", b"\r"):
        if data.endswith(line_end, start, end):
            return end - len(line_end)
    return end


class _Walk:
    """Collects the parts of one mail."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.problems: list[Problem] = []
        self._alternatives = 0

    def entity(  # noqa: PLR0913 -- what a part inherits
        self,
        headers: Headers,
        data: bytes,
        start: int,
        end: int,
        *,
        default: str = UNDECLARED_TEXT,
        depth: int = 0,
        alternative: int = 0,
    ) -> None:
        """Take in a mail or part whose body reaches from *start* to *end*."""
        if len(self.parts) >= _MOST_PARTS:
            self.problems.append(Problem.TOO_MANY_PARTS)
            return
        if depth > _DEEPEST:
            self.problems.append(Problem.TOO_DEEP)
            return
        content_type = parse_structured(headers.first("content-type"))
        media = content_type.value
        if "/" not in media:
            media = "text/html" if media == "html" else default
        content_type = Structured(value=media, parameters=content_type.parameters)
        part = _part(headers, content_type, data, (start, end), alternative)
        if media.startswith("multipart/"):
            self._multipart(part, depth)
        elif media in _MESSAGES or _is_saved_mail(part):
            self._message(part, depth)
        else:
            self.parts.append(part)

    def _opened(self, part: Part) -> tuple[bytes, int, int]:
        """Return where the body of *part* lies once its encoding is undone."""
        if part.encoding.strip().lower()[:4] not in {"base", "quot"}:
            return part.data, part.start, part.end
        decoded, problems = part.content(_LARGEST_DECODED)
        self.problems.extend(problems)
        return decoded, 0, len(decoded)

    def _message(self, part: Part, depth: int) -> None:
        """Take in a mail that is a part of this one: itself, then its parts."""
        data, start, end = self._opened(part)
        split = split_header(data, start, end)
        self.problems.extend(split.problems)
        self.parts.append(
            Part(
                content_type=part.content_type,
                name=part.name,
                is_attachment=True,
                encoding="",
                alternative=0,
                enclosed=split.headers,
                data=data,
                start=start,
                end=end,
            )
        )
        self.entity(split.headers, data, split.body, end, depth=depth + 1)

    def _multipart(self, part: Part, depth: int) -> None:
        data, start, end = self._opened(part)
        delimiters = self._find_delimiters(part, data, start, end)
        if not delimiters:
            self.problems.append(Problem.BOUNDARY_MISSING)
            plain = Structured(value="text/plain")
            self.parts.append(_part(Headers(), plain, data, (start, end), 0))
            return
        alternative = part.alternative
        if part.content_type.value == "multipart/alternative":
            self._alternatives += 1
            alternative = self._alternatives
        digest = part.content_type.value == "multipart/digest"
        ends = [_without_line_end(data, start, begin) for begin, _, _ in delimiters[1:]]
        for (_, begin, closes), stop in zip(delimiters, [*ends, end], strict=True):
            if closes:
                break
            split = split_header(data, begin, max(begin, stop))
            self.problems.extend(split.problems)
            self.entity(
                split.headers,
                data,
                split.body,
                max(split.body, stop),
                default="message/rfc822" if digest else UNDECLARED_TEXT,
                depth=depth + 1,
                alternative=alternative,
            )

    def _find_delimiters(
        self, part: Part, data: bytes, start: int, end: int
    ) -> list[tuple[int, int, bool]]:
        """Return the delimiter lines; by their looks if the header names wrong ones."""
        declared = part.content_type.parameters.get("boundary", "").encode()
        found = _delimiters(data, declared, start, end) if declared else []
        if not found:
            nearby = min(end, start + _BEGINNING)
            looks = _BOUNDARY_IN_BODY.search(data, max(start - 1, 0), nearby)
            if looks:
                self.problems.append(Problem.BOUNDARY_MISSING)
                found = _delimiters(data, looks[1].rstrip(), start, end)
        return found


def _is_saved_mail(part: Part) -> bool:
    """Tell whether *part* is a file that a mailer has saved a mail in."""
    is_file = part.content_type.value in _UNDECLARED_FILES
    return is_file and part.name.lower().endswith(".eml")


def _part(
    headers: Headers,
    content_type: Structured,
    data: bytes,
    span: tuple[int, int],
    alternative: int,
) -> Part:
    charset = content_type.parameters.get("charset", "")
    disposition = parse_structured(headers.first("content-disposition"), charset)
    name = disposition.parameters.get("filename", "")
    return Part(
        content_type=content_type,
        name=name or content_type.parameters.get("name", ""),
        is_attachment=disposition.value == "attachment",
        encoding=header_text(headers.first("content-transfer-encoding")),
        alternative=alternative,
        enclosed=None,
        data=data,
        start=span[0],
        end=span[1],
    )


def walk_parts(
    headers: Headers, data: bytes, body: int
) -> tuple[tuple[Part, ...], tuple[Problem, ...]]:
    """Return the parts of a mail with those header fields whose body is at *body*."""
    walk = _Walk()
    walk.entity(headers, data, body, len(data))
    return tuple(walk.parts), tuple(walk.problems)
