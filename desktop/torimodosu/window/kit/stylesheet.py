"""One stylesheet for the whole window, made from the tokens."""

from string import Template

from torimodosu.window.kit.tokens import TYPES, Tokens, Tone

_SURFACES = """
QToolTip { background: $text; color: $surface; border: none;
  padding: ${s6}px ${s8}px; }
#window, #page, #scroll, #scroll > QWidget { background: $canvas; }
#places, #places > QWidget, #places > QWidget > QWidget { background: $rail; }
QScrollArea { border: none; }
QLabel { background: transparent; }

QFrame[box="card"] { background: $surface; border: 1px solid $line;
  border-radius: ${r_card}px; }
QFrame[box="hero"] { background: $surface; border: 2px solid $accent;
  border-radius: ${r_card}px; }
QFrame[box="sunken"] { background: $sunken; border: 1px solid $line;
  border-radius: ${r_control}px; }
QFrame[box="waiting"] { background: transparent; border: 2px dashed $control;
  border-radius: ${r_card}px; }
QFrame[box="over"] { background: $accent_soft; border: 2px solid $accent;
  border-radius: ${r_card}px; }
QFrame[box="info"] { background: $accent_soft; border: none;
  border-radius: ${r_card}px; }
QFrame[box="ok"] { background: $ok_soft; border: none;
  border-radius: ${r_card}px; }
QFrame[box="attention"] { background: $attention_soft; border: none;
  border-radius: ${r_card}px; }
QFrame[box="danger"] { background: $danger_soft; border: none;
  border-radius: ${r_card}px; }
QFrame[box="pill_ok"] { background: $ok_soft; border-radius: ${r_pill}px; }
QFrame[box="pill_accent"] { background: $accent_soft;
  border-radius: ${r_pill}px; }
QFrame[box="pill_attention"] { background: $attention_soft;
  border-radius: ${r_pill}px; }
QFrame[box="pill_danger"] { background: $danger_soft;
  border-radius: ${r_pill}px; }
QFrame[box="pill_unknown"] { background: $unknown_soft;
  border-radius: ${r_pill}px; }
QFrame[box="line"] { background: $line; max-height: 1px; min-height: 1px;
  border: none; }
QFrame[box="thread"] { background: $control; max-height: 2px; min-height: 2px;
  border: none; }
QFrame[box="bar"] { background: $surface; border: none;
  border-top: 1px solid $line; }
QFrame[box="rail"] { background: $rail; border: none;
  border-right: 1px solid $line; }
"""

_BUTTONS = """
QPushButton { border-radius: ${r_control}px; padding: 0 ${s16}px;
  min-height: ${h_button}px; font-weight: 700; border: 2px solid transparent; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent;
  padding: 0 ${s24}px; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_press; }
QPushButton[kind="primary"]:disabled { background: $unknown_soft; color: $muted; }
QPushButton[kind="secondary"] { background: $surface; color: $text;
  border: 1px solid $control; padding: 0 ${s17}px; }
QPushButton[kind="secondary"]:hover { background: $sunken; }
QPushButton[kind="secondary"]:pressed { background: $unknown_soft; }
QPushButton[kind="secondary"]:focus { border: 2px solid $accent;
  padding: 0 ${s16}px; }
QPushButton[kind="secondary"]:disabled { color: $muted; border-color: $line; }
QPushButton[kind="quiet"] { background: transparent; color: $accent;
  padding: 0 ${s12}px; }
QPushButton[kind="quiet"]:hover { background: $accent_soft; }
QPushButton[kind="quiet"]:focus { border-color: $accent; }
QPushButton[kind="quiet"]:disabled { color: $muted; }
QPushButton[kind="link"] { background: transparent; color: $accent;
  padding: 0 ${s8}px; min-height: ${h_link}px; }
QPushButton[kind="link"]:hover { background: $accent_soft; }
QPushButton[kind="link"]:focus { border-color: $accent; }
QPushButton[kind="link"]:disabled { color: $muted; }
QPushButton[kind="rail"] { background: transparent; text-align: left;
  padding: 0 ${s8}px; font-weight: 400; min-height: ${h_rail}px; }
QPushButton[kind="rail"]:hover { background: $unknown_soft; }
QPushButton[kind="rail"]:focus { border-color: $accent; }
QPushButton[kind="rail"]:checked { background: $surface; font-weight: 700;
  border: 1px solid $line; padding: 0 ${s9}px; }
QPushButton[kind="rail"]:checked:focus { border: 2px solid $accent;
  padding: 0 ${s8}px; }
QPushButton[alone="true"], QPushButton[alone="true"]:checked {
  text-align: center; padding: 0; }
QPushButton[kind="promise"] { background: transparent; color: $muted;
  text-align: left; font-weight: 400; font-size: ${f_small}px;
  padding: 0 ${s8}px; min-height: ${h_link}px; }
QPushButton[kind="promise"]:hover, QPushButton[kind="promise"]:checked {
  background: $unknown_soft; }
QPushButton[kind="promise"]:focus { border-color: $accent; }
QPushButton[kind="tool"] { background: transparent; padding: 0;
  min-height: ${h_link}px; }
QPushButton[kind="tool"]:hover { background: $unknown_soft; }
QPushButton[kind="tool"]:focus { border-color: $accent; }
QPushButton[kind="choice"] { background: $surface; text-align: left;
  border: 1px solid $control; font-weight: 400; padding: 0 ${s13}px; }
QPushButton[kind="choice"]:hover { background: $sunken; }
QPushButton[kind="choice"]:checked { background: $accent_soft;
  border: 2px solid $accent; padding: 0 ${s12}px; }
QPushButton[kind="choice"]:focus { border: 2px solid $text; padding: 0 ${s12}px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QDialogButtonBox QPushButton { background: $surface; color: $text;
  border: 1px solid $control; padding: 0 ${s17}px; }
QDialogButtonBox QPushButton:hover { background: $sunken; }
QDialogButtonBox QPushButton:focus { border: 2px solid $accent;
  padding: 0 ${s16}px; }
QDialogButtonBox QPushButton:disabled { color: $muted; border-color: $line; }
"""

