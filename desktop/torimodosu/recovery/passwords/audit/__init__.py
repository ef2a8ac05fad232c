"""The audit: which passwords are used again, weak or leaked, and what to change."""
