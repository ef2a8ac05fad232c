"""Composition root: the only place that chooses adapters."""
