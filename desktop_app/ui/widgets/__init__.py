"""Building blocks used by more than one page."""
