"""Mail and office programs."""
