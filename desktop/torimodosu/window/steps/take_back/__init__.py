"""Look around once inside, for what an intruder may have left."""
