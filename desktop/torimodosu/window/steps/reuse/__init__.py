"""The page of passwords that are used again: what to change, in which order."""
