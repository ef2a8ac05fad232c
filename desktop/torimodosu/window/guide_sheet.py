"""The parts of a guide as cards."""

from PySide6.QtWidgets import QWidget

from torimodosu.recovery.plan.steps import Step
from torimodosu.window.guide_document import Line, Part, read_guide
from torimodosu.window.guides import guide_text
from torimodosu.window.kit.blocks import Beside, badge, section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Prose, Text


def guide_sheets(look: Look, step: Step) -> list[Box]:
    """Return every part of the guide to *step*, in the language of the window."""
    return [guide_sheet(look, part) for part in read_guide(guide_text(step)).parts]


def guide_sheet(look: Look, part: Part) -> Box:
    """Return *part* with its title and its lines."""
    box = Box(look, gap=8)
    if part.title:
        box.add(section(look, part.title))
    return box.add(*(_line(look, line) for line in part.lines))


def _line(look: Look, line: Line) -> QWidget:
    words = Prose(look, line.words)
    if line.number is not None:
        return Beside(look, badge(look, line.number), words)
    if line.is_point:
        return Beside(look, Text(look, "•", wrap=False), words)
    return words
