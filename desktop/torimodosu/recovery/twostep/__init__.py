"""Two-step verification: reading accounts, showing codes, proving them."""
