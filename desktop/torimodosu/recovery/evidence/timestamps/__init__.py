"""Time stamps of others (RFC 3161): when something was there already."""
