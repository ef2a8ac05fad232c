"""Which orders are the person's own, and what the others cost."""
