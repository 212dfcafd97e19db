"""Screens, keyboard, touchpad, battery and what is plugged in."""
