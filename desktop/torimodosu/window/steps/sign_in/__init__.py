"""Find out why the sign-in fails, and see the cause go away."""
