"""What the person is reminded of, and how."""
