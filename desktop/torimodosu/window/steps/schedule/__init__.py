"""What is ahead: days and limits, money that must come back, and the year of watch."""
