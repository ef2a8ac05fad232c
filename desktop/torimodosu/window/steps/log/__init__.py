"""What the program wrote down of its own troubles."""
