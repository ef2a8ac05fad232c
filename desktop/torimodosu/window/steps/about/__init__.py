"""About the program, and its licence."""
