"""What is needed to see QR codes; bootstrap hands it in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from torimodosu.recovery.file_trouble import FileTrouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """How files and pictures are read, and how files are deleted; on any thread.

    Attributes:
        file_content: Returns what is in a file, or why it is not read.
        codes_in_file: Returns the texts of the QR codes in a picture or a PDF, None
            where the bytes are neither.
        codes_in_image: Returns the texts of the QR codes in an image.
        codes_at_a_glance: The same for those that are plain to see; much faster where
            there are none.
        delete_file: Deletes a file for good; returns whether it is gone.

    """

    file_content: Callable[[Path], bytes | FileTrouble]
    codes_in_file: Callable[[bytes], Sequence[str] | None]
    codes_in_image: Callable[[QImage], Sequence[str]]
    codes_at_a_glance: Callable[[QImage], Sequence[str]]
    delete_file: Callable[[Path], bool]
