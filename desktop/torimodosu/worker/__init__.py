"""The worker process: it does the heavy jobs of the window, one after the other."""
