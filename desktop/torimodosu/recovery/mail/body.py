"""From the parts of a mail to its text, its links and the names of its files."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from torimodosu.recovery.mail.charsets import decode
from torimodosu.recovery.mail.flowed import unflow
from torimodosu.recovery.mail.headers import Headers
from torimodosu.recovery.mail.html_text import html_to_text
from torimodosu.recovery.mail.message import Link
from torimodosu.recovery.mail.parts import UNDECLARED_TEXT, Part
from torimodosu.recovery.mail.problem import Problem
from torimodosu.recovery.mail.tnef import read_tnef
from torimodosu.recovery.mail.words import header_text

_HTML_DOCUMENT = re.compile(r"\s*+(?:<!doctype\s++html|<html)\b", re.IGNORECASE)
_HTML_FRAGMENT = re.compile(
    r"\s*+<(?:!--|(?:head|body|table|div|meta|style|center|p|h[1-6])\b)[^<]*+",
    re.IGNORECASE,
)
_META_CHARSET = re.compile(rb"<meta[^>]{1,200}charset=[\"']?([\w.:-]+)", re.IGNORECASE)
_BEGINNING = 2_000
_PICTURE_DATA = re.compile(r"(?<=;base64,)[A-Za-z0-9+/=\s]{1000,}+")
_BODY_TYPES = {
    *("text/plain", "text/html", "text/enriched", "text/markdown", UNDECLARED_TEXT),
    *("text/rfc822-headers", "message/delivery-status"),
}
_TNEF_TYPES = {"application/ms-tnef", "application/vnd.ms-tnef"}
_TNEF_NAME = re.compile(r"win(?:mail|\d+)\.dat", re.IGNORECASE)

# Encoded bytes that are read of one part, and characters of all parts together. HTML
# may hold pictures.
_LONGEST_PART = 4 << 20
_LONGEST_PLAIN = 1 << 20
_LONGEST_TEXT = 4 << 20
_LONGEST_HTML = 1 << 20
_LARGEST_TNEF = 16 << 20

_OF_FORWARDED = (("From", "from"), ("Date", "date"), ("Subject", "subject"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the parts of a mail say; see `Message` for the fields."""

    text: str
    html_text: str
    links: tuple[Link, ...]
    attachments: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """The text of one part.

    Where a multipart/alternative has plain text, its HTML says the same again.
    """

    text: str
    is_html: bool
    alternative: int


def _is_tnef(part: Part) -> bool:
    return part.content_type.value in _TNEF_TYPES or (
        part.content_type.value == "application/octet-stream"
        and _TNEF_NAME.fullmatch(part.name) is not None
    )


def _is_html(media: str, text: str) -> bool:
    """Tell whether *text* is HTML; some senders declare none, or plain text."""
    if media == "text/html" or _HTML_DOCUMENT.match(text):
        return True
    return media == UNDECLARED_TEXT and _HTML_FRAGMENT.match(text) is not None


def _forwarded_header(headers: Headers) -> str:
    """Return the lines by which people see what is forwarded."""
    values = ((shown, header_text(headers.first(key))) for shown, key in _OF_FORWARDED)
    return "\n".join(f"{shown}: {value}" for shown, value in values if value) + "\n"


