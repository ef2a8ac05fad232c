"""Backups of accounts: what they hold, and whether they hold what they should."""
