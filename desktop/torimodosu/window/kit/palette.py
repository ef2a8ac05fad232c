"""The palette behind the stylesheet, for what Fusion paints by itself."""

from PySide6.QtGui import QColor, QPalette

from torimodosu.window.kit.tokens import Colour, Tokens

_ROLE = QPalette.ColorRole
_ROLES: tuple[tuple[QPalette.ColorRole, Colour], ...] = (
    (_ROLE.Window, "canvas"),
    (_ROLE.WindowText, "text"),
    (_ROLE.Base, "surface"),
    (_ROLE.AlternateBase, "sunken"),
    (_ROLE.Text, "text"),
    (_ROLE.Button, "surface"),
    (_ROLE.ButtonText, "text"),
    (_ROLE.Highlight, "accent"),
    (_ROLE.HighlightedText, "on_accent"),
    (_ROLE.Link, "accent"),
    (_ROLE.PlaceholderText, "muted"),
    (_ROLE.ToolTipBase, "text"),
    (_ROLE.ToolTipText, "surface"),
    (_ROLE.Accent, "accent"),
)


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of a theme."""
    made = QPalette()
    for role, colour in _ROLES:
        made.setColor(role, QColor(tokens.colours[colour]))
    muted = QColor(tokens.colours["muted"])
    for role in (_ROLE.Text, _ROLE.WindowText, _ROLE.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, muted)
    return made
