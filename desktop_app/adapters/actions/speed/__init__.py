"""Programs that hold the computer up."""
