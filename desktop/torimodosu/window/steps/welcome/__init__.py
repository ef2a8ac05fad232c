"""The first page: what this program does, and the way in."""
