"""Signatures of mail servers: DKIM and ARC, verified from the bytes of a mail."""
