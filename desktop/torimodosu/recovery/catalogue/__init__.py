"""Shops and card issuers, as the data packs describe them."""
