"""How what became new reaches those who listen."""
