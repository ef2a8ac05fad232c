"""What to do with mails where kept ones are changed or gone."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.plan.proof import are_faults_accepted, has_faults
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.kit.blocks import Callout, CalloutKind
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look


def faults_parts(
    look: Look, snapshot: Snapshot, see: Callable[[], None]
) -> list[Callout]:
    """Return how they are kept anew; *see* leads to what is changed."""
    translate = QCoreApplication.translate
    if not has_faults(snapshot):
        return []
    button = Button(look, translate("Mending", "See what is changed"), "link", "eye")
    button.clicked.connect(see)
    title = translate("Mending", "Read the same mails once more")
    words = translate("Mending", "What is gone or changed is then kept anew.")
    is_accepted = are_faults_accepted(snapshot)
    kind: CalloutKind = "info" if is_accepted else "attention"
    return [Callout(look, kind, title, words, button)]
