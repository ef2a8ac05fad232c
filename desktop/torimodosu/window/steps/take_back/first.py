"""What to do first of all, before anything is put right or tidied up."""

from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.address import Address
from torimodosu.window.guide_sheet import guide_sheets
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.look import Look
from torimodosu.window.words.catalogue import name_words, source_words


def good_to_know(look: Look, service: Service | None) -> list[Box]:
    """Return the guide, with the address of the transactions where that is known."""
    sheets = guide_sheets(look, Step.TAKE_BACK)
    page = None if service is None else service.pages.get("transactions")
    if sheets and page is not None:
        name, notes = name_words(page.name), (page.url, source_words(page.source))
        sheets[0].add(Address(look, "card", name, *notes, target=page.url))
    return sheets
