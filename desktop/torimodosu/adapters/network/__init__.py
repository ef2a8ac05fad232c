"""The one place that reaches the network, always after a button that named the host."""
