"""Browsers and what they keep."""
