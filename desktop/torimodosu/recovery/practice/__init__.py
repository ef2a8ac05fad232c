"""The practice incident, for looking around without a case of one's own."""
