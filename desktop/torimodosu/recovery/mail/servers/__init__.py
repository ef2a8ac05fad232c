"""Mailboxes that lie with a provider and are read by IMAP."""
