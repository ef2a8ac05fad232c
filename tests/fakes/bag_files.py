import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from torimodosu.recovery.evidence.ports import BagEntry, Sort, UnreadableFileError


class FakeBagFiles:
    """A bag in memory; `sorts` are what is no readable file."""

    def __init__(
        self, files: Mapping[str, bytes], sorts: Mapping[str, Sort] | None = None
    ) -> None:
        self.files = dict(files)
        self.sorts = dict(sorts or {})
        self.opened: list[str] = []

    def entries(self) -> Sequence[BagEntry]:
        folders = {
            str(folder)
            for path in self.files
            for folder in PurePosixPath(path).parents
            if folder.name
        }
        found = [BagEntry(path=path, sort=Sort.FOLDER) for path in folders]
        found += [
            BagEntry(path=path, sort=Sort.FILE, size=len(content))
            for path, content in self.files.items()
        ]
        found += [BagEntry(path=path, sort=sort) for path, sort in self.sorts.items()]
        return sorted(found, key=lambda entry: entry.path)

    def read(self, path: str, limit: int) -> bytes:
        return self._content(path)[:limit]

    def digests(self, path: str, algorithms: Iterable[str]) -> Mapping[str, str]:
        content = self._content(path)
        return {name: hashlib.new(name, content).hexdigest() for name in algorithms}

    def _content(self, path: str) -> bytes:
        self.opened.append(path)
        if b"unreadable" in self.files[path]:
            raise UnreadableFileError(path)
        return self.files[path]
