"""How far the two-step check is: set up, two codes, a backup that was read back."""

from PySide6.QtCore import QCoreApplication

from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.proof import Moment, Moments
from torimodosu.window.kit.tokens import Colour
from torimodosu.window.steps.two_step.sight import Sight, Stand

_CODES = 2


def way_card(look: Look, sight: Sight) -> Box:
    """Return the three stretches, each done, here or ahead."""
    return Box(look).add(Moments(look, [_set_up(sight), _codes(sight), _backup(sight)]))


def _set_up(sight: Sight) -> Moment:
    is_done = bool(sight.state.account)
    icon, tint = _sign(is_done=is_done, is_here=not is_done)
    words = QCoreApplication.translate(
        "TwoStep", "Let the shop and this computer agree"
    )
    if is_done:
        words = QCoreApplication.translate(
            "TwoStep", "The shop and this computer agree"
        )
    when = QCoreApplication.translate("TwoStep", "Set up")
    return Moment(icon=icon, tint=tint, when=when, words=words)


def _codes(sight: Sight) -> Moment:
    accepted = min(len(sight.accepted), _CODES)
    icon, tint = _sign(is_done=accepted == _CODES, is_here=sight.stand.asks_for_a_code)
    words = QCoreApplication.translate("TwoStep", "None accepted yet")
    if accepted:
        words = QCoreApplication.translate("TwoStep", "{count} of 2 accepted").format(
            count=accepted
        )
    when = QCoreApplication.translate("TwoStep", "Two codes")
    return Moment(icon=icon, tint=tint, when=when, words=words)


def _backup(sight: Sight) -> Moment:
    restored = sight.restored
    icon, tint = _sign(
        is_done=restored is not None, is_here=sight.stand is Stand.BACKUP
    )
    words = QCoreApplication.translate("TwoStep", "Make one, and read it back once")
    if restored is not None:
        words = QCoreApplication.translate("TwoStep", "Made, and read back once")
    when = QCoreApplication.translate("TwoStep", "Backup")
    return Moment(icon=icon, tint=tint, when=when, words=words)


def _sign(*, is_done: bool, is_here: bool) -> tuple[IconName, Colour]:
    if is_done:
        return "proven", "ok"
    return ("here", "accent") if is_here else ("open", "muted")
