"""The two-step check: set up, proven, and backed up."""
