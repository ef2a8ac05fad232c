"""Bags on disk."""

from torimodosu.adapters.archive.bag_archive import BagArchive
from torimodosu.adapters.archive.bag_folder import BagFolder, verify_bag
from torimodosu.adapters.archive.copying import copy_bag
from torimodosu.adapters.archive.recognition import may_be_archive

__all__ = ["BagArchive", "BagFolder", "copy_bag", "may_be_archive", "verify_bag"]
