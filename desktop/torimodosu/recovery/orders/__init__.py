"""From order mails to orders, and from orders to the damage."""
