"""The log of whom the person turned to."""
