"""The page of a new password: made or typed, weighed, and never kept."""