class _Gatherer:
    """Takes in part after part."""

    def __init__(self) -> None:
        self.pieces: list[_Piece] = []
        self.links: list[Link] = []
        self.attachments: list[str] = []
        self.problems: list[Problem] = []
        self.tnef_pieces: list[_Piece] = []
        self._room = _LONGEST_TEXT
        self._html_room = _LONGEST_HTML

    def take(self, part: Part) -> None:
        media = part.content_type.value
        if part.enclosed is not None:
            self.attachments.append(part.name)
            text = _forwarded_header(part.enclosed)
            self.pieces.append(_Piece(text, is_html=False, alternative=0))
        elif _is_tnef(part):
            self._take_tnef(part)
        elif part.is_attachment or media not in _BODY_TYPES:
            # A part for other programs (text/x-amp-html) stands beside the same text.
            if not part.alternative or part.name:
                self.attachments.append(part.name)
        else:
            if part.name:
                self.attachments.append(part.name)
            self._take_text(part)

    def _take_text(self, part: Part) -> None:
        if self._room <= 0:
            self.problems.append(Problem.TEXT_CUT)
            return
        is_html = part.content_type.value == "text/html"
        raw, problems = part.content(_LONGEST_PART if is_html else _LONGEST_PLAIN)
        self.problems.extend(problems)
        parameters = part.content_type.parameters
        charset = (parameters.get("charset", "").split() or [""])[0]
        if not charset and b"<" in raw[:_BEGINNING]:
            meta = _META_CHARSET.search(raw[:_BEGINNING])
            charset = meta[1].decode("ascii", "replace") if meta else ""
        reading = decode(raw, charset)
        self.problems.extend(reading.problems)
        text = self._tidy(reading.text)
        if _is_html(part.content_type.value, text):
            self._take_html(text, part.alternative, self.pieces)
            return
        if parameters.get("format", "").lower() == "flowed":
            delete_space = parameters.get("delsp", "").lower() == "yes"
            text = unflow(text, delete_space=delete_space)
        self.pieces.append(_Piece(text, is_html=False, alternative=part.alternative))

    def _tidy(self, text: str) -> str:
        """Return *text* with LF line ends, without NULs, and no longer than allowed."""
        if len(text) > self._room:
            self.problems.append(Problem.TEXT_CUT)
        if "\0" in text:
            self.problems.append(Problem.NUL_REMOVED)
        kept = text[: self._room]
        self._room -= len(kept)
        whole = kept.replace("\0", "").replace("\r\r\n", "\n")
        return whole.replace("\r\n", "\n").replace("\r", "\n")

    def _take_html(self, html: str, alternative: int, pieces: list[_Piece]) -> None:
        if len(html) > self._html_room:
            html = _PICTURE_DATA.sub("", html)
        if len(html) > self._html_room:
            self.problems.append(Problem.TEXT_CUT)
            html = html[: self._html_room]
        self._html_room -= len(html)
        page = html_to_text(html)
        self.links.extend(page.links)
        pieces.append(_Piece(page.text, is_html=True, alternative=alternative))

    def _take_tnef(self, part: Part) -> None:
        raw, problems = part.content(_LARGEST_TNEF)
        self.problems.extend(problems)
        tnef = read_tnef(raw)
        self.problems.extend(tnef.problems)
        self.attachments.extend(tnef.files)
        if tnef.text:
            text = self._tidy(tnef.text)
            self.tnef_pieces.append(_Piece(text, is_html=False, alternative=-1))
        if tnef.html:
            self._take_html(self._tidy(tnef.html), -1, self.tnef_pieces)


def _join(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text.strip())


def _text(pieces: list[_Piece]) -> str:
    """Return the plain text, with HTML only where nothing else says the same."""
    said = {p.alternative for p in pieces if not p.is_html and p.text.strip()} - {0}
    return _join(
        piece.text
        for piece in pieces
        if not (piece.is_html and piece.alternative in said)
    )


def gather_body(parts: Iterable[Part]) -> Body:
    """Join the texts of *parts*, in their order, to what a person would read.

    Of a mail inside the mail the text counts too, below its From, Date and Subject.
    A winmail.dat gives the text only where no other part has any.
    """
    gatherer = _Gatherer()
    for part in parts:
        gatherer.take(part)
    pieces = gatherer.pieces
    if not any(piece.text.strip() for piece in pieces):
        pieces = gatherer.tnef_pieces
    return Body(
        text=_text(pieces),
        html_text=_join(piece.text for piece in pieces if piece.is_html),
        links=tuple(gatherer.links),
        attachments=tuple(gatherer.attachments),
        problems=tuple(gatherer.problems),
    )
