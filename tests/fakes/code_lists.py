from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from torimodosu.recovery.case.ports import StoreError
from torimodosu.recovery.twostep.recovery_codes import KeptCodes


class FakeCodeLists:
    """Lists of codes in memory; while `error` is set they are on a disk that fails."""

    def __init__(self) -> None:
        self._lists: dict[str, KeptCodes] = {}
        self._leaving: dict[str, KeptCodes] = {}
        self.error: StoreError | None = None

    def code_lists(self, *, is_practice: bool = False) -> Sequence[KeptCodes]:
        return [one for one in self._lists.values() if one.is_practice == is_practice]

    def add_codes(self, codes: KeptCodes) -> None:
        if self.error is not None:
            raise self.error
        self._lists[codes.id] = codes

    def remove_codes(self, codes: KeptCodes) -> None:
        self._lists.pop(codes.id, None)
        self._leaving.pop(codes.id, None)

    def mark_used(self, codes: KeptCodes, place: int, *, at: datetime | None) -> None:
        if codes.id not in self._lists:
            return
        there = self._lists[codes.id]
        used = dict(there.used)
        if at is None:
            used.pop(place, None)
        else:
            used.setdefault(place, at)
        self._lists[codes.id] = replace(there, used=used)

    def leaving_codes(self) -> Sequence[KeptCodes]:
        return list(self._leaving.values())

    def clear_practice(self) -> None:
        for one in self.code_lists(is_practice=True):
            self._leaving[one.id] = self._lists.pop(one.id)
