"""Which card was charged: orders, usage notices and statement rows joined."""
