"""The search engine and the pack format, used by the desktop and by the help desk."""
