"""The words that the desktop app and the help desk exchange, one file per topic."""
