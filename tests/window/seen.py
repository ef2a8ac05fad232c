"""What a person reads on a part of the window."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QWidget

T = TypeVar("T", bound=QWidget)


def words_in(part: QWidget) -> str:
    """Return every text below *part*, as it would be read out."""
    texts = [label.accessibleName() or label.text() for label in _all(part, QLabel)]
    texts += [button.accessibleName() for button in _all(part, QAbstractButton)]
    texts += [view.toPlainText() for view in _all(part, QPlainTextEdit)]
    return "\n".join(text for text in texts if text)


def words_in_sight(part: QWidget) -> str:
    """Return the texts of the labels below *part* that are not hidden."""
    labels = [label for label in _all(part, QLabel) if label.isVisibleTo(part)]
    return "\n".join(label.accessibleName() or label.text() for label in labels)


def _all(part: QWidget, kind: type[T]) -> list[T]:
    return part.findChildren(kind)
