"""The two promises at the foot of the rail: what left this computer, and the saving."""

from datetime import datetime

from PySide6.QtCore import Qt

from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import Sign
from torimodosu.window.kit.text import Icon, Text
from torimodosu.window.place import View
from torimodosu.window.rail_entry import RailEntry
from torimodosu.window.words.dates import clock_words, moment_words


class Promises(Box):
    """Always in sight; the first one leads to its page."""

    def __init__(self, look: Look, snapshot: Snapshot, *, is_narrow: bool) -> None:
        super().__init__(look, "plain", pad=0, gap=2)
        words, sign = self._sent_words(snapshot), Sign("shield", "muted")
        self.sent = RailEntry(look, words, View.SENT, sign, kind="promise")
        saved = self._saved_words(snapshot)
        kept = Row(look, Icon(look, "archive", "muted", 20), gap=10)
        kept.line.setContentsMargins(0 if is_narrow else look.px(10), look.px(4), 0, 0)
        self.add(self.sent, kept)
        kept.setToolTip(saved)
        kept.setAccessibleName(saved)
        if is_narrow:
            self.sent.show_icon_only("shield")
            middle = Qt.AlignmentFlag.AlignHCenter
            self.body.setAlignment(self.sent, middle)
            self.body.setAlignment(kept, middle)
        else:
            kept.line.addWidget(Text(look, saved, "small", "muted"), 1)

    def _sent_words(self, snapshot: Snapshot) -> str:
        count = len({sent.host for sent in snapshot.left_this_computer})
        if not count:
            return self.tr("Nothing left this computer")
        return self.tr("Sent to %n place(s)", "", count)

    def _saved_words(self, snapshot: Snapshot) -> str:
        if snapshot.saved_at is None:
            return self.tr("Nothing to save yet")
        when = _moment(snapshot.saved_at, snapshot.at)
        return self.tr("Saved at {time}").format(time=when)


def _moment(saved_at: datetime, now: datetime) -> str:
    is_today = saved_at.astimezone().date() == now.astimezone().date()
    return clock_words(saved_at) if is_today else moment_words(saved_at)
