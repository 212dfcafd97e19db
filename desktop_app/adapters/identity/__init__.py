"""Signing in by the organisation's account: its issuer, the browser that comes back from it, the help desk's belief."""
