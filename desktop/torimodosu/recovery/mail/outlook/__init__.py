"""The files in which Outlook saves single mails (.msg)."""
