"""Mails in files: single ones, mboxes, Maildirs, and folders of these."""

from torimodosu.adapters.mailboxes.search import FileMailboxes

__all__ = ["FileMailboxes"]
