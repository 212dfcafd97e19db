"""The screen-sharing process (its engine comes with its own issue)."""
