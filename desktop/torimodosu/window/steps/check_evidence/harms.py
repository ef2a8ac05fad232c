"""What is wrong with the evidence, as the part of the page that says what to do."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.evidence.harm import Harm, HarmFound
from torimodosu.window.kit.blocks import Callout, CalloutKind
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.check_evidence.words import HarmWords

# What is done in a file manager.
_BY_HAND = {Harm.ADDED, Harm.ADDED_BY_SYSTEM, Harm.OF_ANOTHER_CASE}


def harm_parts(
    look: Look, harms: Sequence[HarmFound], folder: Path, show: Callable[[], None]
) -> list[Callout]:
    """Return each of *harms* with what to do; *show* opens the *folder* of the archive.

    One button for that is enough.
    """
    words = HarmWords(str(folder))
    parts = []
    can_show = folder.is_dir()
    for found in harms:
        button = None
        if can_show and found.harm in _BY_HAND:
            label = QCoreApplication.translate("HarmWords", "Open the folder")
            button = Button(look, label, "secondary", "folder")
            button.clicked.connect(show)
            can_show = False
        told = words.title(found), words.advice(found)
        parts.append(Callout(look, _kind_of(found.harm), *told, button))
    return parts


def _kind_of(harm: Harm) -> CalloutKind:
    return "info" if harm is Harm.ADDED_BY_SYSTEM else "attention"
