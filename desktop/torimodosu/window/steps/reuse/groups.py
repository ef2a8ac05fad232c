"""Which places share a password, or nearly."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from torimodosu.recovery.passwords.queue import Flaw, PasswordQueue, QueueEntry
from torimodosu.window.kit.blocks import IconLine, section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.words.password_counts import PasswordCounts

_SHOWN, _NAMES = 6, 8


def groups_of(queue: PasswordQueue) -> Sequence[Sequence[QueueEntry]]:
    """Return the entries that share a password, the largest group first."""
    groups: dict[int, list[QueueEntry]] = {}
    for entry in queue.entries:
        if entry.shares_with:
            groups.setdefault(entry.shares_with, []).append(entry)
    shared = [group for group in groups.values() if len(group) > 1]
    return sorted(shared, key=len, reverse=True)


class GroupsCard(Box):
    """A line for each group: how many places, and which."""

    def __init__(self, look: Look, groups: Sequence[Sequence[QueueEntry]]) -> None:
        super().__init__(look, "card", gap=10)
        self._look = look
        self.add(section(look, self.tr("Places that share a password")))
        for group in groups[:_SHOWN]:
            self.add(self._line(group))
        if len(groups) > _SHOWN:
            more = PasswordCounts().more_groups(len(groups) - _SHOWN)
            self.add(Text(look, more, "small", "muted"))

    def _line(self, group: Sequence[QueueEntry]) -> QWidget:
        counts = PasswordCounts()
        are_same = all(Flaw.REUSED in entry.flaws for entry in group)
        words = counts.same_at(len(group)) if are_same else counts.alike_at(len(group))
        sites: Mapping[str, None] = dict.fromkeys(entry.site for entry in group)
        names = [*sites][:_NAMES]
        small = self.tr(", ").join(names)
        if len(sites) > _NAMES:
            form = self.tr("{sites} and others")
            small = form.format(sites=small)
        return IconLine(self._look, "key", "attention", words, small)
