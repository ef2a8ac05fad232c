"""The guides that ship with the program, in the language of the window."""

from PySide6.QtCore import QLocale

from torimodosu.recovery.plan.steps import Step
from torimodosu.resources import resource


def guide_text(step: Step) -> str:
    """Return the document that leads through *step*, or "" where it has none."""
    is_japanese = QLocale().language() is QLocale.Language.Japanese
    language = "ja" if is_japanese else "en"
    path = resource("guides", language, f"{step.value}.md")
    return path.read_text("utf-8") if path.exists() else ""
