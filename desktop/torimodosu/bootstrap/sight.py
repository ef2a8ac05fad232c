"""How the window sees QR codes."""

from collections.abc import Sequence

from PySide6.QtGui import QImage

from torimodosu.adapters.chosen_files import read_chosen_file
from torimodosu.adapters.disposal import dispose_of
from torimodosu.window.qr.sight import Sight


def open_sight() -> Sight:
    """Return what reads files and pictures, and loads what that takes when needed."""
    return Sight(
        file_content=read_chosen_file,
        codes_in_file=_codes_in_file,
        codes_in_image=_codes_in_image,
        codes_at_a_glance=_codes_at_a_glance,
        delete_file=dispose_of,
    )


def _codes_in_file(raw: bytes) -> Sequence[str] | None:
    from torimodosu.bootstrap.pictures import qr_codes_in  # noqa: PLC0415

    return qr_codes_in(raw)


def _codes_in_image(image: QImage) -> Sequence[str]:
    from torimodosu.bootstrap.pictures import qr_codes_in_image  # noqa: PLC0415

    return qr_codes_in_image(image)


def _codes_at_a_glance(image: QImage) -> Sequence[str]:
    from torimodosu.bootstrap.pictures import qr_codes_at_a_glance  # noqa: PLC0415

    return qr_codes_at_a_glance(image)
