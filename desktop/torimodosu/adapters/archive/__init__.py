"""Bags on disk."""

from torimodosu.adapters.archive.bag_archive import BagArchive
from torimodosu.adapters.archive.bag_folder import BagFolder, verify_bag

__all__ = ["BagArchive", "BagFolder", "verify_bag"]
