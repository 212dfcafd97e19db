"""The screen-sharing process."""