_INPUTS = """
QLineEdit, QComboBox, QDateTimeEdit { background: $surface; border: 1px solid $control;
  border-radius: ${r_control}px; padding: ${s8}px ${s12}px;
  min-height: ${h_input}px; selection-background-color: $accent;
  selection-color: $on_accent; }
QLineEdit:focus, QComboBox:focus, QDateTimeEdit:focus { border: 2px solid $accent;
  padding: ${s7}px ${s11}px; }
QLineEdit:read-only { background: $sunken; }
QPlainTextEdit { background: $sunken; border: 1px solid $line;
  border-radius: ${r_control}px; padding: ${s8}px; }
QPlainTextEdit[readOnly="false"] { background: $surface;
  border: 1px solid $control; }
QPlainTextEdit:focus, QPlainTextEdit[readOnly="false"]:focus {
  border: 2px solid $accent; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: ${s32}px; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $control;
  outline: none; selection-background-color: $accent_soft;
  selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: ${h_rail}px; padding: 0 ${s8}px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $sunken; }
QCalendarWidget QToolButton { color: $text; background: transparent;
  border: 2px solid transparent; border-radius: ${s6}px; padding: ${s6}px; }
QCalendarWidget QToolButton:focus { border-color: $accent; }
QCalendarWidget QAbstractItemView { background: $surface; color: $text;
  selection-background-color: $accent; selection-color: $on_accent; }
QMenu { background: $surface; border: 1px solid $control; padding: ${s4}px; }
QMenu::item { padding: ${s8}px ${s24}px; border-radius: ${s4}px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: ${s4}px ${s8}px; }
QMenu::indicator { width: ${s16}px; height: ${s16}px; left: ${s4}px; }

QProgressBar { background: $unknown_soft; border: none; border-radius: ${s4}px;
  min-height: ${s8}px; max-height: ${s8}px; }
QProgressBar::chunk { background: $accent; border-radius: ${s4}px; }
"""

_TABLES = """
QTableView { background: $surface; border: 2px solid transparent;
  border-radius: ${s4}px; gridline-color: transparent; outline: none;
  selection-background-color: $accent_soft; selection-color: $text; }
QTableView:focus { border-color: $accent; }
QTableView::item { border-bottom: 1px solid $line; padding: 0 ${s8}px; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QListView#accounts { background: $surface; border: 1px solid $line; outline: none;
  border-radius: ${r_control}px; padding: 1px; }
QListView#accounts:focus { border: 2px solid $accent; padding: 0; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none;
  font-size: ${f_small}px; border-bottom: 1px solid $control;
  padding: ${s8}px ${s11}px; font-weight: 400; }
QHeaderView::down-arrow, QHeaderView::up-arrow { width: 0; height: 0; }

#places QScrollBar:vertical { width: 6px; margin: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar::handle:vertical { background: $control; border-radius: 3px;
  min-height: ${s32}px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle:horizontal { background: $control; border-radius: 3px;
  min-width: ${s32}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

# For who asked the system for more contrast: what else only its filling shows.
_EDGES = """
QFrame[box="info"], QFrame[box="ok"], QFrame[box="attention"], QFrame[box="danger"],
QFrame[box^="pill_"] { border: 1px solid $line; }
QPushButton[kind="primary"]:disabled, QProgressBar { border: 1px solid $line; }
QPushButton:hover { text-decoration: underline; }
QToolTip { border: 1px solid $surface; }
"""

_TONES: tuple[Tone, ...] = ("muted", "accent", "ok", "attention", "danger", "unknown")
_LENGTHS = (4, 6, 7, 8, 9, 11, 12, 13, 16, 17, 24, 32)
_HEIGHTS = {"button": 40, "input": 24, "rail": 34, "link": 24}
_RADII = {"card": 12, "control": 8, "pill": 13}


def stylesheet(tokens: Tokens) -> str:
    """Return the rules with the colours and lengths of *tokens* filled in."""
    lengths = {f"s{size}": size for size in _LENGTHS}
    lengths |= {f"h_{name}": size for name, size in _HEIGHTS.items()}
    lengths |= {f"r_{name}": size for name, size in _RADII.items()}
    lengths |= {f"f_{role}": kind.size for role, kind in TYPES.items()}
    values: dict[str, object] = {name: tokens.px(px) for name, px in lengths.items()}
    values |= {str(name): colour for name, colour in tokens.colours.items()}
    edges = _EDGES if tokens.has_strong_edges else ""
    rules = Template(_SURFACES + _BUTTONS + _INPUTS + _TABLES + edges)
    return rules.substitute(values) + _words(tokens)


def _words(tokens: Tokens) -> str:
    """Return the rules for the roles and the tones of labels."""
    roles = "\n".join(
        f'QLabel[role="{role}"] {{ font-size: {tokens.px(kind.size)}px;'
        f" font-weight: {kind.weight}; }}"
        for role, kind in TYPES.items()
    )
    tones = "\n".join(
        f'QLabel[tone="{tone}"] {{ color: {tokens.colours[tone]}; }}' for tone in _TONES
    )
    return f"{roles}\n{tones}"
