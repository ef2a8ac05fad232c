"""For what is changed or gone and cannot be mended: the word of the person."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.plan.proof import are_faults_accepted, has_faults
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.kit.blocks import Callout
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.words.dates import moment_words


def mending_parts(
    look: Look, snapshot: Snapshot, say: Callable[[], None], *, is_told: bool
) -> list[Callout]:
    """Return what takes the word that nothing mends it, or shows it; *say* keeps it.

    It is only asked for where the page *is_told* what was found, and so tells what
    would help.
    """
    translate = QCoreApplication.translate
    said_at = snapshot.said.get(Step.CHECK_EVIDENCE)
    if not has_faults(snapshot):
        return []
    if said_at is not None and are_faults_accepted(snapshot):
        title = translate("Mending", "You say that it cannot be mended")
        noted = translate("Mending", "Noted on {moment}")
        words = noted.format(moment=moment_words(said_at))
        return [Callout(look, "info", title, words)]
    if not is_told:
        return []
    title = translate("Mending", "If nothing of it helps")
    words = translate(
        "Mending",
        "Say that it cannot be mended, and go on. Your word is noted with its date, and"
        " all other mails still prove what they did.",
    )
    button = Button(look, translate("Mending", "It cannot be mended"), "link", "said")
    button.clicked.connect(say)
    return [Callout(look, "info", title, words, button)]
