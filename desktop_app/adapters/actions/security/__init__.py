"""What may harm this computer or the people who use it."""
