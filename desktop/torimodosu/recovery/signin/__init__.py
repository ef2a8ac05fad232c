"""Why the sign-in fails: what browsers have saved, and the other causes."""
