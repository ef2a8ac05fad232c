"""What stands where the person says that they get in, and nothing proves it."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.deeds import step_done
from torimodosu.window.kit.blocks import Fact
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.look import Look
from torimodosu.window.words.dates import moment_words


def said_card(look: Look, snapshot: Snapshot) -> Box:
    """Return the word of the person, with the moment of it."""
    at = snapshot.said.get(Step.SIGN_IN, snapshot.at)
    form = QCoreApplication.translate("SignIn", "Noted on {moment}")
    noted = form.format(moment=moment_words(at))
    fact = Fact(look, step_done(Step.SIGN_IN), noted, Certainty.SAID)
    return Box(look, pad=16).add(fact)
