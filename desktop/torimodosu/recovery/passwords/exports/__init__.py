"""Exports of browsers and password managers: reading the logins in them."""
