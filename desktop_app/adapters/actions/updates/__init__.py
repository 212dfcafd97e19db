"""Updates of the system: under way, failed, or waiting for a restart."""
