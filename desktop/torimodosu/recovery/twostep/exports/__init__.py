"""What other authenticators write when their accounts are taken along."""
