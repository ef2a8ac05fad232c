"""Mailboxes at providers, read by IMAP (RFC 9051, RFC 3501) and never changed."""

from torimodosu.adapters.network.imap.servers import ImapServers

__all__ = ["ImapServers"]
