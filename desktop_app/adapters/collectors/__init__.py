"""One small reader per snapshot section."""
