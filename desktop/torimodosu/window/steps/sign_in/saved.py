"""Every saved login of the service, each with what is to be thought of it."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.signin.diagnosis import Advice, Diagnosis, Finding, JudgedLogin
from torimodosu.window.kit.blocks import pair, section
from torimodosu.window.kit.boxes import Box, Chip, Row, divider
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.sign_in.finding_words import (
    advice_words,
    changed_words,
    finding_sign,
    finding_words,
    first_words,
    holder_words,
    place_of,
    sent_words,
)
from torimodosu.window.words.counts import Counts

# Nobody reads a hundred at once; as old ones go, the next move up.
_MOST = 6


class SavedCard(Box):
    """Lists the first entries, old ones in front and those of one profile together."""

    def __init__(
        self, look: Look, catalogue: Catalogue, diagnosis: Diagnosis, *, now: datetime
    ) -> None:
        super().__init__(look, gap=8)
        self._look, self._catalogue, self._now = look, catalogue, now
        self._told: set[tuple[str, Advice]] = set()
        site = diagnosis.site.service
        self.add(section(look, self.tr("Saved for {site}").format(site=site)))
        old_first = sorted(diagnosis.logins, key=_is_not_stale)
        for number, judged in enumerate(old_first[:_MOST]):
            if number:
                self.add(divider())
            self.add(self._entry(judged))
        if len(old_first) > _MOST:
            more = Counts().more(len(old_first) - _MOST)
            self.add(Text(look, more, "body", "muted"))
        if not diagnosis.logins:
            words = self.tr("No saved password was found in what was looked at.")
            self.add(Text(look, words, "body", "muted"))

    def _entry(self, judged: JudgedLogin) -> QWidget:
        look, login = self._look, judged.login
        entry = Box(look, "plain", pad=0, gap=4)
        small = holder_words(self._catalogue, judged)
        told = pair(look, place_of(login), small, small=True)
        row = Row(look, told, gap=8, below=360).share(1)
        sign = finding_sign(judged.finding)
        chip = Chip(look, finding_words(judged.finding), sign.icon, sign.tone)
        row.line.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        entry.add(row)
        if judged.finding is not Finding.NEVER_SAVE:
            form = self.tr("Password: {changed}. {sent}")
            changed = changed_words(login, now=self._now)
            sent = sent_words(login, now=self._now)
            words = form.format(changed=changed, sent=sent)
            entry.add(Text(look, words, "small", "muted"))
        told_words = [advice_words(advice) for advice in self._news(judged)]
        if judged.why_first is not None:
            told_words.insert(0, first_words(judged.why_first))
        if told_words:
            entry.add(Text(look, "\n".join(told_words), "small", "muted"))
        return entry

    def _news(self, judged: JudgedLogin) -> list[Advice]:
        """Return what was not advised yet for an entry of the same profile."""
        folder = judged.profile.folder
        news = [one for one in judged.advice if (folder, one) not in self._told]
        self._told.update((folder, one) for one in news)
        return news


def _is_not_stale(judged: JudgedLogin) -> bool:
    return judged.finding is not Finding.STALE
