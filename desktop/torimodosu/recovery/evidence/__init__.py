"""What goes into the archive of a case, and how it is proven unchanged."""
