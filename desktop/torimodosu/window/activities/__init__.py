"""What goes on in the background and is told on several pages."""
