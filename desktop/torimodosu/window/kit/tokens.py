"""The tokens of the look: colours by role, type, and one theme at one text scale."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Colour = Literal[
    "canvas",
    "rail",
    "surface",
    "sunken",
    "line",
    "control",
    "text",
    "muted",
    "accent",
    "accent_hover",
    "accent_press",
    "on_accent",
    "accent_soft",
    "ok",
    "ok_soft",
    "attention",
    "attention_soft",
    "danger",
    "danger_soft",
    "unknown",
    "unknown_soft",
    "data_a",
    "data_b",
    "data_c",
    "data_open",
]
Tone = Literal["text", "muted", "accent", "ok", "attention", "danger", "unknown"]
Role = Literal[
    "display",
    "title",
    "heading",
    "lead",
    "body",
    "strong",
    "small",
    "smallstrong",
    "money",
    "mono",
]

LIGHT: Mapping[Colour, str] = {
    "canvas": "#F7F6F3",
    "rail": "#EFEEE9",
    "surface": "#FFFFFF",
    "sunken": "#F3F2EE",
    "line": "#DEDCD5",
    "control": "#83817A",
    "text": "#1D2127",
    "muted": "#565A61",
    "accent": "#264F8E",
    "accent_hover": "#1E4279",
    "accent_press": "#173461",
    "on_accent": "#FFFFFF",
    "accent_soft": "#E5ECF7",
    "ok": "#1B6843",
    "ok_soft": "#E3F1E8",
    "attention": "#7F4B00",
    "attention_soft": "#FBEFD9",
    "danger": "#AE231B",
    "danger_soft": "#FBE8E6",
    "unknown": "#565A61",
    "unknown_soft": "#EBEAE6",
    "data_a": "#3F6FB5",
    "data_b": "#2C8A83",
    "data_c": "#B4692A",
    "data_open": "#8A8880",
}

DARK: Mapping[Colour, str] = {
    "canvas": "#15181C",
    "rail": "#111417",
    "surface": "#1D2126",
    "sunken": "#171A1E",
    "line": "#343A42",
    "control": "#7D858F",
    "text": "#E9EBEE",
    "muted": "#ABB2BB",
    "accent": "#9DBEF3",
    "accent_hover": "#B4CEF7",
    "accent_press": "#86ABE6",
    "on_accent": "#0F1B2D",
    "accent_soft": "#24334B",
    "ok": "#86D3A8",
    "ok_soft": "#1B3528",
    "attention": "#EFBE6E",
    "attention_soft": "#3A2D17",
    "danger": "#FFA79F",
    "danger_soft": "#452321",
    "unknown": "#ABB2BB",
    "unknown_soft": "#2A2F36",
    "data_a": "#7FA6E3",
    "data_b": "#5DBDB5",
    "data_c": "#DE9A5C",
    "data_open": "#858C96",
}

_EDGES: tuple[Colour, ...] = ("line", "control", "muted")
_FILLINGS: tuple[Colour, ...] = (
    *("canvas", "rail", "sunken", "unknown_soft"),
    *("ok_soft", "attention_soft", "danger_soft"),
)


def with_strong_edges(colours: Mapping[Colour, str]) -> Mapping[Colour, str]:
    """Return a theme for who asked the system for more contrast.

    Every edge is as strong as the words, and soft fillings are gone, but for that of
    what is chosen.
    """
    changed = dict(colours)
    changed |= dict.fromkeys(_EDGES, colours["text"])
    changed |= dict.fromkeys(_FILLINGS, colours["surface"])
    return changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """Words of one role: size in px at 100 %, weight, and line height per size."""

    size: int
    weight: int = 400
    leading: float = 1.5


TYPES: Mapping[Role, Type] = {
    "display": Type(size=30, weight=700, leading=1.4),
    "title": Type(size=25, weight=700, leading=1.4),
    "heading": Type(size=17, weight=700, leading=1.45),
    "lead": Type(size=16, leading=1.6),
    "body": Type(size=15, leading=1.55),
    "strong": Type(size=15, weight=700),
    "small": Type(size=13),
    "smallstrong": Type(size=13, weight=700),
    "money": Type(size=24, weight=700, leading=1.4),
    "mono": Type(size=22, leading=1.4),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One theme at one text scale, where 1.0 is 100 %."""

    colours: Mapping[Colour, str]
    scale: float

    @property
    def has_strong_edges(self) -> bool:
        """Tell whether boxes are told apart by their edges and not by fillings."""
        return self.colours["line"] == self.colours["text"]

    def px(self, size: float) -> int:
        """Return a length in px, scaled together with the text."""
        return round(size * self.scale)
