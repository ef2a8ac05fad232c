"""The codes of the authenticator, at hand whatever else is going on."""
