"""Whether orders still come in."""
