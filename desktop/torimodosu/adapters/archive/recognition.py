"""Whether a folder may be written to as an archive."""

from pathlib import Path

from torimodosu.adapters.archive.bag_writer import INCOMING
from torimodosu.recovery.evidence.manifest import FIRST_RFC
from torimodosu.recovery.evidence.sealing import MAILS, METADATA, is_ours
from torimodosu.recovery.evidence.tag_file import read_elements


def may_be_archive(folder: Path) -> bool:
    """Tell whether *folder* is empty, not there, or a bag of ours.

    Into such a bag more may be packed, also where it was never sealed. A bag that
    somebody else made would be spoilt: its manifest would no longer list its files.

    Raises:
        OSError: If the folder cannot be looked at, or is none.

    """
    try:
        names = {entry.name for entry in folder.iterdir()}
    except FileNotFoundError:
        return True
    if METADATA in names:
        metadata = (folder / METADATA).read_text("utf-8", "replace")
        return is_ours(read_elements(metadata, FIRST_RFC)[0])
    is_unsealed = INCOMING in names and (folder / MAILS).is_dir()
    return is_unsealed or not names
