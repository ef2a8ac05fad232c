"""The text of a PDF with its places, as statements in tables need it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PdfWord:
    """Words that stand together, and where: points from the left and the bottom."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def middle(self) -> float:
        """How high the middle of its line is."""
        return (self.bottom + self.top) / 2


PdfPage = tuple[PdfWord, ...]
