"""Reminders reach the person on the desktop, each once, without a word of the case."""
