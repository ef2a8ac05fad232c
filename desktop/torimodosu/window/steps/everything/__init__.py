"""Everything that is kept: where it lies, taking it out, deleting it."""
