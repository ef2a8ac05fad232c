"""Prove that the kept mails are as they came."""
