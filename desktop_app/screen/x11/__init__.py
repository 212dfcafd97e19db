"""The screen, the mouse and the keys of an X11 desktop."""
