"""Passwords: how strong they are, where they are used again, and new ones."""
