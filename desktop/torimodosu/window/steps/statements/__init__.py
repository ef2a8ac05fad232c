"""The statement log: reading statements, looking them through, and every charge."""
