"""Backups of the authenticator: making them, and reading them back once."""
