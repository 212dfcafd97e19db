"""What a person sees of a shared screen: the question, the bar, the border, what the technician points at."""
