"""Whether a mail is from whom it claims to come from."""
