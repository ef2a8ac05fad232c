"""Whether a mail is from whom it claims to be from."""
