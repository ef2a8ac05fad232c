"""Our own line icons on a 24 grid: stroke 1.75, round ends, tinted when drawn."""

from collections.abc import Mapping
from typing import Literal

IconName = Literal[
    "brand",
    "proven",
    "half",
    "unknown",
    "said",
    "open",
    "here",
    "skipped",
    "waiting",
    "finding",
    "charged",
    "possible",
    "clock",
    "hand",
    "flag",
    "archive",
    "search",
    "key",
    "lock",
    "tell",
    "bell",
    "closed",
    "mail",
    "folder",
    "drop",
    "shield",
    "home",
    "moon",
    "info",
    "warn",
    "stop",
    "arrow",
    "back",
    "next",
    "down",
    "close",
    "copy",
    "renew",
    "eye",
    "gift",
    "points",
    "card",
    "calendar",
    "language",
    "bin",
    "paper",
    "menu",
    "question",
    "plus",
    "below",
    "device",
    "keyboard",
    "puzzle",
    "window",
]

_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none"'
    ' stroke="{c}" stroke-width="1.75" stroke-linecap="round"'
    ' stroke-linejoin="round">'
)

# {c} is the tint, {k} the colour knocked out of a filled shape.
_SHAPES: Mapping[IconName, str] = {
    "brand": (
        '<path d="M7 5.5H4V2.6M4.2 5.4A9 9 0 1 1 3 12" stroke-width="2.3"/>'
        '<path d="M8.4 12.4l2.6 2.6 5-5.4" stroke-width="2.3"/>'
    ),
    "proven": (
        '<circle cx="12" cy="12" r="9" fill="{c}"/><path d="M8 12.3l2.8 '
        '2.8L16.2 9.4" stroke="{k}" stroke-width="2.2"/>'
    ),
    "half": (
        '<circle cx="12" cy="12" r="8.6"/><path d="M12 3.4a8.6 8.6 0 0 1 0 '
        '17.2z" fill="{c}"/>'
    ),
    "unknown": (
        '<circle cx="12" cy="12" r="8.6" stroke-dasharray="2.6 3.15"/><path '
        'd="M9.9 9.9a2.2 2.2 0 1 1 3.3 1.9c-.8.5-1.2.9-1.2 1.8M12 16.4v.1"/>'
    ),
    "said": '<path d="M4 5.5h16v10.5h-9L7 19.8V16H4z"/><path d="M8 9.4h8M8 12.4h5"/>',
    "open": '<circle cx="12" cy="12" r="8.2"/>',
    "here": (
        '<circle cx="12" cy="12" r="8.4" stroke-width="2.2"/><circle cx="12" '
        'cy="12" r="4" fill="{c}"/>'
    ),
    "skipped": '<circle cx="12" cy="12" r="8.2"/><path d="M8 12h8"/>',
    "waiting": '<circle cx="12" cy="12" r="8.6" stroke-dasharray="2.6 3.15"/>',
    "finding": (
        '<path d="M12 2.8l9.2 9.2-9.2 9.2L2.8 12z" fill="{c}"/><path d="M12 '
        '8v5" stroke="{k}" stroke-width="2.2"/><path d="M12 16v.1" '
        'stroke="{k}" stroke-width="2.4"/>'
    ),
    "charged": (
        '<path d="M12 2.8l9.2 9.2-9.2 9.2L2.8 12z" fill="{c}"/><path d="M8.2 12.2l2.6 '
        '2.6 5-5.3" stroke="{k}" stroke-width="2.2"/>'
    ),
    "possible": (
        '<path d="M12 2.8l9.2 9.2-9.2 9.2L2.8 12z"/><path d="M12 2.8v18.4L2.8 12z" '
        'fill="{c}"/>'
    ),
    "clock": '<circle cx="12" cy="12" r="8.6"/><path d="M12 7.2V12l3.2 2"/>',
    "hand": (
        '<path d="M4.5 9h15v10.5h-15zM9 9V6.5A1.5 1.5 0 0 1 10.5 5h3A1.5 1.5 0 '
        '0 1 15 6.5V9M4.5 13.5h15"/>'
    ),
    "flag": '<path d="M6 21V4M6 5h11.5l-2.7 3.8 2.7 3.7H6"/>',
    "archive": '<path d="M3.5 5h17v4h-17zM5 9v10h14V9M10 13h4"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.3"/><path d="M15.2 15.2L20.3 20.3"/>',
    "key": (
        '<circle cx="8" cy="15.5" r="4.2"/><path d="M11.2 12.5L19.5 4.2M16 '
        '7.7l3 3M13.3 10.4l2 2"/>'
    ),
    "lock": '<path d="M5 10.5h14V20H5zM8 10.5V7.5a4 4 0 0 1 8 0v3M12 14.3v2"/>',
    "tell": (
        '<path d="M6.5 3.8l3 1 1 4-2 1.5a11.5 11.5 0 0 0 5.2 5.2l1.5-2 4 1 1 '
        "3c-.8 2-2.5 2.7-4.5 2.4C9.8 19 5 14.2 4.1 8.3 3.8 6.3 4.5 4.6 6.5 "
        '3.8z"/>'
    ),
    "bell": '<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4"/>',
    "closed": (
        '<path d="M12 3l7.5 2.8v5.4c0 4.6-3.1 8-7.5 '
        '9.8-4.4-1.8-7.5-5.2-7.5-9.8V5.8z"/><path d="M8.6 12l2.5 2.5 4.4-4.7"/>'
    ),
    "mail": '<path d="M3.5 5.5h17v13h-17zM3.8 6l8.2 6.8L20.2 6"/>',
    "folder": '<path d="M3.5 18.5v-13h6l2 2.5h9v10.5z"/>',
    "drop": '<path d="M12 3.5v10.5M7.8 10l4.2 4.2 4.2-4.2M4 15v5h16v-5"/>',
    "shield": (
        '<path d="M12 3l7.5 2.8v5.4c0 4.6-3.1 8-7.5 9.8-4.4-1.8-7.5-5.2-7.5-9.8V5.8z"/>'
    ),
    "home": '<path d="M4 11l8-6.8L20 11M6 9.5V20h12V9.5M10 20v-5.5h4V20"/>',
    "moon": '<path d="M19.5 14.3A8 8 0 0 1 9.7 4.5a8 8 0 1 0 9.8 9.8z"/>',
    "info": '<circle cx="12" cy="12" r="8.6"/><path d="M12 11v5M12 7.7v.1"/>',
    "warn": '<path d="M12 3.8L21 19.5H3zM12 10v4.5M12 17v.1"/>',
    "stop": (
        '<path d="M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3zM12 '
        '8v5M12 16v.1"/>'
    ),
    "arrow": '<path d="M5 12h14M13.5 6.5L19 12l-5.5 5.5"/>',
    "back": '<path d="M19 12H5M10.5 6.5L5 12l5.5 5.5"/>',
    "next": '<path d="M9.5 6l6 6-6 6"/>',
    "down": '<path d="M6 9.5l6 6 6-6"/>',
    "close": '<path d="M6 6l12 12M18 6L6 18"/>',
    "copy": '<path d="M9 9h11v11H9zM6 15H4V4h11v2"/>',
    "renew": '<path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3M19.5 3.5v4h-4"/>',
    "eye": (
        '<path d="M2.5 12C5 7.7 8.3 5.5 12 5.5s7 2.2 9.5 6.5c-2.5 4.3-5.8 '
        '6.5-9.5 6.5S5 16.3 2.5 12z"/><circle cx="12" cy="12" r="2.8"/>'
    ),
    "gift": (
        '<path d="M4 9h16v4H4zM5.5 13v7h13v-7M12 9v11M12 9C8 9 7 7.5 7.5 '
        '6S10.5 4.5 12 9c1.5-4.5 4-4.5 4.5-3S16 9 12 9z"/>'
    ),
    "points": (
        '<circle cx="12" cy="12" r="8.6"/><path d="M10 16.5v-9h2.8a2.6 2.6 0 0 '
        '1 0 5.3H10"/>'
    ),
    "card": '<path d="M3 6h18v12.5H3zM3 10h18M6.5 15h4"/>',
    "calendar": '<path d="M4 6h16v14H4zM4 10.5h16M8 3.5V7M16 3.5V7"/>',
    "language": (
        '<circle cx="12" cy="12" r="8.6"/><path d="M3.5 12h17M12 3.4c2.5 2.4 '
        "3.7 5.2 3.7 8.6s-1.2 6.2-3.7 8.6c-2.5-2.4-3.7-5.2-3.7-8.6S9.5 5.8 12 "
        '3.4z"/>'
    ),
    "bin": (
        '<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10.3 11v5.5M13.7 11v5.5"/>'
    ),
    "paper": '<path d="M6 3.5h8.5L19 8v12.5H6zM14 3.5V8.5h5M9.5 12.5h6M9.5 16h4"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "question": (
        '<circle cx="12" cy="12" r="8.6"/><path d="M9.7 9.7a2.4 2.4 0 1 1 3.6 '
        '2.1c-.9.5-1.3 1-1.3 1.9M12 16.6v.1"/>'
    ),
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "below": '<path d="M12 5v14M6.5 13.5L12 19l5.5-5.5"/>',
    "device": '<path d="M7.5 3h9v18h-9zM11 17.8h2"/>',
    "keyboard": (
        '<path d="M3 6.5h18v11H3zM6.5 10v.1M10.2 10v.1M13.8 10v.1M17.5 10v.1M8 14h8"/>'
    ),
    "puzzle": (
        '<path d="M9.5 6.5a2.5 2.5 0 0 1 5 0H19v4.7a2.4 2.4 0 0 0 0 4.6v4.7H5v-14z"/>'
    ),
    "window": '<path d="M3.5 5h17v14h-17zM3.5 9h17M6.5 7v.1M9 7v.1"/>',
}


def svg(name: IconName, *, tint: str, knock: str) -> str:
    """Return the SVG text of an icon, for colours written as #RRGGBB."""
    shape = _SHAPES[name].replace("{c}", tint).replace("{k}", knock)
    return _HEAD.replace("{c}", tint) + shape + "</svg>"
