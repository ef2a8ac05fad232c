"""Statements of cards and banks: what was charged, to which card, and when."""
