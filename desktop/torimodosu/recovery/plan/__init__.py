"""The flow: which one step is next, and what earns "done"."""
