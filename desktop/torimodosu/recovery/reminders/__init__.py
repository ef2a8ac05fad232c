"""What is due when, and what the user said about it."""
