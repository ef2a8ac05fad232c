"""Bags on disk."""

from torimodosu.adapters.archive.bag_folder import BagFolder, verify_bag

__all__ = ["BagFolder", "verify_bag"]
