"""Whether a contact that was just noted has settled what there was to tell."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal

from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.reminders.contact import Contact, Whom
from torimodosu.window.deeds import step_deed
from torimodosu.window.kit.blocks import Callout
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.words.card_names import CardNames

STEP_OF: Mapping[Whom, Step] = {
    Whom.SHOP: Step.SHOP,
    Whom.ISSUER: Step.CARD_COMPANY,
    Whom.POLICE: Step.POLICE,
}


def may_settle(contact: Contact, snapshot: Snapshot) -> bool:
    """Tell whether *contact* may have settled a step, or the report of a loss."""
    step = STEP_OF.get(contact.whom)
    if step is None:
        return False
    is_reported = not contact.card or contact.card in snapshot.card_words.reported
    return step not in snapshot.said or not is_reported


class SettlingCallout(Callout):
    """Asks for the person's word on *contact*; `settled` tells that it is given."""

    settled = Signal()

    def __init__(self, look: Look, contact: Contact, names: CardNames) -> None:
        translate = QCoreApplication.translate
        words = translate(
            "Settling",
            "Then “{deed}” is done. If nobody answered, leave it open and try again.",
        )
        if contact.card:
            words = translate(
                "Settling",
                "Then the loss of {card} counts as reported that day. If nobody"
                " answered, leave it open and try again.",
            )
        yes = Button(
            look, translate("Settling", "Yes, that is done"), "secondary", "said"
        )
        deed, card = step_deed(STEP_OF[contact.whom]), names.of(contact.card)
        super().__init__(
            look,
            "info",
            translate("Settling", "Noted. Could you say what had to be said?"),
            words.format(deed=deed, card=card),
            yes,
        )
        yes.clicked.connect(self.settled)
