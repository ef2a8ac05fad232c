"""Fetching mails from the provider instead of from files."""
