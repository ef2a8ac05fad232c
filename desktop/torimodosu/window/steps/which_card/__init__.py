"""Which card was charged, and how sure that is."""
