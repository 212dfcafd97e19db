"""The checks and repairs that guided fixes name, registered per system."""
