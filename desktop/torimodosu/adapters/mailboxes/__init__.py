"""Mails in files: single ones, mboxes, Maildirs, and folders of these."""

from torimodosu.adapters.mailboxes.search import FileMailboxes
from torimodosu.adapters.mailboxes.thunderbird import thunderbird_folders

__all__ = ["FileMailboxes", "thunderbird_folders"]
