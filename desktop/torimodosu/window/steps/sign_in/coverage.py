"""What was looked at, and what was not."""

from collections import Counter
from datetime import datetime
from functools import partial

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.signin.diagnosis import Diagnosis
from torimodosu.recovery.signin.profile import StoreNotCovered, StoreTrouble
from torimodosu.window.kit.blocks import IconLine, section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.kit.unfolding import Unfolding
from torimodosu.window.steps.sign_in.browser_words import (
    browser_name,
    not_covered_words,
    path_of,
)
from torimodosu.window.words.counts import Counts
from torimodosu.window.words.dates import near_words

_SHOWN = 6


class CoverageCard(Box):
    """Names every browser that was read, and all that may still hold a password."""

    def __init__(
        self, look: Look, catalogue: Catalogue, diagnosis: Diagnosis, *, now: datetime
    ) -> None:
        super().__init__(look, gap=8)
        self.add(section(look, self.tr("What was looked at")))
        between = self.tr(", ")
        seen = between.join(_browsers(catalogue, diagnosis))
        if seen:
            words = self.tr("Looked at: {browsers}").format(browsers=seen)
            self.add(Text(look, words))
        else:
            words = self.tr("No browser was found on this computer.")
            self.add(IconLine(look, "waiting", "unknown", words))
        missed = diagnosis.not_covered
        if missed:
            lines = [partial(_missed_line, look, catalogue, each) for each in missed]
            self.add(Unfolding(look, lines, first=_SHOWN))
        words = self.tr("Not looked at: your phone, other devices, password apps")
        self.add(Text(look, words, "body", "muted"))
        moment = near_words(diagnosis.at, now=now)
        words = self.tr(
            "{moment}. We read dates and places only, never the password itself."
        )
        self.add(Text(look, words.format(moment=moment), "small", "muted"))
        self.body.addStretch()


def _missed_line(look: Look, catalogue: Catalogue, missed: StoreNotCovered) -> IconLine:
    words, way = not_covered_words(catalogue, missed), _way(catalogue, missed)
    told = "\n".join(filter(None, (words, way)))
    return IconLine(look, "waiting", "unknown", told)


def _way(catalogue: Catalogue, missed: StoreNotCovered) -> str:
    """Return where a person can see for themselves what only the browser shows."""
    browser = catalogue.browsers.get(missed.browser)
    if missed.trouble is not StoreTrouble.NEEDS_EXPORT or browser is None:
        return ""
    return "" if browser.saved_passwords is None else path_of(browser.saved_passwords)


def _browsers(catalogue: Catalogue, diagnosis: Diagnosis) -> list[str]:
    profiles = Counter(
        browser_name(catalogue, read.profile.browser, read.profile.channel)
        for read in diagnosis.profiles
    )
    return [
        name if count == 1 else Counts().profiles_of(name, count)
        for name, count in profiles.items()
    ]
