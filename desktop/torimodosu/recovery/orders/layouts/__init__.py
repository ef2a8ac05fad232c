"""How order mails are laid out: one module for each family of layouts.

Each has a function `read` that takes the lines of a body and returns the orders that
it prints, or nothing where the body is not laid out so.
"""
