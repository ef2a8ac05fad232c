"""What is known of the second lock, each fact with where it comes from."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.window.backup.words import form_words
from torimodosu.window.kit.blocks import Fact, section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.two_step.sight import Sight
from torimodosu.window.words.dates import near_words


def proven_card(look: Look, sight: Sight, *, now: datetime) -> Box:
    """Return the codes that were accepted, and the backup that was read back."""
    box = Box(look, gap=4)
    title = QCoreApplication.translate("TwoStep", "What is known")
    box.add(section(look, title))
    noted = QCoreApplication.translate("TwoStep", "You noted it: {moment}")
    words = QCoreApplication.translate("TwoStep", "The shop accepted a code")
    for one in sight.accepted[:2]:
        moment = near_words(one.at, now=now)
        box.add(Fact(look, words, noted.format(moment=moment), Certainty.SAID))
    backup = sight.restored
    if backup is not None and backup.restored_at is not None:
        words = QCoreApplication.translate(
            "TwoStep", "A backup holds the same key: {form}"
        ).format(form=form_words(backup.form))
        moment = near_words(backup.restored_at, now=now)
        read = QCoreApplication.translate("TwoStep", "We read it back: {moment}")
        box.add(Fact(look, words, read.format(moment=moment), Certainty.CONFIRMED))
    return box
