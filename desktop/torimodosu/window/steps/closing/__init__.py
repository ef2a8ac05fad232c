"""Look back, close the case, and see what opened again."""
