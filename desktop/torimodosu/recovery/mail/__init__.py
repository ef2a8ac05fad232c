"""A mail: what it says, and what kind of mail it is."""
