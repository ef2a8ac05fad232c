"""What the person says on a page, kept at once."""
