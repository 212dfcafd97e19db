"""What happens by the clock while the help desk serves."""
